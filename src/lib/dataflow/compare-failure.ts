import type { CompareCell } from '../notebook/cell';
import { lineOfField, placeInText } from './compare-query';
import { nearest } from './nearest';
import type { Failure } from './session';

/**
 * Why rows cannot be compared: there are more than are taken, or more groups than a result holds; some rise when
 * things get better and others when they get worse; nothing says which way is better; no group has the name given;
 * the arithmetic itself failed.
 */
export type Incomparable =
  'too-many-rows' | 'too-many-groups' | 'two-ways' | 'no-direction' | 'unknown-group' | 'broken';

/**
 * A failure of a comparison's query, or of what is made of its rows, told of the lines that a person wrote. `columns`
 * are those of its data, as far as they are known.
 */
export function failureInComparison(
  cell: CompareCell,
  failure: Failure,
  columns: readonly string[] = [],
): Failure {
  const { line, column: _, ...said } = failure;
  const [, missing] = /column named "([^"]+)"/.exec(failure.message) ?? [];
  const rest = missing === undefined ? said : { ...said, candidates: nearest(missing, columns) };
  if (failure.kind === 'compare') return { ...rest, ...placeOf(cell, failure.message) };
  if (isWithoutDirection(cell, failure)) return { kind: 'compare', message: 'no-direction', candidates: [] };
  return line === undefined ? rest : { ...rest, ...placeInText(cell, line) };
}

/** The data's `direction` is asked for only where the cell does not say which way is better. */
function isWithoutDirection({ spec }: CompareCell, { kind, message }: Failure): boolean {
  if (spec.better !== undefined || kind !== 'sql') return false;
  const fields = [spec.before, spec.after, spec.by, spec.states?.before, spec.states?.after];
  return /column (named )?"direction"/i.test(message) && !fields.includes('direction');
}

function placeOf(cell: CompareCell, why: string): { line?: number; column?: number } {
  return why === 'unknown-group' ? lineOfField(cell, ['against']) : {};
}
