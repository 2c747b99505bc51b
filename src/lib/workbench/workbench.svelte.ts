import { clear } from '../disclosure/clear';
import { floor, type Clearing, type Policy } from '../disclosure/cleared';
import { apply, compiledOf, start, statusOf } from '../dataflow/apply';
import type { Event, Handle, Outcome, Session, Status } from '../dataflow/session';
import { readOwnInstruments } from '../instruments/own';
import type { Language } from '../i18n/language';
import type { Decision, FindingRule } from '../ingest/decision';
import type { MatchEvent } from '../ingest/mapping/matching';
import { isNamed, type CellName } from '../notebook/cell';
import type { Notebook, NotebookProblem } from '../notebook/notebook';
import { parse, type NotebookReading } from '../notebook/parse';
import { serialize } from '../notebook/serialize';
import { emptyResult, type Result } from '../results/result';
import { writeCsv } from '../results/write-csv';
import { Conductor } from './conductor';
import { Data, nothingHeld, readably, type Engines, type Holding } from './data.svelte';
import { coverDropped, joinDropped } from './dropped-files';
import type { ExportFiles } from './exports';
import { gather } from './gather';
import type { LockAfter } from './idle/idle';
import { keepLockChoice, lockChoice } from './idle/lock-choice';
import type { SheetUse } from './import-sheet';
import { Keeper, type Place } from './keeper.svelte';
import { dataWords } from './labels';
import { optionsOf, type InputOption } from './options';
import { noTables } from './overview';
import type { Matcher, MatchingState } from './matcher.svelte';
import { instrumentTexts, isInstrumentFile, takeBenchmarks } from './own-instruments';
import { readPredefined } from './predefined';
import { Remembering } from './remembered/remembering.svelte';
import type { Unlocked } from './remembered/vault';
import type { RefusedFile } from './refused';

/** The world outside: given by the page, faked by tests. */
export interface Surroundings extends Engines {
  readonly fetchDemonstration: () => Promise<ExportFiles>;
  readonly download: (name: string, type: string, text: string) => void;
  readonly now: () => number;
}

