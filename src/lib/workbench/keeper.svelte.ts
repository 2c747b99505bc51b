import { autosave } from './autosave';
import { freeName, openShelf, type KeptNotebook, type Shelf } from './storage';

/** `newer`: written by a newer program, so not kept by this one. */
export type Saved =
  | { readonly at: number }
  | { readonly pending: true }
  | { readonly failed: string }
  | { readonly newer: true };

export interface Written {
  readonly title: string;
  readonly text: string;
  readonly demonstration: boolean;
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
  #shelf: Promise<Shelf>;
  #openedAt = 0;
  #knownAt = 0;
  #keeps = false;
  #changes = 0;
  #autosave = autosave(() => this.#write());

  constructor(now: () => number, written: () => Written, shelf: Promise<Shelf> = openShelf()) {
    this.#now = now;
    this.#written = written;
    this.#shelf = shelf;
    // A browser without storage is reported when something is to be kept, in words.
    this.#shelf.catch(() => {});
  }

  /** Where a notebook just opened is to be kept: as `wanted`, or beside it where another text has that name. */
  async placeFor(wanted: string, text: string): Promise<Place> {
    const held = await this.#held();
    const taken = new Set(held.filter((kept) => kept.text !== text).map((kept) => kept.name));
    const name = freeName(wanted, taken);
    return { name, savedAt: held.find((kept) => kept.name === name)?.savedAt ?? 0 };
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

  recent(): Promise<readonly KeptNotebook[]> {
    return this.#held();
  }

  async read(name: string): Promise<KeptNotebook | undefined> {
    return (await this.#held()).find((kept) => kept.name === name);
  }

  async #held(): Promise<readonly KeptNotebook[]> {
    try {
      return await (await this.#shelf).list();
    } catch {
      return [];
    }
  }

  async #write(): Promise<void> {
    const changes = this.#changes;
    try {
      const shelf = await this.#shelf;
      while (!(await this.#put(shelf))) await this.#makeWay(shelf);
      if (changes === this.#changes) this.saved = { at: this.#knownAt };
    } catch (error) {
      this.saved = { failed: error instanceof Error ? error.message : String(error) };
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
    return isPut;
  }

  /** Another tab has kept a version we have not seen: it stays, and ours goes on beside it. */
  async #makeWay(shelf: Shelf): Promise<void> {
    const taken = new Set((await shelf.list()).map((kept) => kept.name));
    this.name = freeName(this.name, taken);
    this.#knownAt = 0;
  }
}
