import { definitionOf } from '../../dataflow/definition';
import type { Cleared, Minimum } from '../../disclosure/cleared';
import type { Preset } from '../../disclosure/policy';
import type { CellName } from '../../notebook/cell';
import type { Notebook } from '../../notebook/notebook';
import { parse } from '../../notebook/parse';
import { serialize } from '../../notebook/serialize';
import type { Outcomes } from '../../report/outcome';
import { cellsTold } from '../../report/told';
import type { Column, Value } from '../../results/result';
import { digestOf } from '../digest';
import { CellTold, mostRows, newestFormat, type ResultsFile } from './results-file';

export interface ResultsToWrite {
  readonly notebook: Notebook;
  readonly outcomes: Outcomes;
  readonly policy: Minimum & { readonly preset: Preset };
  readonly madeAt: string;
  readonly data: string;
  readonly synthetic: boolean;
  /** A code that only the data knows (a project's name) has no label: those that no row has are nobody's business. */
  readonly hasLabel: (column: Column, code: string) => boolean;
}

/** The cells that a report would print, as much of each as it would print. Undefined when there is none. */
export async function writeResults(asked: ResultsToWrite): Promise<string | undefined> {
  const { preset, minimum, rounding = null } = asked.policy;
  const { madeAt, data, synthetic } = asked;
  // As whoever opens the file will read it.
  const { notebook } = parse(serialize(asked.notebook));
  const told = [...cellsTold(notebook)].map(([name, rows]) =>
    tellCell(asked, notebook, name, rows === 'first' ? 1 : mostRows),
  );
  const cells = (await Promise.all(told)).filter((cell) => cell !== undefined);
  if (cells.length === 0) return undefined;
  const head: Omit<ResultsFile, 'cells'> = {
    pejling: 'results',
    format: newestFormat,
    madeAt,
    policy: { preset, minimum, rounding },
    data,
    synthetic,
  };
  // A line for each cell, so that two files can be compared.
  const lines = cells.map((cell) => JSON.stringify(cell)).join(',\n');
  return `${JSON.stringify(head).slice(0, -1)},"cells":[\n${lines}\n]}\n`;
}

async function tellCell(
  { outcomes, hasLabel }: ResultsToWrite,
  notebook: Notebook,
  name: CellName,
  most: number,
): Promise<CellTold | undefined> {
  const outcome = outcomes.get(name);
  const definition = definitionOf(notebook, name);
  if (definition === undefined || outcome?.kind !== 'result' || !outcome.clearing.ok) return undefined;
  const fingerprint = await digestOf(definition);
  // A table that no file can hold (thousands of columns) stays here.
  return CellTold.safeParse({ name, fingerprint, ...tell(outcome.clearing.cleared, most, hasLabel) }).data;
}

function tell(
  cleared: Cleared,
  most: number,
  hasLabel: ResultsToWrite['hasLabel'],
): Omit<CellTold, 'name' | 'fingerprint' | 'columns'> & { readonly columns: readonly unknown[] } {
  const rows = Math.min(cleared.rowCount, most);
  const first = (places: Iterable<number>) => [...places].filter((row) => row < rows);
  return {
    rows,
    truncated: cleared.truncated || rows < cleared.rowCount,
    columns: cleared.columns.map((column, at) => ({
      name: column.name,
      type: column.type,
      label: cleared.labels[at] === true,
      obscured: first(cleared.obscured[at] ?? []),
      ...(column.codes && { codes: codesOf(column, rows, hasLabel) }),
      values: column.values.slice(0, rows).map(writable),
    })),
    withheld: first(cleared.withheld.flatMap((why, row) => (why === null ? [] : [row]))),
    leftOut: [...cleared.leftOut],
  };
}

/** In the questionnaire's order: all where they are a questionnaire's, which their labels are found by. */
function codesOf(column: Column, rows: number, hasLabel: ResultsToWrite['hasLabel']): readonly string[] {
  const { codes = [], values } = column;
  if (codes.some((code) => hasLabel(column, code))) return codes;
  const found = new Set(values.slice(0, rows));
  return codes.filter((code) => found.has(code));
}

/** JSON has no word for what is no finite number. */
const writable = (value: Value): Value =>
  typeof value === 'number' && !Number.isFinite(value) ? null : value;
