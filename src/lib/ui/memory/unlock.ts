import type { Unlocking } from '../../workbench/remembered/vault';

/** Why what is remembered did not open; `other`: the browser would not give it. */
export type NotOpened = Extract<Unlocking, { ok: false }>['why'] | 'other';

/** Nothing when it opened. */
export type Unlock = (phrase: string) => Promise<NotOpened | undefined>;
