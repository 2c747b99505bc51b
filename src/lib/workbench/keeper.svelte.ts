import { autosave } from './autosave';
import { freeName, openShelf, type Entry, type KeptNotebook, type Shelf } from './storage';
import { troubleOf, type Trouble } from './library/trouble';

/** `newer`: written by a newer program, so not kept by this one. */
export type Saved =
  | { readonly at: number }
  | { readonly pending: true }
  | { readonly failed: Trouble }
  | { readonly newer: true };

export interface Written {
  readonly title: string;
  readonly text: string;
  readonly demonstration: boolean;
  readonly inert?: boolean;
}

/** A place on the shelf: its name, and which version of it we know (0: none). */
export interface Place {
  readonly name: string;
  readonly savedAt: number;
}

/** Keeps the open notebook on this browser's shelf: within half a second of every change, and at once on leaving. */
export class Keeper {
  saved = $state.raw<Saved>({ at: 0 });
  name = $state.raw('');

  #now: () => number;
  #written: () => Written;
  #openShelf: () => Promise<Shelf>;
  #opened: Promise<Shelf> | undefined;
  /** The open notebook goes on under another name; it has been kept. */
  #on: { readonly moved?: (name: string) => void; readonly kept?: (kept: Entry) => void };
  #openedAt = 0;
  #knownAt = 0;
  #keeps = false;
  #changes = 0;
  #autosave = autosave(() => this.#write());

  constructor(
    now: () => number,
    written: () => Written,
    open: () => Promise<Shelf> = openShelf,
    on: { readonly moved?: (name: string) => void; readonly kept?: (kept: Entry) => void } = {},
  ) {
    this.#on = on;
    this.#now = now;
    this.#written = written;
    this.#openShelf = open;
    // A browser without storage is reported when something is to be kept, in words.
    this.#shelf().catch(() => {});
  }

  /** One that would not open is tried anew; one that has been closed since, because it is to go, is not. */
  #shelf(): Promise<Shelf> {
    const opened = (this.#opened ??= this.#openShelf());
    opened.catch(() => (this.#opened = undefined));
    return opened;
  }

  /** Where a notebook just opened is to be kept: as `wanted`, or beside it where another text, or another tab, has that name. */
  async placeFor(wanted: string, text: string, elsewhere: ReadonlySet<string> = new Set()): Promise<Place> {
    const held = await this.#held();
    const same = held.filter((kept) => kept.text === text && !elsewhere.has(kept.name));
    const taken = new Set([...(await this.#names()), ...elsewhere]);
    for (const { name } of same) taken.delete(name);
    const name = freeName(wanted, taken);
    return { name, savedAt: same.find((kept) => kept.name === name)?.savedAt ?? 0 };
  }

  /** From now on the open notebook is kept there. One from a newer program only has the name: it is not kept. */
  resume({ name, savedAt }: Place, isNewer: boolean): void {
    this.name = name;
    this.#knownAt = savedAt;
    this.#openedAt = this.#now();
    this.#keeps = !isNewer;
    if (isNewer) this.saved = { newer: true };
    else this.changed();
  }

  /** The open notebook is kept by another tab, under this name. */
  follow(name: string): void {
    this.name = name;
    this.#knownAt = 0;
    this.#keeps = false;
    this.saved = { at: 0 };
  }

  changed(): void {
    if (!this.#keeps) return;
    this.#changes += 1;
    this.saved = { pending: true };
    this.#autosave.changed();
  }

  /** Nothing more is kept. */
  close(): void {
    this.#keeps = false;
  }

  flush(): Promise<void> {
    return this.#autosave.flush();
  }

  async read(name: string): Promise<KeptNotebook | undefined> {
    return (await this.#held()).find((kept) => kept.name === name);
  }

  /** Whether the text is kept as one's own, under whatever name. */
  async holds(text: string): Promise<boolean> {
    return (await this.#held()).some((kept) => kept.text === text && !kept.inert);
  }

  async #held(): Promise<readonly KeptNotebook[]> {
    try {
      return await (await this.#shelf()).list();
    } catch {
      return [];
    }
  }

  async #names(): Promise<readonly string[]> {
    try {
      return await (await this.#shelf()).names();
    } catch {
      return [];
    }
  }

  async #write(): Promise<void> {
    const changes = this.#changes;
    try {
      const shelf = await this.#shelf();
      while (!(await this.#put(shelf))) await this.#makeWay(shelf);
      if (changes === this.#changes) this.saved = { at: this.#knownAt };
    } catch (error) {
      this.saved = { failed: troubleOf(error, this.#opened !== undefined) };
    }
  }

  async #put(shelf: Shelf): Promise<boolean> {
    if (!this.#keeps) return true;
    // Later than what is known, also when both are written in one millisecond.
    const savedAt = Math.max(this.#now(), this.#knownAt + 1);
    const { name } = this;
    const entry = { ...this.#written(), name, openedAt: this.#openedAt, savedAt };
    const isPut = await shelf.put(entry, this.#knownAt);
    if (isPut && name === this.name) this.#knownAt = savedAt;
    if (isPut) this.#on.kept?.(entry);
    return isPut;
  }

  /** Another tab has kept a version we have not seen: it stays, and ours goes on beside it. */
  async #makeWay(shelf: Shelf): Promise<void> {
    this.name = freeName(this.name, new Set(await shelf.names()));
    this.#knownAt = 0;
    this.#on.moved?.(this.name);
  }
}
