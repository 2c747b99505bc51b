import type { Holding } from '../data.svelte';
import { endOf, isOver } from './header';
import { deviceStore, type RecordStore } from './store';
import type { Vault } from './vault';

/** `elsewhere`: another tab has changed it, or forgotten it. `room`: the browser gives no more. Else its own words. */
export type NotRemembered =
  | { readonly kind: 'elsewhere' }
  | { readonly kind: 'room' }
  | { readonly kind: 'other'; readonly message: string };

export type RememberingState =
  | { readonly kind: 'off'; readonly why?: NotRemembered }
  /** `behind`: the newest change is not remembered, and why. */
  | { readonly kind: 'on'; readonly until: number; readonly files: number; readonly behind?: NotRemembered };

/** Keeps what is loaded on this device, encrypted, where it was asked to; what changes later follows. */
export class Remembering {
  state = $state.raw<RememberingState>({ kind: 'off' });

  readonly #now: () => number;
  readonly #store: RecordStore;
  #vault: Vault | undefined;
  #work: Promise<void> = Promise.resolve();

  constructor(now: () => number, store: RecordStore = deviceStore) {
    this.#now = now;
    this.#store = store;
  }

  /** Takes the place of what may be remembered already. */
  async start(phrase: string, holding: Holding): Promise<void> {
    try {
      const { newVault } = await import('./vault');
      this.#vault = await newVault(phrase, endOf(this.#now()));
    } catch (error) {
      this.state = { kind: 'off', why: reasonOf(error) };
      return;
    }
    await this.#enqueue(holding);
  }

  /** What was unlocked stays remembered, until the same day. */
  resume(vault: Vault): void {
    this.#vault = vault;
    this.state = { kind: 'on', until: vault.header.until, files: vault.records.size };
  }

  /** Something else is loaded. The demonstration takes nobody's place: what is remembered stays, and is left alone. */
  follow(holding: Holding): void {
    if (!this.#vault) return;
    if (holding.exports.some(({ synthetic }) => synthetic)) this.#leave();
    else void this.#enqueue(holding);
  }

  #leave(): void {
    this.#vault = undefined;
    this.state = { kind: 'off' };
  }

  async stop(): Promise<void> {
    const work = this.#work;
    this.#vault = undefined;
    await work;
    await this.#forget();
  }

  async #forget(): Promise<void> {
    this.#vault = undefined;
    await this.#store.wipe();
    this.state = { kind: 'off' };
  }

  /** Resolves when what was to be remembered is, or cannot be. */
  settled(): Promise<void> {
    return this.#work;
  }

  #enqueue(holding: Holding): Promise<void> {
    return (this.#work = this.#work.then(() => this.#keep(holding)));
  }

  async #keep(holding: Holding): Promise<void> {
    const vault = this.#vault;
    if (!vault) return;
    try {
      if (isOver(vault.header, this.#now())) return await this.#forget();
      const { keep } = await import('./vault');
      const kept = await keep(vault, holding, this.#store);
      if (this.#vault !== vault) return;
      this.#vault = kept;
      if (!kept) this.state = { kind: 'off', why: { kind: 'elsewhere' } };
      else this.resume(kept);
    } catch (error) {
      const why = reasonOf(error);
      if (this.state.kind === 'on') this.state = { ...this.state, behind: why };
      else {
        this.#vault = undefined;
        this.state = { kind: 'off', why };
      }
    }
  }
}

function reasonOf(error: unknown): NotRemembered {
  if (error instanceof DOMException && error.name === 'QuotaExceededError') return { kind: 'room' };
  return { kind: 'other', message: error instanceof Error ? error.message : String(error) };
}
