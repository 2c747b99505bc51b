import type { Outcome, Session } from '../../dataflow/session';
import type { AuditFault } from '../../disclosure/audit';
import { clear } from '../../disclosure/clear';
import type { Cleared } from '../../disclosure/cleared';
import { policyOf } from '../../disclosure/policy';
import { findConflicts, type Conflict } from '../../disclosure/subtract';
import type { Language } from '../../i18n/language';
import type { OwnInstrument } from '../../instruments/own';
import type { CellName } from '../../notebook/cell';
import type { Notebook } from '../../notebook/notebook';
import { reportOf } from '../report';
import { auditFile, letGoOf, type Finished } from './audit-file';
import { benchmarkQuery, tellBenchmark, writeBenchmark } from './benchmark';
import { fingerprintData } from './data-fingerprint';
import { firstBroken, type ToLog } from './log';
import { countWithheld, prepareRelease, type Prepared } from './prepare';
import { openReleaseShelf, releaseShelfInMemory, type ReleaseShelf } from './shelf';
import { tableName, tellCell } from './tell-document';

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

/** A table or picture, written as it is about to leave. */
export interface Single {
  readonly name: CellName;
  readonly cleared: Cleared;
  readonly what: 'table' | 'picture';
  /** HTML or SVG. */
  readonly content: string;
}

/** The file, or why there is none. */
export type Made =
  | { readonly kind: 'made'; readonly content: Finished['content'] }
  | Extract<Shared, { readonly kind: 'nothing' | 'too-large' | 'faulty' }>;

/** What is in the way of it. */
export type Stopped =
  | { readonly kind: 'conflict'; readonly conflict: Conflict }
  | { readonly kind: 'fault'; readonly fault: AuditFault };

const types: Readonly<Record<Finished['type'], string>> = {
  page: 'text/html',
  workbook: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  yaml: 'application/yaml',
  results: 'application/json',
};

/** What the workbench lends. */
export interface Lent {
  readonly session: () => Session;
  readonly language: () => Language;
  readonly own: () => readonly OwnInstrument[];
  readonly datasets: () => readonly { readonly name: string; readonly synthetic: boolean }[];
  /** The tables that were loaded, not the views made of them. */
  readonly tables: () => readonly string[];
  readonly ask: (sql: string) => Promise<Outcome>;
  readonly name: () => string;
  readonly now: () => number;
  readonly download: (name: string, type: string, content: string | Uint8Array<ArrayBuffer>) => void;
  readonly document: Document;
}

/** Fewer letters are no reason. */
export const leastReason = 10;

/**
 * The one way out. Whatever leaves is cleared, held against what left before, read once more as a stranger would, and
 * written down.
 */
export class Releases {
  readonly #lent: Lent;
  readonly #shelf: Promise<ReleaseShelf>;
  #fingerprint: { readonly stamp: string; readonly data: Promise<string> } | undefined;

  constructor(lent: Lent, shelf: Promise<ReleaseShelf> = openReleaseShelf()) {
    this.#lent = lent;
    this.#shelf = shelf.catch(releaseShelfInMemory);
  }

