import type { Decision, DecidableRule } from '../ingest/decision';
import type { MatchEvent } from '../ingest/mapping/matching';
import { readOwnInstruments } from '../instruments/own';
import { nothingHeld, readably, type Data, type Engines, type Holding } from './data.svelte';
import { coverName } from './cover-name';
import { coverDropped, joinDropped } from './dropped-files';
import { renameDataset, setApart, type ExportFiles } from './exports';
import type { SheetUse } from './import-sheet';
import type { Matcher, MatchingState } from './matcher.svelte';
import { instrumentTexts, takeBenchmarks } from './own-instruments';
import type { RefusedFile } from './refused';
import { Remembering } from './remembered/remembering.svelte';
import type { Unlocked } from './remembered/vault';

export interface FilesOptions extends Pick<Engines, 'openImportEngine'> {
  readonly data: Data;
  readonly now: () => number;
  readonly onLoaded: (loaded: NonNullable<Awaited<ReturnType<Data['load']>>>) => void;
}

/** The files a person has chosen, on their way into the data: what their columns are, what is decided of them, whether they are remembered. */
export class Files {
  /** What was to be loaded last, also when nothing came of it. */
  asked = $state.raw<Holding>(nothingHeld);

  readonly #options: FilesOptions;
  readonly #data: Data;
  readonly #remembering: Remembering;
  /** Fetched when the first file of a person's own comes. */
  #matcher = $state.raw<Matcher>();

  constructor(options: FilesOptions) {
    this.#options = options;
    this.#data = options.data;
    this.#remembering = new Remembering(options.now);
  }

  get matching(): MatchingState {
    return this.#matcher?.state ?? { kind: 'closed' };
  }
  get remembering() {
    return this.#remembering.state;
  }
  /** What was said of the open sheet's columns, as a file for others. */
  get mappingText(): string | undefined {
    return this.#matcher?.text;
  }

  loadExports(exports: readonly ExportFiles[]): Promise<void> {
    return this.#load({ ...this.#data.held, exports });
  }

  /** Loads what was asked for once more, when the engine would not start. */
  retry(): Promise<void> {
    return this.#load(this.#data.held);
  }

  /** What is being read is left. */
  stop(): void {
    this.#data.stop();
    this.asked = this.#data.held;
  }

  async open(data: readonly File[], yaml: readonly File[]): Promise<void> {
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
    const names = new Set(dropped.map(({ file }) => file.name));
    const foreign = matcher.foreignIn(this.#data.uses, names, this.#data.instruments);
    if (foreign.length > 0) await this.matchColumns(foreign);
  }

  async #loadMatcher(): Promise<Matcher> {
    const { Matcher } = await import('./matcher.svelte');
    return (this.#matcher ??= new Matcher(this.#options.openImportEngine));
  }

  /** Shows what the columns of these tables are taken for, to be changed. */
  async matchColumns(uses: readonly SheetUse[]): Promise<void> {
    const { exports } = this.asked;
    const headers = uses.map(({ header }) => header);
    const matcher = await this.#loadMatcher();
    await matcher.begin(exports.map(readably), this.#data.instruments, headers);
  }

  match(event: MatchEvent): void {
    this.#matcher?.dispatch(event);
  }

  /** What was said of the open sheet holds; after the last one all is loaded. */
  async loadMatched(): Promise<void> {
    const matcher = this.#matcher;
    if (matcher?.take() === false) await this.#load({ ...this.asked, mappings: matcher.mappings });
  }

  /** The file stays out. */
  leaveMatching(): void {
    this.#matcher?.close();
  }

  /** This is done about problems of the kind from now on, in later files with the same columns too. */
  async decide(rule: DecidableRule, decision: Decision): Promise<void> {
    const held = this.#data.held;
    const decisions = { ...held.decisions, [rule]: decision };
    const read = this.#data.uses.filter(({ by }) => by !== 'nothing');
    if (read.length > 0) (await this.#loadMatcher()).decide(read, decisions);
    await this.#load({ ...held, decisions, mappings: this.#matcher?.mappings ?? held.mappings });
  }

  /** An export is called something else; by the name of another, they become one. */
  async renameDataset(from: string, to: string): Promise<void> {
    const name = await coverName(to.trim());
    if (name !== '' && name !== from)
      await this.loadExports(renameDataset(this.#data.held.exports, from, name));
  }

  /** A file becomes an export of its own: the same children a year before are not the same rows. */
  setApart(dataset: string, file: string): Promise<void> {
    return this.loadExports(setApart(this.#data.held.exports, dataset, file));
  }

  /** An instrument of the user's goes; one of ours that it stood for comes back. */
  removeInstrument(name: string): Promise<void> {
    const own = this.#data.held.own.filter(({ instrument }) => instrument.name !== name);
    return this.#load({ ...this.#data.held, own });
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

  /** Resolves when what was to be remembered is, or cannot be. */
  settled(): Promise<void> {
    return this.#remembering.settled();
  }

  /** Nothing of a file is held any more. */
  close(): void {
    this.#matcher?.close();
    this.asked = nothingHeld;
  }

  async #load(holding: Holding, refused: readonly RefusedFile[] = []): Promise<void> {
    this.asked = holding;
    const loaded = await this.#data.load(holding, refused);
    if (!loaded) return;
    this.#options.onLoaded(loaded);
    this.#remembering.follow(this.#data.held);
  }
}
