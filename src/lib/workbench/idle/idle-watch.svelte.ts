import { idlenessOf, type Idleness, type LockAfter } from './idle';

export interface IdleOptions {
  readonly now: () => number;
  /** Never where there is nothing to lock. */
  readonly after: () => LockAfter;
  readonly onLock: () => void;
}

/** Tells when the page has not been used for too long: once, and never again. */
export class IdleWatch {
  idleness = $state.raw<Idleness>({ kind: 'used' });

  readonly #options: IdleOptions;
  #usedAt: number;

  constructor(options: IdleOptions) {
    this.#options = options;
    this.#usedAt = options.now();
  }

  /** Somebody is there. Whoever wakes a computer that slept too long comes too late. */
  used(sign: 'moved' | 'pressed'): void {
    this.check();
    if (this.idleness.kind === 'over') return;
    // A warning that goes when the pointer is on its way to its button would be read by nobody.
    if (this.idleness.kind === 'warned' && sign === 'moved') return;
    this.#usedAt = this.#options.now();
    if (this.idleness.kind === 'warned') this.idleness = { kind: 'used' };
  }

  check(): void {
    if (this.idleness.kind === 'over') return;
    const now = this.#options.now();
    const after = this.#options.after();
    // Time counts from when there is something to lock; a clock that was set back has not made anybody idle.
    this.#usedAt = after === null ? now : Math.min(this.#usedAt, now);
    const next = idlenessOf(this.#usedAt, now, after);
    if (next.kind !== 'used' || this.idleness.kind !== 'used') this.idleness = next;
    if (next.kind === 'over') this.#options.onLock();
  }
}
