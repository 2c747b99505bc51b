import type { Event, Failure, Handle, Outcome, Session, Status } from '../dataflow/session';
import type { Told } from '../disclosure/sums';
import type { Clearing, Minimum, Policy } from '../disclosure/cleared';
import type { Language } from '../i18n/language';
import type { Instrument } from '../instruments/instrument';
import type { Decision, Decisions, DecidableRule } from '../ingest/decision';
import type { MatchEvent } from '../ingest/mapping/matching';
import type { OwnInstrument } from '../instruments/own';
import type { CellName } from '../notebook/cell';
import type { NotebookProblem } from '../notebook/notebook';
import type { Result } from '../results/result';
import type { Phase } from '../workbench/data.svelte';
import type { LockAfter } from '../workbench/idle/idle';
import type { SheetUse } from '../workbench/import-sheet';
import type { Saved } from '../workbench/keeper.svelte';
import type { DataWords } from '../workbench/labels';
import type { LinkProblem } from '../workbench/link';
import type { Elsewhere } from '../workbench/library/open-notebook.svelte';
import type { MatchingState } from '../workbench/matcher.svelte';
import type { InputOption } from '../workbench/options';
import type { DataOverview } from '../workbench/overview';
import type { RefusedFile } from '../workbench/refused';
import type { Releases } from '../workbench/release/releases';
import type { RememberingState } from '../workbench/remembered/remembering.svelte';
import type { ResultsProblem } from '../workbench/results-file/read';
import type { ReceivedResults, Standing } from '../workbench/results-file/received.svelte';

export type { DataOverview, InputOption, Phase, Saved };
export interface RecentNotebook {
  readonly name: string;
  readonly title: string;
  readonly openedAt: number;
  /** Its data comes back with it. */
  readonly demonstration: boolean;
}

/** What can be done with files that have come. */
interface Files {
  /** Files that are being read are left; what was loaded before stays. */
  stop(): void;
  /** Once more, when the engine would not start. */
  retry(): Promise<void>;
  /** By the name of another export, the two become one. */
  renameDataset(from: string, to: string): Promise<void>;
  /** A file becomes an export of its own. */
  setApart(dataset: string, file: string): Promise<void>;
  /** One of the user's own, by its name. */
  removeInstrument(name: string): Promise<void>;
  /** The table whose columns are being matched. */
  readonly matching: MatchingState;
  matchColumns(uses: readonly SheetUse[]): Promise<void>;
  match(event: MatchEvent): void;
  /** What was said holds, and the files are loaded. */
  loadMatched(): Promise<void>;
  leaveMatching(): void;
  /** Rows of this kind are kept or left out from now on. */
  decide(rule: DecidableRule, decision: Decision): Promise<void>;
  /** Whether what is loaded is remembered on this device. */
  readonly remembering: RememberingState;
  /** What is loaded, and what is loaded later, under this pass-phrase. */
  remember(phrase: string): Promise<void>;
  stopRemembering(): Promise<void>;
}

/** What the screen needs of the workbench, and all it needs: `workbench/` satisfies it, a test can fake it. */
export interface Workbench {
  readonly session: Session;
  readonly phase: Phase;
  readonly data: DataOverview;
  readonly open: {
    readonly saved: Saved;
    /** What it is called on this browser's shelf. */
    readonly name: string;
    /** Another tab writes the notebook: here it is read. */
    readonly elsewhere: Elsewhere | undefined;
    /** The other tab keeps what it has, and from now on it is written here. */
    writeHere(): Promise<void>;
  };
  /** The page was opened by a link that gave no notebook. */
  readonly linkProblem: LinkProblem | undefined;
  /** The person says yes to a notebook that came from elsewhere: it runs. */
  trust(): void;
  /** What could not be read as meant in the open notebook. */
  readonly notebookProblems: readonly NotebookProblem[];
  /** Of the files that came last, those that gave nothing. */
  readonly refused: readonly RefusedFile[];
  /** Those the data is scored by, in the order people see them: ours, and the user's own. */
  readonly instruments: readonly Instrument[];
  readonly own: readonly OwnInstrument[];
  /** What the data's codes and columns are called, in the reader's language. */
  readonly dataWords: DataWords;
  readonly language: Language;
  /** Requests that left for elsewhere since the page was loaded. */
  readonly requests: number;
  setLanguage(language: Language): void;
  dispatch(event: Event): void;
  /** A text on its way to be a cell's: kept, not yet applied. */
  draft(handle: Handle, text: string): void;
  status(name: CellName): Status;
  /** The last result, also when it is out of date. */
  result(name: CellName): Result | undefined;
  /** What the notebook gave on the export before this one. */
  readonly earlier: Session['results'] | undefined;
  forgetEarlier(): void;
  /** What may be shown of a cell as it was on an export before this one. */
  clearingBefore(name: CellName): Clearing | undefined;
  /** Of everything that leaves: the notebook's, never under the app's floor. */
  readonly policy: Minimum;
  /** The fewest children that may be told of. */
  readonly minimum: number;
  /** Under that policy where none is given. */
  clearing(name: CellName, policy?: Policy): Clearing;
  /** The results of the open notebook that came in a file beside it. */
  readonly received: ReceivedResults | undefined;
  /** A file of results gave none. */
  readonly resultsProblem: ResultsProblem | undefined;
  /** What of a cell without a result of its own came in a file, and whether the cell is still as it was. */
  standing(name: CellName): Standing | undefined;
  /** What is shown of it. Nothing that leaves from here has it. */
  fromFile(name: CellName): Clearing | undefined;
  letReceivedGo(): void;
  /** The counts that the notebook tells beside a result. */
  told(beside?: Result): readonly Told[];
  /** What would be wrong with a cell, were it run as it is now. Runs nothing. */
  check(name: CellName): Promise<Failure | undefined>;
  compiled(name: CellName): string;
  /** Runs a query beside the notebook. What it gives is raw: for this screen alone, never for what leaves. */
  ask(sql: string): Promise<Outcome>;
  optionsOf(name: CellName): readonly InputOption[];
  /** Something of a person's own is in memory, loaded or on its way. */
  readonly holdsOwn: boolean;
  /** Minutes without use after which data leaves memory. */
  readonly lockAfter: LockAfter;
  setLockAfter(after: LockAfter): void;
  openDemonstration(): Promise<void>;
  openFiles(files: readonly File[]): Promise<void>;
  readonly files: Files;
  /** Tables of the files that came last, and how their columns were understood. */
  readonly uses: readonly SheetUse[];
  readonly decisions: Decisions;
  /** Every problem of the import as CSV. Raw: to this machine's own disk. */
  saveProblems(): Promise<void>;
  saveMapping(): void;
  /** What the file is called. */
  saveFile(): string;
  /** The one way out. */
  releases(): Promise<Releases>;
}
