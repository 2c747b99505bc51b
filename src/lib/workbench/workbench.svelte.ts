import { clear } from '../disclosure/clear';
import type { Clearing, Policy } from '../disclosure/cleared';
import { policyOf } from '../disclosure/policy';
import type { Told } from '../disclosure/sums';
import { toldBeside } from '../disclosure/told';
import { apply, compiledOf, start, statusOf } from '../dataflow/apply';
import { withIntervals } from '../dataflow/intervals';
import type { Event, Failure, Handle, Outcome, Session, Status } from '../dataflow/session';
import type { Language } from '../i18n/language';
import { isNamed, type CellName, type NamedCell } from '../notebook/cell';
import type { Notebook, NotebookProblem } from '../notebook/notebook';
import { parse, type NotebookReading } from '../notebook/parse';
import { serialize } from '../notebook/serialize';
import { emptyResult, type Result } from '../results/result';
import { writeCsv } from '../results/write-csv';
import { Conductor } from './conductor';
import { Data, type Engines } from './data.svelte';
import type { ExportFiles } from './exports';
import { Files } from './files.svelte';
import { gather } from './gather';
import type { LockAfter } from './idle/idle';
import { keepLockChoice, lockChoice } from './idle/lock-choice';
import { dataWords } from './labels';
import { blank } from './library/blank';
import { isEditing } from './library/editing';
import type { LinkProblem } from './link';
import { OpenNotebook } from './library/open-notebook.svelte';
import { optionsOf, type InputOption } from './options';
import { noTables } from './overview';
import { isInstrumentFile } from './own-instruments';
import type { Releases } from './release/releases';
import { setResultsApart } from './results-file/set-apart';
import type { ResultsProblem } from './results-file/read';
import type { ReceivedResults, Standing } from './results-file/received.svelte';

/** The world outside: given by the page, faked by tests. */
export interface Surroundings extends Engines {
  readonly fetchDemonstration: () => Promise<ExportFiles>;
  readonly download: (name: string, type: string, content: string | Uint8Array<ArrayBuffer>) => void;
  readonly now: () => number;
}

/** Events whose outcome is soon there: what is on the page stays until it is, or until it takes too long. */
const patient: ReadonlySet<Event['type']> = new Set(['input-set', 'run-asked', 'run-ended']);

/** Milliseconds until the page follows: short for a first result, since there is nothing on the page to keep for it. */
function patienceWith(shown: Session, session: Session, event: Event): number {
  if (session.running.size === 0 || !patient.has(event.type)) return 0;
  const isFirst = event.type === 'run-ended' ? !shown.results.has(event.name) : shown.results.size === 0;
  return isFirst ? 40 : 250;
}

/** The one place that holds state. Components read it and dispatch events; what follows is the reducer's to say. */
export class Workbench {
  session = $state.raw<Session>(start(blank.notebook, noTables));
  notebookProblems = $state.raw<readonly NotebookProblem[]>([]);
  language = $state.raw<Language>('da');
  requests = $state.raw(0);
  /** What the notebook gave on the export before this one, while both are a person's own: to see what is another number now. */
  earlier = $state.raw<Session['results']>();
  /** The page was opened by a link that gave no notebook. */
  linkProblem = $state.raw<LinkProblem>();
  /** The results of the open notebook that came in a file beside it. */
  received = $state.raw<ReceivedResults>();
  /** A file of results gave none. */
  resultsProblem = $state.raw<ResultsProblem>();
  /** Minutes without use after which data leaves memory. */
  lockAfter = $state.raw<LockAfter>(lockChoice());

  /** Where the open notebook is kept, and whether it is written here. */
  readonly open: OpenNotebook;
  /** The files a person has chosen, and what is done with them. */
  readonly files: Files;

  /** What the data's codes and columns are called. */
  dataWords = $derived.by(() => dataWords(this.instruments, this.language));

  readonly #world: Surroundings;
  readonly #data: Data;
  readonly #conductor: Conductor;
  #releases: Promise<Releases> | undefined;
  #wasOwn = false;
  readonly #drafts = new Map<Handle, string>();
  readonly #follow = gather<Session>((session) => (this.session = session));

