import { z } from 'zod';
import type { Cleared, Minimum } from '../../disclosure/cleared';
import { reread } from '../../disclosure/reread';
import type { CellName } from '../../notebook/cell';
import type { Column } from '../../results/result';
import { mostBytes, newestFormat, ResultsFile, type CellTold } from './results-file';

/** What a file of results tells, checked. */
export interface Results {
  readonly madeAt: string;
  readonly policy: Minimum;
  readonly data: string;
  readonly synthetic: boolean;
  readonly cells: ReadonlyMap<CellName, RetoldCell>;
}

export interface RetoldCell {
  readonly fingerprint: string;
  readonly cleared: Cleared;
}

/** `unsafe`: it tells of fewer children than may be told of. `other-notebook`: no cell is as it was. */
export type ResultsProblem = 'damaged' | 'newer' | 'too-large' | 'unsafe' | 'other-notebook';

export type ResultsReading =
  { readonly ok: true; readonly results: Results } | { readonly ok: false; readonly problem: ResultsProblem };

const Any = z.looseObject({ pejling: z.literal('results'), format: z.int() });

/** Never throws. */
export async function readResultsFile(file: Blob): Promise<ResultsReading> {
  if (file.size > mostBytes) return { ok: false, problem: 'too-large' };
  return readResults(await file.text());
}

export function readResults(text: string): ResultsReading {
  if (text.length > mostBytes) return { ok: false, problem: 'too-large' };
  const told = jsonIn(text);
  const any = Any.safeParse(told);
  if (any.success && any.data.format > newestFormat) return { ok: false, problem: 'newer' };
  const read = ResultsFile.safeParse(told);
  if (!read.success) return { ok: false, problem: 'damaged' };
  const { madeAt, policy, data, synthetic, cells } = read.data;
  const { minimum, rounding } = policy;
  const minimumOf: Minimum = { kind: 'minimum', minimum, ...(rounding !== null && { rounding }) };
  const retold = new Map<CellName, RetoldCell>();
  for (const cell of cells) {
    if (retold.has(cell.name)) return { ok: false, problem: 'damaged' };
    const cleared = reread(retoldOf(cell), minimumOf);
    if (!cleared) return { ok: false, problem: 'unsafe' };
    retold.set(cell.name, { fingerprint: cell.fingerprint, cleared });
  }
  return { ok: true, results: { madeAt, policy: minimumOf, data, synthetic, cells: retold } };
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}

function retoldOf({ columns, rows, truncated, withheld, leftOut }: CellTold): Parameters<typeof reread>[0] {
  return {
    columns: columns.map(({ label: _, obscured: __, ...column }): Column => column),
    rowCount: rows,
    truncated,
    labels: columns.map(({ label }) => label),
    withheld: new Set(withheld),
    obscured: columns.map(({ obscured }) => new Set(obscured)),
    leftOut,
  };
}
