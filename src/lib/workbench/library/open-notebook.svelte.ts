import { noTables } from '../../dataflow/apply';
import { graphOf } from '../../dataflow/graph';
import { planOf } from '../../dataflow/plan';
import { parse, type NotebookReading } from '../../notebook/parse';
import { serialize } from '../../notebook/serialize';
import { Keeper, type Place, type Saved, type Written } from '../keeper.svelte';
import { readPredefined } from '../predefined';
import { openShelf, type KeptNotebook, type Shelf } from '../storage';
import { blankText } from './blank';
import type { Version } from './versions';
import { browserLocks, type Answer, type NotebookLocks, type LetGo } from './notebook-lock';

/** Where a notebook is written when not here: in another tab, which may have declined to let go of it. */
export type Elsewhere = 'open' | 'declined';

/** A lock that this tab has; `isLost` when another has taken it. */
interface Held {
  readonly name: string;
  release: LetGo;
  isLost: boolean;
}

/** Who asked for the notebook, and was given it, takes it within this time; or it is free again. */
const claimMs = 3_000;

/** A tab that is loaded anew meets the lock of the page that it was, on its way out. */
const patienceMs = 300;

export interface OpenNotebookOptions {
  readonly now: () => number;
  /** As it stands in this tab. */
  readonly written: () => Written;
  /** Another notebook is on the page from now on; an inert one runs when the person says so. */
  readonly onOpen: (reading: NotebookReading, inert: boolean) => void;
  readonly locks?: NotebookLocks;
  readonly shelf?: () => Promise<Shelf>;
  readonly versions?: (name: string, version: Version) => Promise<void>;
  /** Whether a notebook of this text has been said yes to in this browser, or came with Pejling. */
  readonly trusts?: (text: string) => Promise<boolean>;
}

/** So long at least from one version to the next that nobody asked for: what one does in a sitting is a handful of them. */
const everyMs = 5 * 60_000;

async function lazyVersions(name: string, version: Version): Promise<void> {
  const { keepVersion } = await import('./versions');
  await keepVersion(name, version);
}

async function lazyTrusts(text: string): Promise<boolean> {
  const { trusts } = await import('../trust/trusts');
  return trusts(text);
}

/** The notebook that is open in this tab: written here, or read while another tab writes it. */
export class OpenNotebook {
  elsewhere = $state.raw<Elsewhere>();

  readonly #keeper: Keeper;
  readonly #now: () => number;
  readonly #written: () => Written;
  readonly #onOpen: OpenNotebookOptions['onOpen'];
  readonly #trusts: (text: string) => Promise<boolean>;
  readonly #locks: NotebookLocks;
  #held: Held | undefined;
  #waiting = new AbortController();
  #closeChannel = () => {};
  /** Of a newer program: not kept. */
  #isNewer = false;
  readonly #versions: (name: string, version: Version) => Promise<void>;
  #opened: Version | undefined;
  /** Of the last version; none since the notebook was opened here. */
  #versionAt: number | undefined;

