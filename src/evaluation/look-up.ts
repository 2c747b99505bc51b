import { columnOf, type Result } from '../lib/results/result';
import type { At } from './published';

export type Found =
  { readonly ok: true; readonly value: number } | { readonly ok: false; readonly reason: string };

const missing = (reason: string): Found => ({ ok: false, reason });

/** The value of `take` in the one row that is meant; of several rows it is the sum where `adds`. */
export function lookUp(result: Result, at: At, take: string, adds: boolean): Found {
  const values = columnOf(result, take);
  if (!values) return missing(`no column ${take}`);
  for (const [name, value] of Object.entries(at)) {
    const column = columnOf(result, name);
    if (!column) return missing(`no column ${name}`);
    // Else a misspelled group would be one of which there is nobody.
    const known = value === null || column.values.includes(value) || column.codes?.includes(String(value));
    if (!known) return missing(`no ${name} ${String(value)}`);
  }
  const rows = Array.from({ length: result.rowCount }, (_, row) => row).filter((row) =>
    Object.entries(at).every(([name, value]) => (columnOf(result, name)?.values[row] ?? null) === value),
  );
  if (rows.length > 1 && !adds) return missing(`${rows.length} rows`);
  const numbers = rows.map((row) => values.values[row]);
  if (numbers.some((value) => typeof value !== 'number')) return missing('no number');
  // A group that nobody is in has no row.
  return { ok: true, value: numbers.reduce<number>((sum, value) => sum + Number(value), 0) };
}
