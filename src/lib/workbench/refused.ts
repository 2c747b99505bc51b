import type { ImportProblem } from '../ingest/problem';
import type { RefusedInstrument } from '../instruments/own';

/** A file that gave nothing, and why: data without a table, or an instrument that is wrong. */
export type RefusedFile =
  | { readonly kind: 'data'; readonly file: string; readonly problem: ImportProblem }
  | ({ readonly kind: 'instrument' } & RefusedInstrument);