  constructor({
    now,
    written,
    onOpen,
    locks = browserLocks,
    shelf = openShelf,
    versions = lazyVersions,
    trusts = lazyTrusts,
  }: OpenNotebookOptions) {
    this.#now = now;
    this.#written = written;
    this.#onOpen = onOpen;
    this.#locks = locks;
    this.#keeper = new Keeper(now, written, shelf, {
      moved: (name) => void this.#moveTo(name),
      kept: ({ name, text, savedAt }) => this.#keepVersion(name, { at: savedAt, text }),
    });
    this.#versions = versions;
    this.#trusts = trusts;
  }

  get saved(): Saved {
    return this.#keeper.saved;
  }
  /** What it is called on this browser's shelf; empty when none is open. */
  get name(): string {
    return this.#keeper.name;
  }

  changed(): void {
    this.#keeper.changed();
  }

  flush(): Promise<void> {
    return this.#keeper.flush();
  }

  openEmpty(): Promise<void> {
    return this.openText(blankText, 'notesbog');
  }

  async openPredefined(name: string): Promise<boolean> {
    const text = await readPredefined(name);
    if (text !== undefined) await this.openText(text, name);
    return text !== undefined;
  }

  /** One that came as a link or a file: inert, unless it has nothing to run, or its text is this browser's own or has been said yes to. */
  async openReceived(given: string, wanted: string): Promise<void> {
    const { notebook } = parse(given);
    const text = serialize(notebook);
    const runsNothing = planOf(graphOf(notebook, noTables)).cells.length === 0;
    const isKnown = runsNothing || (await this.#keeper.holds(text)) || (await this.#trusts(text));
    await this.openText(given, wanted, !isKnown);
  }

  /** Under a name that no other tab is writing. */
  async openText(given: string, wanted: string, inert = false): Promise<void> {
    const reading = parse(given);
    const text = serialize(reading.notebook);
    const elsewhere = new Set<string>();
    await this.#keeper.flush();
    for (;;) {
      const place = await this.#keeper.placeFor(wanted, text, elsewhere);
      const held = await this.#hold(place.name);
      if (held) {
        await this.#keeper.flush();
        this.#write(reading, inert, place, held);
        return;
      }
      elsewhere.add(place.name);
    }
  }

  /** One of the shelf, as it was left; to be read when another tab has it. */
  async openKept(name: string): Promise<KeptNotebook | undefined> {
    if (!(await this.#keeper.read(name))) return undefined;
    const held = await this.#hold(name);
    // Read once it is ours: the tab that had it may have kept something meanwhile.
    const kept = await this.#keeper.read(name);
    if (!kept) {
      if (this.#held !== held) held?.release();
      return undefined;
    }
    await this.#keeper.flush();
    const reading = parse(kept.text);
    const inert = await this.#isInert(kept);
    if (held) this.#write(reading, inert, kept, held);
    else this.#read(reading, inert, name);
    return kept;
  }

  /** The other tab keeps what it has and goes on reading; one that does not answer is not waited for. */
  async writeHere(): Promise<void> {
    const { name } = this.#keeper;
    if (!this.elsewhere) return;
    // No place in the line meanwhile: what the other tab lets go of is to be taken once.
    this.#waiting.abort();
    if ((await this.#locks.ask(name)) === 'declined') {
      this.elsewhere = 'declined';
      this.#await(name);
      return;
    }
    const held = await this.#request(name, { steal: true });
    if (held) await this.#takeOver(held);
  }

  /** What is to be kept is kept first. */
  close(): void {
    this.#keeper.close();
    this.#letGo();
  }

  /** Soon, or not at all; what this tab has already it has on. */
  #hold(name: string): Promise<Held | undefined> {
    if (this.#held?.name === name) return Promise.resolve(this.#held);
    return this.#request(name, { signal: AbortSignal.timeout(patienceMs) });
  }

  async #request(name: string, how: Parameters<NotebookLocks['hold']>[1]): Promise<Held | undefined> {
    const held: Held = { name, release: () => {}, isLost: false };
    const release = await this.#locks.hold(name, how, () => {
      held.isLost = true;
      if (this.#held === held) void this.#lose(name);
    });
    return release && Object.assign(held, { release });
  }

  async #isInert({ inert = false, text }: KeptNotebook): Promise<boolean> {
    return inert && !(await this.#trusts(text));
  }

  #write(reading: NotebookReading, inert: boolean, place: Place, held: Held): void {
    this.#letGo(held);
    this.#show(reading, inert);
    this.#keep(place, held);
  }

  /** In one go with what is shown: no change of one notebook may be kept under the name of another. */
  #keep(place: Place, held: Held): void {
    this.#held = held;
    this.elsewhere = undefined;
    const { text } = this.#written();
    this.#opened = { text, at: place.savedAt || this.#now() };
    this.#versionAt = undefined;
    this.#keeper.resume(place, this.#isNewer);
    this.#closeChannel = this.#locks.answer(held.name, () => this.#give(held));
  }

  /** At the first change as it was opened; then as it is when some time has passed since the last one, forwards or backwards. */
  #keepVersion(name: string, now: Version): void {
    // By the clock: what is kept is dated later than what was, also when the clock has gone back.
    const at = this.#now();
    const since = this.#versionAt;
    if (since === undefined ? now.text === this.#opened?.text : Math.abs(at - since) < everyMs) return;
    this.#versionAt = at;
    const version = since === undefined ? this.#opened : now;
    // One that cannot be kept takes nothing: the notebook is.
    if (version) void this.#versions(name, version).catch(() => {});
  }

  #show(reading: NotebookReading, inert: boolean): void {
    this.#isNewer = reading.problems.some(({ kind }) => kind === 'newer-format');
    this.#onOpen(reading, inert);
  }

  #read(reading: NotebookReading, inert: boolean, name: string): void {
    this.#letGo();
    this.elsewhere = 'open';
    this.#show(reading, inert);
    this.#keeper.follow(name);
    this.#await(name);
  }

  /** The tab that writes may be closed, or go down with its process. */
  #await(name: string): void {
    const { signal } = (this.#waiting = new AbortController());
    void this.#request(name, { signal }).then((held) => held && this.#takeOver(held));
  }

  /** The newest text, and from now on it is written here. */
  async #takeOver(held: Held): Promise<void> {
    const { name } = held;
    const kept = await this.#keeper.read(name);
    const isWanted = this.#keeper.name === name && this.elsewhere !== undefined;
    if (held.isLost || !isWanted) {
      held.release();
      if (isWanted) this.#await(name);
      return;
    }
    const place = { name, savedAt: kept?.savedAt ?? 0 };
    const { text, inert = false } = this.#written();
    if (kept && (kept.text !== text || (kept.inert ?? false) !== inert))
      this.#write(parse(kept.text), kept.inert ?? false, place, held);
    else this.#keep(place, held);
  }

  /** Another tab asks for it. Nothing more is typed here, and what was is kept first. */
  async #give(held: Held): Promise<Answer> {
    if (this.#held !== held) return 'given';
    this.elsewhere = 'open';
    await this.#keeper.flush();
    if (this.#held !== held) return 'given';
    if ('failed' in this.#keeper.saved) {
      this.elsewhere = undefined;
      return 'declined';
    }
    this.#keeper.follow(held.name);
    // Held until it is taken: let go of, it could fall to a third tab, or to this one.
    setTimeout(() => this.#held === held && this.#readOn(held.name), claimMs);
    return 'given';
  }

  /** Another tab took it. What was not kept yet is kept beside, if that tab has been quicker. */
  async #lose(name: string): Promise<void> {
    this.elsewhere = 'open';
    await this.#keeper.flush();
    // Kept beside, or not kept at all: then it is still here, to be saved as a file.
    if (this.#keeper.name !== name || 'failed' in this.#keeper.saved) return;
    this.#readOn(name);
  }

  #readOn(name: string): void {
    this.#letGo();
    this.#keeper.follow(name);
    this.#await(name);
  }

  /** What is written here goes on under another name, since another tab has kept something under the old one. */
  async #moveTo(name: string): Promise<void> {
    this.#letGo();
    this.elsewhere = undefined;
    const held = await this.#request(name, { ifAvailable: true });
    if (!held) return;
    if (this.#keeper.name !== name) {
      held.release();
      return;
    }
    this.#held = held;
    this.#closeChannel = this.#locks.answer(name, () => this.#give(held));
  }

  /** All but the lock that goes on. */
  #letGo(but?: Held): void {
    this.#waiting.abort();
    this.#closeChannel();
    this.#closeChannel = () => {};
    if (this.#held !== but) this.#held?.release();
    this.#held = undefined;
  }
}
