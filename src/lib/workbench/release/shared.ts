import type { AuditFault } from '../../disclosure/audit';
import type { Conflict } from '../../disclosure/subtract';
import type { CellName } from '../../notebook/cell';
import type { Notebook } from '../../notebook/notebook';
import type { Finished } from './audit-file';

/** What is to leave: all of the notebook but `without`, and, where a person says so and why, what is withheld too. */
export interface Sharing {
  readonly without: ReadonlySet<CellName>;
  readonly whole: boolean;
  /** Typed by a person; needed where something is in the way. */
  readonly reason: string;
  /** The document, where it is a part of the notebook: the minutes of a meeting. */
  readonly document?: Notebook;
  readonly what?: 'report' | 'minutes';
  readonly file?: string;
}

/** What became of it. Nothing has left unless it is `done`. */
export type Shared =
  | { readonly kind: 'done'; readonly file: string }
  /** It would give a small group away, or shows what is withheld, and nobody said why. */
  | { readonly kind: 'reason-needed'; readonly conflicts: readonly Conflict[] }
  /** All of it would be withheld, or there is none. */
  | { readonly kind: 'nothing' }
  /** More than a reader takes. */
  | { readonly kind: 'too-large' }
  | { readonly kind: 'faulty'; readonly faults: readonly AuditFault[] };

/** The file, or why there is none. */
export type Made =
  | { readonly kind: 'made'; readonly content: Finished['content'] }
  | Extract<Shared, { readonly kind: 'nothing' | 'too-large' | 'faulty' }>;

/** Fewer letters are no reason. */
export const leastReason = 10;
