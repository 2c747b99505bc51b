import type { Clearing, Policy } from '../disclosure/cleared';
import type { CellName } from '../notebook/cell';
import type { Notebook } from '../notebook/notebook';
import type { ChartWords } from '../plot/words';
import type { Column } from '../results/result';

/** What became of a cell. A cell that has not run has no outcome. */
export type CellOutcome =
  | { readonly kind: 'result'; readonly clearing: Clearing }
  /** `why` is a whole sentence in the reader's language. */
  | { readonly kind: 'failed'; readonly why: string }
  /** What it was computed from has changed since. */
  | { readonly kind: 'stale' }
  /** A person left it out: it would give a small group away together with another table. */
  | { readonly kind: 'left-out' };

export type Outcomes = ReadonlyMap<CellName, CellOutcome>;

export interface ReportWords extends ChartWords {
  /** The heading of a table's column. */
  readonly heading: (column: Column) => string;
  /** What a chosen code of an input is called. */
  readonly choice: (input: CellName, code: string) => string;
}

export interface ReportParts {
  readonly notebook: Notebook;
  readonly results: Outcomes;
  readonly words: ReportWords;
  /** The policy the results were cleared under. */
  readonly policy: Policy;
  /** Where the nodes are made: the page's own, or linkedom's. Nothing is put into it. */
  readonly document: Document;
  /** ISO date or time. */
  readonly madeAt: string;
  /** Which extract this is about: "Udtræk 31. december 2018." */
  readonly dataNote: string;
  readonly synthetic: boolean;
  /** Why a person let it go although something was in the way; empty where nothing was. */
  readonly reason: string;
  /** Stands at the head of each page, beside the title. */
  readonly project: string;
}