const emptyText = '---\nformat: 1\ntitle: ""\nlanguage: da\n---\n';
const blank = parse(emptyText).notebook;

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
  session = $state.raw<Session>(start(blank, noTables));
  notebookProblems = $state.raw<readonly NotebookProblem[]>([]);
  language = $state.raw<Language>('da');
  requests = $state.raw(0);
  /** Minutes without use after which data leaves memory. */
  lockAfter = $state.raw<LockAfter>(lockChoice());

  /** What the data's codes and columns are called. */
  dataWords = $derived.by(() => dataWords(this.instruments, this.language));

  readonly #world: Surroundings;
  readonly #data: Data;
  /** Fetched when the first file of a person's own comes. */
  #matcher = $state.raw<Matcher>();
  readonly #keeper: Keeper;
  readonly #conductor: Conductor;
  readonly #remembering: Remembering;
  /** What was to be loaded last, also when nothing came of it. */
  #asked = $state.raw<Holding>(nothingHeld);
  readonly #drafts = new Map<Handle, string>();
  readonly #show = gather<Session>((session) => (this.session = session));

  constructor(world: Surroundings) {
    this.#world = world;
    this.#data = new Data(world);
    this.#remembering = new Remembering(world.now);
    this.#keeper = new Keeper(world.now, () => ({
      title: this.session.notebook.header.title,
      text: serialize(this.#withDrafts()),
      demonstration: this.#data.held.exports.some((held) => held.synthetic),
    }));
    this.#conductor = new Conductor({
      session: this.session,
      now: world.now,
      onChange: (session, event) => this.#show(session, patienceWith(this.session, session, event)),
      onKeep: () => this.#keeper.changed(),
    });
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
  get matching(): MatchingState {
    return this.#matcher?.state ?? { kind: 'closed' };
  }
  get saved() {
    return this.#keeper.saved;
  }
  /** What the open notebook is called on this browser's shelf; empty when none is open. */
  get name() {
    return this.#keeper.name;
  }

  get remembering() {
    return this.#remembering.state;
  }
  /** Something of a person's own is in memory, loaded or on its way. */
  get holdsOwn(): boolean {
    return [...this.#asked.exports, ...this.data.datasets].some(({ synthetic }) => !synthetic);
  }

  setLanguage(language: Language): void {
    this.language = language;
  }

  setLockAfter(after: LockAfter): void {
    this.lockAfter = after;
    keepLockChoice(after);
  }

  dispatch(event: Event): void {
    if (event.type === 'written') this.#drafts.delete(event.handle);
    this.#conductor.dispatch(event);
  }

  /** A text that is not the cell's yet, half a line of YAML: it is kept as if it were, so that a closed tab loses nothing. */
  draft(handle: Handle, text: string): void {
    this.#drafts.set(handle, text);
    this.#keeper.changed();
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
  get policy(): Policy {
    return { kind: 'minimum', minimum: Math.max(floor, this.session.notebook.header.disclosure.minimum) };
  }

  clearing(name: CellName, policy: Policy = this.policy): Clearing {
    return clear(this.result(name) ?? emptyResult, policy);
  }

  /** Runs a query beside the notebook. What it gives is raw: for this screen alone, never for what leaves. */
  ask(sql: string): Promise<Outcome> {
    return this.#conductor.ask(sql);
  }

  compiled(name: CellName): string {
    return compiledOf(this.session, name)?.sql ?? '';
  }

  optionsOf(name: CellName): readonly InputOption[] {
    const cell = this.session.notebook.cells.find((cell) => isNamed(cell) && cell.name === name);
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
      await this.#load({ ...this.#data.held, exports });
    } catch (error) {
      this.#data.fail(error);
    }
  }

  /** Loads what was asked for once more, when the engine would not start. */
  retry(): Promise<void> {
    return this.#load(this.#data.held);
  }

  /** What is loaded is kept on this device, encrypted, until its end date; what is loaded later follows. */
  remember(phrase: string): Promise<void> {
    return this.#remembering.start(phrase, this.#data.held);
  }

  stopRemembering(): Promise<void> {
    return this.#remembering.stop();
  }

  /** Loads what was remembered, as it was when it was remembered. */
  async openUnlocked({ holding, vault }: Unlocked): Promise<void> {
    (await this.#loadMatcher()).adopt(holding.mappings);
    this.#remembering.resume(vault);
    await this.#load(holding);
  }

  /** Writes what is still to be written; then data, results and engines leave memory. */
  async close(): Promise<void> {
    await Promise.all([this.#keeper.flush(), this.#remembering.settled()]);
    this.#keeper.close();
    this.#matcher?.close();
    this.#drafts.clear();
    this.#asked = nothingHeld;
    this.dispatch({ type: 'opened', notebook: blank, problems: [], at: this.#world.now() });
    this.dispatch({ type: 'tables-loaded', tables: noTables, at: this.#world.now() });
    this.#data.close();
  }

  /** Data files, notebooks and instruments alike, however they came. */
  async openFiles(files: readonly File[]): Promise<void> {
    const notebooks = files.filter((file) => /\.(md|markdown)$/i.test(file.name));
    const instruments = files.filter(isInstrumentFile);
    const data = files.filter((file) => !notebooks.includes(file) && !instruments.includes(file));
    const notebook = notebooks[0];
    if (notebook) await this.openNotebook(await notebook.text(), notebook.name.replace(/\.\w+$/, ''));
    if (data.length + instruments.length > 0) await this.#openData(data, instruments);
  }

  async #openData(data: readonly File[], yaml: readonly File[]): Promise<void> {
    const texts = await instrumentTexts(yaml).catch((error: unknown) => this.#data.fail(error));
    if (!texts) return;
    const matcher = await this.#loadMatcher();
    const { benchmarks, others: instruments } = takeBenchmarks(await matcher.takeMappings(texts));
    const readings = readOwnInstruments(instruments, this.#data.held.own);
    const refused = readings.refused.map((each): RefusedFile => ({ kind: 'instrument', ...each }));
    const dropped = [...(await coverDropped(data)), ...benchmarks];
    const exports = joinDropped(this.#data.held.exports, dropped);
    const isUseless = refused.length === instruments.length && instruments.length === texts.length;
    if (dropped.length === 0 && isUseless) this.#data.refused = refused;
    else {
      const { mappings } = matcher;
      await this.#load({ ...this.#data.held, exports, own: readings.own, mappings }, refused);
    }
    const foreign = matcher.foreignIn(
      this.#data.uses,
      new Set(dropped.map(({ file }) => file.name)),
      this.instruments,
    );
    if (foreign.length > 0) await this.matchColumns(foreign);
  }

  async #loadMatcher(): Promise<Matcher> {
    const { Matcher } = await import('./matcher.svelte');
    return (this.#matcher ??= new Matcher(this.#world.openImportEngine));
  }

  /** Shows what the columns of these tables are taken for, to be changed. */
  async matchColumns(uses: readonly SheetUse[]): Promise<void> {
    const { exports } = this.#asked;
    const headers = uses.map(({ header }) => header);
    const matcher = await this.#loadMatcher();
    await matcher.begin(exports.map(readably), this.instruments, headers);
  }

  match(event: MatchEvent): void {
    this.#matcher?.dispatch(event);
  }

  /** What was said of the open sheet holds; after the last one all is loaded. */
  async loadMatched(): Promise<void> {
    const matcher = this.#matcher;
    if (matcher?.take() === false) await this.#load({ ...this.#asked, mappings: matcher.mappings });
  }

  /** Rows of this kind are kept or left out from now on, in later files with the same columns too. */
  async decide(rule: FindingRule, decision: Decision): Promise<void> {
    const held = this.#data.held;
    const decisions = { ...held.decisions, [rule]: decision };
    const matched = this.#data.uses.filter(({ by }) => by === 'mapping');
    if (matched.length > 0) (await this.#loadMatcher()).decide(matched, decisions);
    await this.#load({ ...held, decisions, mappings: this.#matcher?.mappings ?? held.mappings });
  }

  /** Every problem of the import, raw: to this machine's own disk. The mark and the sign are what Excel in Danish reads. */
  async saveProblems(): Promise<void> {
    const asked = await this.ask('SELECT * FROM import_problems');
    if (!asked.ok) throw new Error(asked.failure.message);
    this.#world.download('importproblemer.csv', 'text/csv', `\uFEFF${writeCsv(asked.result, ';')}`);
  }

  /** The file stays out. */
  leaveMatching(): void {
    this.#matcher?.close();
  }

  /** What was said, as a file for others. */
  saveMapping(): void {
    const text = this.#matcher?.text;
    if (text !== undefined) this.#world.download('kolonner.yaml', 'application/yaml', text);
  }

  /** An instrument of the user's goes; one of ours that it stood for comes back. */
  removeInstrument(name: string): Promise<void> {
    const { own } = this.#data.held;
    return this.#load({
      ...this.#data.held,
      own: own.filter(({ instrument }) => instrument.name !== name),
    });
  }

  async openNotebook(text: string, name: string): Promise<void> {
    const reading = parse(text);
    const place = await this.#keeper.placeFor(name, serialize(reading.notebook));
    await this.#keeper.flush();
    this.#open(reading, place);
  }

  openEmpty(): Promise<void> {
    return this.openNotebook(emptyText, 'notesbog');
  }

  async openPredefined(name: string): Promise<boolean> {
    const text = await readPredefined(name);
    if (text !== undefined) await this.openNotebook(text, name);
    return text !== undefined;
  }

  /** Opens a kept notebook as it was left; the demonstration comes back with it, a person's own data must be chosen again. */
  async openRecent(name: string): Promise<boolean> {
    const kept = await this.#keeper.read(name);
    if (!kept) return false;
    await this.#keeper.flush();
    this.#open(parse(kept.text), kept);
    if (kept.demonstration && this.data.tables.length === 0) await this.openDemonstration();
    return true;
  }

  recent() {
    return this.#keeper.recent();
  }

  flush(): Promise<void> {
    return this.#keeper.flush();
  }

  saveFile(): void {
    this.#world.download(`${this.#fileName()}.md`, 'text/markdown', serialize(this.session.notebook));
  }

  async exportReport(): Promise<void> {
    const { reportOf } = await import('./report');
    const html = reportOf({
      session: this.session,
      policy: this.policy,
      language: this.language,
      own: this.own,
      datasets: this.data.datasets.map(({ name }) => name),
      synthetic: this.data.datasets.every(({ synthetic }) => synthetic),
      madeAt: new Date(this.#world.now()).toISOString(),
      document,
    });
    this.#world.download(`${this.#fileName()}.html`, 'text/html', html);
  }

  #fileName(): string {
    return this.#keeper.name || 'pejling';
  }

  /** In one go: no change of one notebook may be kept under the name of another. */
  #open({ notebook, problems }: NotebookReading, place: Place): void {
    this.notebookProblems = problems;
    this.#drafts.clear();
    this.dispatch({ type: 'opened', notebook, problems, at: this.#world.now() });
    this.#keeper.resume(
      place,
      problems.some(({ kind }) => kind === 'newer-format'),
    );
  }

  async #load(holding: Holding, refused: readonly RefusedFile[] = []): Promise<void> {
    this.#asked = holding;
    const loaded = await this.#data.load(holding, refused);
    if (!loaded) return;
    this.#conductor.useEngine(loaded.engine);
    this.dispatch({ type: 'tables-loaded', tables: loaded.tables, at: this.#world.now() });
    this.#remembering.follow(this.#data.held);
    this.#keeper.changed();
  }
}