  async prepare({ without, whole, document }: Omit<Sharing, 'reason'>): Promise<Prepared> {
    const session = this.#lent.session();
    const before = await (await this.#shelf).releases();
    return prepareRelease({
      session,
      document: document ?? session.notebook,
      policy: policyOf(session.notebook.header.disclosure),
      language: this.#lent.language(),
      whole,
      without,
      before,
      notebook: this.#lent.name(),
      data: await this.#data(),
      at: this.#now(),
    });
  }

  /** The document as a report. */
  share(sharing: Sharing): Promise<Shared> {
    const { what = 'report', file = `${this.#fileName()}.html` } = sharing;
    return this.#send(sharing, { what, file, as: 'page' }, async (session, prepared, reason) => ({
      kind: 'made',
      content: this.#write(session, sharing.document, prepared, reason),
    }));
  }

  /** The tables of the document as a workbook. */
  shareWorkbook(sharing: Sharing): Promise<Shared> {
    const file = `${this.#fileName()}.xlsx`;
    return this.#send(sharing, { what: 'workbook', file, as: 'workbook' }, async (session, prepared) => {
      const { writeWorkbook } = await import('./workbook');
      const words = { language: this.#lent.language(), own: this.#lent.own() };
      return { kind: 'made', content: await writeWorkbook(session, prepared, words) };
    });
  }

  /**
   * The results beside the notebook's own file, for who has no data. Never whole: there is nobody who reads in it why.
   */
  shareResults({ without, reason }: Pick<Sharing, 'without' | 'reason'>): Promise<Shared> {
    const file = `${this.#fileName()}.results.json`;
    const sharing = { without, reason, whole: false };
    return this.#send(sharing, { what: 'results', file, as: 'results' }, async (session, prepared) => {
      const { makeResults } = await import('./results');
      return makeResults(session, prepared, {
        language: this.#lent.language(),
        own: this.#lent.own(),
        synthetic: this.#isSynthetic(),
      });
    });
  }

  /** Of the data that is loaded; empty where it cannot be told. */
  fingerprint(): Promise<string> {
    return this.#data();
  }

  /** Nothing in the way, or a reason; then it is made, read once more, noted and handed over. */
  async #send(
    sharing: Sharing,
    leaving: Pick<ToLog, 'what' | 'file'> & { readonly as: Finished['type'] },
    make: (session: Session, prepared: Prepared, reason: string) => Promise<Made>,
  ): Promise<Shared> {
    const { whole } = sharing;
    const session = this.#lent.session();
    const prepared = await this.prepare(sharing);
    const isInTheWay = whole || prepared.conflicts.length > 0;
    const reason = isInTheWay ? sharing.reason.trim() : '';
    if (isInTheWay && reason.length < leastReason)
      return { kind: 'reason-needed', conflicts: prepared.conflicts };
    const { what, file, as } = leaving;
    const made = await make(session, prepared, reason);
    if (made.kind !== 'made') return made;
    const { content } = made;
    const faults = whole ? [] : await this.#audit(session, prepared, { fileName: file, type: as, content });
    if (faults.length > 0) return { kind: 'faulty', faults };
    await this.#note(prepared, { what, file, session, whole, reason });
    this.#lent.download(file, types[as], content);
    return { kind: 'done', file };
  }

  #fileName(): string {
    return this.#lent.name() || 'pejling';
  }

  /**
   * What a pool tells its projects: its own averages by scale, age and sex, cleared like all that leaves. Projects open
   * the file beside their own export.
   */
  async shareBenchmark(reason: string): Promise<Shared> {
    const session = this.#lent.session();
    const policy = policyOf(session.notebook.header.disclosure);
    const asked = await this.#lent.ask(benchmarkQuery);
    const clearing = asked.ok ? clear(asked.result, policy) : undefined;
    const text = clearing?.ok ? writeBenchmark(clearing.cleared) : undefined;
    if (!clearing?.ok || text === undefined) return { kind: 'nothing' };
    const file = 'benchmark.yaml';
    const shelf = await this.#shelf;
    const tables = [tellBenchmark(file, clearing.cleared)];
    const release = { notebook: this.#lent.name(), at: this.#now(), data: await this.#data(), tables };
    const conflicts = findConflicts(release, await shelf.releases(), policy.minimum);
    if (conflicts.length > 0 && reason.trim().length < leastReason)
      return { kind: 'reason-needed', conflicts };
    const { cleared } = clearing;
    const letGo = { table: file, whole: asked.ok ? asked.result.columns : [], cleared };
    const faults = await auditFile({ fileName: file, type: 'yaml', content: text }, [letGo], policy.minimum);
    if (faults.length > 0) return { kind: 'faulty', faults };
    const { rows, values } = countWithheld(cleared);
    await shelf.add(release, {
      ...this.#entry(session, false),
      what: 'benchmark',
      file,
      withheld: rows + values > 0 ? [{ table: file, rows, values, why: 'small' }] : [],
      conflicts: conflicts.map(({ one, other }): [string, string] => [one.table, other.table]),
      reason: conflicts.length > 0 ? reason.trim() : '',
      data: release.data,
    });
    this.#lent.download(file, types.yaml, text);
    return { kind: 'done', file };
  }

  /**
   * One table or picture that is about to leave: what it would give away together with what left before, and what stands
   * in it that may not be read. Where that is nothing it is written down as having left.
   */
  async letGo({ name, cleared, what, content }: Single): Promise<Stopped | undefined> {
    const session = this.#lent.session();
    const shelf = await this.#shelf;
    const release = {
      notebook: this.#lent.name(),
      at: this.#now(),
      data: await this.#data(),
      tables: tellCell(session, name, cleared).map(({ told }) => told),
    };
    const policy = policyOf(session.notebook.header.disclosure);
    const conflicts = findConflicts(release, await shelf.releases(), policy.minimum);
    const [conflict] = conflicts;
    if (conflict) return { kind: 'conflict', conflict };
    const table = tableName(session, name);
    const page = { fileName: what === 'picture' ? `${name}.svg` : table, type: 'page' as const, content };
    const [fault] = await auditFile(page, [letGoOf(session, name, cleared)], policy.minimum);
    if (fault) return { kind: 'fault', fault };
    const { rows, values } = countWithheld(cleared);
    const withheld = rows + values > 0 ? [{ table, rows, values, why: 'small' as const }] : [];
    await shelf.add(release, {
      ...this.#entry(session, false),
      what,
      file: table,
      withheld,
      conflicts: [],
      reason: '',
      data: release.data,
    });
    return undefined;
  }

  /** The page was printed, or nearly: nobody tells. What it told is known from now on. */
  async notePrint(): Promise<void> {
    const session = this.#lent.session();
    const prepared = await this.prepare({ without: new Set(), whole: false });
    await this.#note(prepared, { what: 'print', file: '', session, whole: false, reason: '' });
  }

  /** The log as it stands, and the first entry that does not say what it said. */
  async saveLog(): Promise<void> {
    const log = await (await this.#shelf).log();
    const broken = await firstBroken(log);
    const text = JSON.stringify(
      { unbroken: broken === undefined, ...(broken !== undefined && { broken }), log },
      null,
      1,
    );
    this.#lent.download('pejling-eksportlog.json', 'application/json', `${text}\n`);
  }

  async countLogged(): Promise<number> {
    return (await (await this.#shelf).log()).length;
  }

  #write(
    session: Session,
    notebook: Notebook | undefined,
    { policy, outcomes }: Prepared,
    reason: string,
  ): string {
    const datasets = this.#lent.datasets();
    return reportOf({
      session,
      notebook,
      policy,
      outcomes,
      reason,
      language: this.#lent.language(),
      own: this.#lent.own(),
      datasets: datasets.map(({ name }) => name),
      synthetic: this.#isSynthetic(),
      madeAt: this.#now(),
      document: this.#lent.document,
    });
  }

  #isSynthetic(): boolean {
    const datasets = this.#lent.datasets();
    return datasets.length > 0 && datasets.every(({ synthetic }) => synthetic);
  }

  #audit(session: Session, { outcomes }: Prepared, finished: Finished): Promise<readonly AuditFault[]> {
    const letGo = [...outcomes].flatMap(([name, outcome]) =>
      outcome.kind === 'result' && outcome.clearing.ok
        ? [letGoOf(session, name, outcome.clearing.cleared)]
        : [],
    );
    return auditFile(finished, letGo, policyOf(session.notebook.header.disclosure).minimum);
  }

  async #note(
    { release, withheld, conflicts }: Prepared,
    what: Pick<ToLog, 'what' | 'file' | 'reason'> & { readonly session: Session; readonly whole: boolean },
  ): Promise<void> {
    const pairs = conflicts.map(({ one, other }): [string, string] => [one.table, other.table]);
    const lines = withheld.map(({ table, rows, values, why }) => ({ table, rows, values, why }));
    const { session, whole, ...said } = what;
    const entry = {
      ...this.#entry(session, whole),
      ...said,
      withheld: lines,
      conflicts: pairs,
      data: release.data,
    };
    await (await this.#shelf).add(release, entry);
  }

  #entry({ notebook }: Session, whole: boolean): Pick<ToLog, 'at' | 'notebook' | 'policy'> {
    const { minimum, rounding = null } = policyOf(notebook.header.disclosure);
    const preset = notebook.header.disclosure.preset ?? 'steering';
    return { at: this.#now(), notebook: this.#lent.name(), policy: { preset, minimum, rounding, whole } };
  }

  #now(): string {
    return new Date(this.#lent.now()).toISOString();
  }

  /** Read once for what is loaded. */
  #data(): Promise<string> {
    const { stamp } = this.#lent.session().tables;
    if (this.#fingerprint?.stamp !== stamp)
      this.#fingerprint = { stamp, data: fingerprintData(this.#lent.tables(), this.#lent.ask) };
    return this.#fingerprint.data;
  }
}
