import { countings, type Counting } from '../../instruments/explain';
import { columnOf, type Result, type Value } from '../../results/result';

/** What the engine answered: how one form comes to one score. */
export interface Explained {
  readonly rows: readonly ExplainedRow[];
  readonly sum: number | null;
  /** Before rounding, where the scale rounds. */
  readonly unrounded: number | null;
  readonly answered: number;
  readonly score: number | null;
  readonly band: string | null;
}

export interface ExplainedRow {
  /** Of a scale made of scales, the scale. */
  readonly item: string;
  readonly answer: number | null;
  readonly counting: Counting;
  readonly counted: number | null;
}

/** Undefined where there is no such form. */
export function readExplained(result: Result): Explained | undefined {
  if (result.rowCount === 0) return undefined;
  const at = (name: string, row = 0) => columnOf(result, name)?.values[row] ?? null;
  const rows = Array.from({ length: result.rowCount }, (_, row): ExplainedRow => ({
    item: String(at('item', row)),
    answer: numberOf(at('answer', row)),
    counting: countings.find((each) => each === at('counting', row)) ?? 'as_answered',
    counted: numberOf(at('counted', row)),
  }));
  const band = at('band');
  return {
    rows,
    sum: numberOf(at('sum')),
    unrounded: numberOf(at('unrounded')),
    answered: numberOf(at('answered')) ?? 0,
    score: numberOf(at('score')),
    band: band === null ? null : String(band),
  };
}

function numberOf(value: Value): number | null {
  return value === null ? null : Number(value);
}
