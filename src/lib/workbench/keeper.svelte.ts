import { autosave } from './autosave';
import { freeName, openShelf, type KeptNotebook, type Shelf } from './storage';

export type Saved = { readonly at: number } | { readonly pending: true } | { readonly failed: string };

export interface Written {
  readonly title: string;
  readonly text: string;
  readonly demonstration: boolean;
}

/** Keeps the open notebook on this browser's shelf: within half a second of every change, and at once on leaving. */
export class Keeper {
  saved = $state.raw<Saved>({ at: 0 });
  name = $state.raw('');

  #now: () => number;
  #written: () => Written;
  #shelf: Promise<Shelf>;
  #openedAt = 0;
  #autosave = autosave(() => this.#write());

  constructor(now: () => number, written: () => Written, shelf: Promise<Shelf> = openShelf()) {
    this.#now = now;
    this.#written = written;
    this.#shelf = shelf;
    // A browser without storage is reported when something is to be kept, in words.
    this.#shelf.catch(() => {});
  }

  /** From now on the open notebook is kept as `wanted`, or beside it where another text has that name. */
  async begin(wanted: string, text: string): Promise<void> {
    const held = await this.#held();
    const taken = new Set(held.filter((kept) => kept.text !== text).map((kept) => kept.name));
    this.resume(freeName(wanted, taken));
  }

  /** From now on the open notebook is kept as `name`, in the place of what is there. */
  resume(name: string): void {
    this.name = name;
    this.#openedAt = this.#now();
    this.changed();
  }

  changed(): void {
    if (!this.name) return;
    this.saved = { pending: true };
    this.#autosave.changed();
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
    const savedAt = this.#now();
    try {
      const shelf = await this.#shelf;
      await shelf.put({ ...this.#written(), name: this.name, openedAt: this.#openedAt, savedAt });
      this.saved = { at: savedAt };
    } catch (error) {
      this.saved = { failed: error instanceof Error ? error.message : String(error) };
    }
  }
}