  constructor(world: Surroundings) {
    this.#world = world;
    this.#data = new Data(world);
    this.files = new Files({
      data: this.#data,
      openImportEngine: world.openImportEngine,
      now: world.now,
      onLoaded: ({ engine, tables }) => {
        this.#keepEarlier();
        this.#conductor.useEngine(engine);
        this.dispatch({ type: 'tables-loaded', tables, at: world.now() });
        this.open.changed();
      },
    });
    this.open = new OpenNotebook({
      now: world.now,
      written: () => ({
        title: this.session.notebook.header.title,
        text: serialize(this.#withDrafts()),
        demonstration: this.#data.held.exports.some((held) => held.synthetic),
        inert: this.#conductor.session.inert,
      }),
      onOpen: (reading, inert) => this.#show(reading, inert),
    });
    this.#conductor = new Conductor({
      session: this.session,
      now: world.now,
      onChange: (session, event) => {
        this.#follow(session, patienceWith(this.session, session, event));
        void this.received?.follow(session);
      },
      onKeep: () => this.open.changed(),
    });
  }

  #keepEarlier(): void {
    const isOwn = this.data.datasets.length > 0 && this.data.datasets.every(({ synthetic }) => !synthetic);
    this.earlier = isOwn && this.#wasOwn && this.session.results.size > 0 ? this.session.results : undefined;
    this.#wasOwn = isOwn;
  }

  forgetEarlier(): void {
    if (this.earlier) this.earlier = undefined;
    else this.received = undefined;
  }

  /** What may be shown of a cell as it was on an export before this one: opened before it, or told in a file of results. */
  clearingBefore(name: CellName): Clearing | undefined {
    const old = this.earlier?.get(name);
    if (old) return clear(old.result, this.policy);
    const isSynthetic = this.data.datasets.every(({ synthetic }) => synthetic);
    return this.received?.before(this.session, this.policy, isSynthetic, name);
  }

  get phase() {
    return this.#data.phase;
  }
  get data() {
    return this.#data.overview;
  }
  /** Of the files that came last, those that gave nothing, and why. */
  get refused() {
    return this.#data.refused;
  }
  /** Every instrument the data is scored by: ours, and the user's own. */
  get instruments() {
    return this.#data.instruments;
  }
  get own() {
    return this.#data.own;
  }
  /** What is done about rows that are strange beside others, where it is not the usual. */
  get decisions() {
    return this.#data.decisions;
  }
  /** The tables of the files that came last, and how their columns were understood. */
  get uses() {
    return this.#data.uses;
  }
  /** Something of a person's own is in memory, loaded or on its way. */
  get holdsOwn(): boolean {
    return [...this.files.asked.exports, ...this.data.datasets].some(({ synthetic }) => !synthetic);
  }

  setLanguage(language: Language): void {
    this.language = language;
  }

  setLockAfter(after: LockAfter): void {
    this.lockAfter = after;
    keepLockChoice(after);
  }

  dispatch(event: Event): void {
    // Before there is a notebook, what is written would be gone with the one that comes.
    if ((this.open.elsewhere || !this.open.name) && isEditing(event)) return;
    if (event.type === 'written') this.#drafts.delete(event.handle);
    else if (event.type === 'replaced') this.#drafts.clear();
    this.#conductor.dispatch(event);
  }

  /** A text that is not the cell's yet, half a line of YAML: it is kept as if it were, so that a closed tab loses nothing. */
  draft(handle: Handle, text: string): void {
    if (this.open.elsewhere) return;
    this.#drafts.set(handle, text);
    this.open.changed();
  }

  #withDrafts(): Notebook {
    let session = this.#conductor.session;
    for (const [handle, text] of this.#drafts) {
      session = apply(session, { type: 'written', handle, text }).session;
    }
    return session.notebook;
  }

  status(name: CellName): Status {
    return statusOf(this.session, name);
  }

  /** The last result, also when it is out of date. */
  result(name: CellName): Result | undefined {
    return this.session.results.get(name)?.result;
  }

  /** The policy of everything that leaves: the notebook's, never under the app's floor. */
  readonly policy = $derived.by(() => policyOf(this.session.notebook.header.disclosure));

  get minimum(): number {
    return this.policy.minimum;
  }

  clearing(name: CellName, policy: Policy = this.policy): Clearing {
    const cell = this.#cell(name);
    const result = this.result(name) ?? emptyResult;
    return clear(cell ? withIntervals(cell, result) : result, policy, () => this.told(result));
  }

  /** What of a cell without a result of its own came in a file, and whether the cell is still as it was. */
  standing(name: CellName): Standing | undefined {
    return this.received?.standing(this.session, this.policy, name);
  }

  /** What is shown of it. Nothing that leaves from here has it. */
  fromFile(name: CellName): Clearing | undefined {
    return this.received?.clearing(this.session, this.policy, name);
  }

  /** The results that came in a file are no longer shown; or what was wrong with them is no longer told. */
  letReceivedGo(): void {
    this.received = undefined;
    this.resultsProblem = undefined;
  }

  /** The counts that the notebook tells beside a result. */
  told(beside?: Result): readonly Told[] {
    return toldBeside(this.session.results.values(), beside);
  }

  /** Runs a query beside the notebook. What it gives is raw: for this screen alone, never for what leaves. */
  ask(sql: string): Promise<Outcome> {
    return this.#conductor.ask(sql);
  }

  /** What would be wrong with a cell, were it run as it is now. */
  check(name: CellName): Promise<Failure | undefined> {
    return this.#conductor.check(name);
  }

  compiled(name: CellName): string {
    return compiledOf(this.session, name)?.sql ?? '';
  }

  #cell(name: CellName): NamedCell | undefined {
    return this.session.notebook.cells.filter(isNamed).find((cell) => cell.name === name);
  }

  optionsOf(name: CellName): readonly InputOption[] {
    const cell = this.#cell(name);
    if (cell?.kind !== 'input') return [];
    return optionsOf(this.session, cell, this.dataWords.label);
  }

  /** Boots the engine while the reader is still choosing. */
  warm(): void {
    void this.#data.warm().catch(() => {});
  }

  async openDemonstration(): Promise<void> {
    try {
      const exports = [await this.#world.fetchDemonstration()];
      await this.files.loadExports(exports);
    } catch (error) {
      this.#data.fail(error);
    }
  }

  /** Writes what is still to be written; then data, results and engines leave memory. */
  async close(): Promise<void> {
    await Promise.all([this.open.flush(), this.files.settled()]);
    this.open.close();
    this.files.close();
    this.letReceivedGo();
    this.#drafts.clear();
    this.dispatch({ type: 'opened', ...blank, at: this.#world.now() });
    this.dispatch({ type: 'tables-loaded', tables: noTables, at: this.#world.now() });
    this.#data.close();
  }

  /** Data files, notebooks, their results and instruments alike, however they came. */
  async openFiles(files: readonly File[]): Promise<void> {
    const notebooks = files.filter((file) => /\.(md|markdown)$/i.test(file.name));
    const instruments = files.filter(isInstrumentFile);
    const others = files.filter((file) => !notebooks.includes(file) && !instruments.includes(file));
    const { results, data } = await setResultsApart(others);
    const notebook = notebooks[0];
    if (notebook) await this.open.openReceived(await notebook.text(), notebook.name.replace(/\.\w+$/, ''));
    if (results) await this.#receive(results);
    if (data.length + instruments.length > 0) await this.files.open(data, instruments);
  }

  /** Results of the notebook that is open, which they are shown in. */
  async #receive(file: File): Promise<void> {
    const { receiveResults } = await import('./results-file/receive');
    const fingerprint = async () => (await this.releases()).fingerprint();
    const reading = await receiveResults(file, this.#conductor.session, fingerprint);
    this.received = reading.ok ? reading.received : undefined;
    this.resultsProblem = reading.ok ? undefined : reading.problem;
    // Something may have changed while it was read.
    void this.received?.follow(this.#conductor.session);
  }

  /** Every problem of the import, raw: to this machine's own disk. The mark and the sign are what Excel in Danish reads. */
  async saveProblems(): Promise<void> {
    const asked = await this.ask('SELECT * FROM import_problems');
    if (!asked.ok) throw new Error(asked.failure.message);
    this.#world.download('importproblemer.csv', 'text/csv', `\uFEFF${writeCsv(asked.result, ';')}`);
  }

  /** What was said, as a file for others. */
  saveMapping(): void {
    const text = this.files.mappingText;
    if (text !== undefined) this.#world.download('kolonner.yaml', 'application/yaml', text);
  }

  /** As it was left; the demonstration comes back with it, a person's own data must be chosen again. */
  async openRecent(name: string): Promise<boolean> {
    const kept = await this.open.openKept(name);
    if (kept?.demonstration && this.data.tables.length === 0) await this.openDemonstration();
    return kept !== undefined;
  }

  /** The notebook in the fragment of an address; or why there is none to be had in it. */
  async openLink(fragment: string): Promise<LinkProblem | undefined> {
    const [{ readLink }, { fileName }] = await Promise.all([import('./link'), import('./library/search')]);
    const reading = await readLink(fragment);
    if (!reading.ok) return reading.problem;
    const { title } = parse(reading.text).notebook.header;
    await this.open.openReceived(reading.text, fileName(title) || 'notesbog');
    return undefined;
  }

  /** The person says yes to the open notebook: it runs, and from now on it does so without asking. */
  trust(): void {
    this.dispatch({ type: 'trusted', at: this.#world.now() });
    this.open.changed();
    this.#keepTrust();
  }

  /** What the file is called. */
  saveFile(): string {
    const file = `${this.#fileName()}.md`;
    this.#world.download(file, 'text/markdown', serialize(this.session.notebook));
    this.#keepTrust();
    return file;
  }

  /** What leaves from here may come back. */
  #keepTrust(): void {
    const { inert, notebook } = this.#conductor.session;
    if (inert) return;
    void import('./trust/trusted').then(({ keepTrusted }) => keepTrusted(serialize(notebook)));
  }

  /** The one way out. */
  releases(): Promise<Releases> {
    this.#releases ??= import('./release/releases').then(
      ({ Releases }) =>
        new Releases({
          session: () => this.session,
          language: () => this.language,
          own: () => this.own,
          datasets: () => this.data.datasets,
          tables: () => this.data.tables.flatMap(({ name, rows }) => (rows === null ? [] : [name])),
          ask: (sql) => this.ask(sql),
          name: () => this.open.name,
          now: this.#world.now,
          download: this.#world.download,
          document,
        }),
    );
    return this.#releases;
  }

  #fileName(): string {
    return this.open.name || 'pejling';
  }

  #show({ notebook, problems }: NotebookReading, inert: boolean): void {
    this.notebookProblems = problems;
    this.earlier = undefined;
    this.linkProblem = undefined;
    this.letReceivedGo();
    this.#drafts.clear();
    this.dispatch({ type: 'opened', notebook, problems, inert, at: this.#world.now() });
  }
}
