import type { Column } from '../results/result';

/**
 * Who is to see it: `none` shows everything, on the evaluator's own screen alone or where a person has said why, and
 * marks what `marks` would withhold; `minimum` withholds small groups, and where it rounds, tells counts to the nearest
 * `rounding` and of small shares nothing.
 */
export type Policy = { readonly kind: 'none'; readonly marks?: Minimum } | Minimum;

export interface Minimum {
  readonly kind: 'minimum';
  readonly minimum: number;
  readonly rounding?: number;
}

/** Below this many children nothing leaves, whatever a notebook's header says. */
export const floor = 5;

/** A group so many times the minimum is no small one: what is said of all of it is not said of each. */
export const smallGroups = 2;

declare const cleared: unique symbol;

/**
 * A result that may be shown under `policy`: made by `clear`, and by `reread` from a file of such. Withheld rows keep their labels; their numbers
 * are gone, not hidden.
 */
export interface Cleared {
  readonly [cleared]: true;
  readonly policy: Policy;
  readonly columns: readonly Column[];
  readonly rowCount: number;
  readonly truncated: boolean;
  /** For each row: null, or why its numbers are withheld. */
  readonly withheld: readonly (Withholding | null)[];
  /** For each column: does it name the rows? Those that tell them apart keep their values in a withheld row. */
  readonly labels: readonly boolean[];
  /** For each row: how many children stand behind it, where known and shown. */
  readonly counts: readonly (number | null)[];
  /** For each row shown under `none`: would others see it? */
  readonly marked: readonly (Withholding | null)[];
  /** Values withheld in rows that are shown: for each column, of which rows. */
  readonly obscured: readonly ReadonlySet<number>[];
  /** Columns that are not there, since each of their values is a single child's: what they are called. */
  readonly leftOut: readonly string[];
}

export type Withholding = 'small';

/**
 * Why a result cannot leave at all: no column says how many children, each row seems to be one child, or so few are
 * divided in more than one way that their places tell who they are.
 */
export type Unclearable = { readonly kind: 'no-count' | 'single-children' | 'few-crossed' };

export type Clearing =
  { readonly ok: true; readonly cleared: Cleared } | { readonly ok: false; readonly problem: Unclearable };
