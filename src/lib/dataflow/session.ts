import type { Header, Notebook, NotebookProblem } from '../notebook/notebook';
import type { Cell, CellName } from '../notebook/cell';
import type { Compare } from '../notebook/compare';
import type { InputValue } from '../notebook/input';
import type { InstrumentSettings } from '../notebook/instrument-settings';
import type { Result } from '../results/result';
import type { Refused } from './gate';

/** A handle of a cell in an open session: stable while the cell is edited and moved; never saved. */
export type Handle = number & { readonly brand: 'Handle' };

/** The compiled SQL and the stamp of the loaded tables: two runs with equal fingerprints give equal results. */
export type Fingerprint = string & { readonly brand: 'Fingerprint' };

/** What the loaded data offers; `stamp` changes when anything in it does. */
export interface Tables {
  readonly stamp: string;
  readonly tables: readonly { readonly name: string; readonly columns: readonly string[] }[];
  /** What a notebook's own settings of the instruments make of tables: queries in their place, each after what it reads. */
  readonly override?: (
    settings: InstrumentSettings,
  ) => readonly { readonly name: string; readonly sql: string }[];
}

/** A failure as a person needs it: what DuckDB or the gate said, and where in *this* cell. */
export interface Failure {
  /** `sql`, `refused`, `cancelled`, `stopped` come from the engine; the rest from the graph. */
  readonly kind:
    | 'sql'
    | 'refused'
    | 'cancelled'
    | 'stopped'
    | 'duplicate-name'
    | 'name-is-table'
    | 'cycle'
    | 'unknown-input'
    | 'unknown-cell'
    | 'unbalanced'
    | 'compare';
  /** The engine's words, the names concerned, or why a comparison cannot be made (`Incomparable`). Never a sentence of ours: those are in i18n/. */
  readonly message: string;
  readonly line?: number;
  readonly column?: number;
  readonly candidates: readonly string[];
  /** Why the gate refused it. */
  readonly reason?: Refused['reason'];
}

/** The last run of a cell, whether or not it is still up to date. */
export interface Run {
  readonly fingerprint: Fingerprint;
  /** Null where it was answered ahead, when the tables were prepared. */
  readonly milliseconds: number | null;
  /** Of them, those it stood in line for other cells. */
  readonly waited?: number;
  /** Clock time of the end, given with the event: the reducer has no clock. */
  readonly endedAt: number;
  readonly outcome: Outcome;
}

/** What a query came to. */
export type Outcome =
  { readonly ok: true; readonly result: Result } | { readonly ok: false; readonly failure: Failure };

export interface Session {
  readonly notebook: Notebook;
  /** One for each cell of the notebook, in its order. */
  readonly handles: readonly Handle[];
  readonly nextHandle: number;
  readonly tables: Tables;
  /** The last run that gave a result, and the last run, by cell. A stale cell still shows its last result. */
  readonly runs: ReadonlyMap<CellName, Run>;
  readonly results: ReadonlyMap<CellName, { readonly fingerprint: Fingerprint; readonly result: Result }>;
  /** Cells sent to the engine and not back yet, with what was sent and when. */
  readonly running: ReadonlyMap<CellName, { readonly fingerprint: Fingerprint; readonly since: number }>;
  /** Cells asked to run that wait for an ancestor to come back. */
  readonly wanted: ReadonlySet<CellName>;
  /** `held`: nothing runs until asked. */
  readonly mode: 'automatic' | 'held';
  /** Somebody else's notebook that the person has not said yes to: nothing of it runs, asked or not. */
  readonly inert: boolean;
  readonly past: readonly Snapshot[];
  readonly future: readonly Snapshot[];
  /** Cells that were deleted since the notebook was opened, the last one last; some may have come back: see `binOf`. */
  readonly deleted: readonly Deleted[];
}

/** A deleted cell, and where it stood. */
export interface Deleted {
  readonly cell: Cell;
  readonly handle: Handle;
  readonly index: number;
  readonly at: number;
}

export interface Snapshot {
  readonly notebook: Notebook;
  readonly handles: readonly Handle[];
  /** The step from here was chosen in a form: nothing joins it. */
  readonly chosen: boolean;
}

/** `at` of an event is clock time in milliseconds. */
export type Event =
  | {
      readonly type: 'opened';
      readonly notebook: Notebook;
      readonly problems: readonly NotebookProblem[];
      readonly inert?: boolean;
      readonly at?: number;
    }
  /** The person says that the open notebook may run: it does. */
  | { readonly type: 'trusted'; readonly at: number }
  | { readonly type: 'tables-loaded'; readonly tables: Tables; readonly at: number }
  /**
   * The text of a cell changed; its descendants become stale, nothing runs. Consecutive ones undo as one, but one that
   * was chosen in a form by itself.
   */
  | {
      readonly type: 'written';
      readonly handle: Handle;
      readonly text: string;
      readonly chosen?: boolean;
    }
  | { readonly type: 'renamed'; readonly handle: Handle; readonly name: CellName; readonly at: number }
  | { readonly type: 'input-set'; readonly name: CellName; readonly value: InputValue; readonly at: number }
  /** Several cells come in, and go out again, as one. */
  | { readonly type: 'added'; readonly cells: readonly Cell[]; readonly index: number; readonly at: number }
  | { readonly type: 'moved'; readonly handle: Handle; readonly index: number }
  | { readonly type: 'deleted'; readonly handle: Handle; readonly at: number }
  /** A deleted cell comes back where it stood. */
  | { readonly type: 'restored'; readonly handle: Handle; readonly at: number }
  | { readonly type: 'duplicated'; readonly handle: Handle; readonly at: number }
  | { readonly type: 'titled'; readonly title: string }
  /** Whom the notebook is for, and how few may be told of: what is given changes, the rest of it stays. */
  | { readonly type: 'disclosure-set'; readonly disclosure: Partial<Header['disclosure']> }
  /** The whole notebook becomes another text of it, in one step. */
  | { readonly type: 'replaced'; readonly notebook: Notebook; readonly at: number }
  | { readonly type: 'undone'; readonly at: number }
  | { readonly type: 'redone'; readonly at: number }
  | { readonly type: 'run-asked'; readonly which: readonly CellName[] | 'stale' | 'all'; readonly at: number }
  | { readonly type: 'stop-asked'; readonly which: readonly CellName[] | 'all' }
  | { readonly type: 'run-ended'; readonly name: CellName; readonly run: Run }
  | { readonly type: 'mode-set'; readonly mode: 'automatic' | 'held'; readonly at: number };

export type Effect =
  /** `template` is what `sql` was made of: it stays when an input changes. */
  | {
      readonly type: 'run';
      readonly name: CellName;
      readonly fingerprint: Fingerprint;
      readonly sql: string;
      /** What is to be made of the rows before the run ends: see `comparisonOf`. */
      readonly compare?: Compare;
      readonly template: string;
    }
  | { readonly type: 'cancel'; readonly name: CellName; readonly fingerprint: Fingerprint }
  /** The notebook changed: keep it. */
  | { readonly type: 'keep' };

export interface Step {
  readonly session: Session;
  readonly effects: readonly Effect[];
}

/** Derived, never set. `waiting` is a cell with no run yet; a blocked one shows no old numbers. */
export type Status =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'running'; readonly since: number }
  | { readonly kind: 'fresh' }
  /** `because`: the changed cells or inputs above (or the cell itself) that made it old; empty when the data changed. */
  | { readonly kind: 'stale'; readonly because: readonly CellName[] }
  | { readonly kind: 'blocked'; readonly by: CellName }
  | { readonly kind: 'failed'; readonly failure: Failure };
