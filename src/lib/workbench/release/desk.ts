import type { Outcome, Session } from '../../dataflow/session';
import type { Language } from '../../i18n/language';
import type { OwnInstrument } from '../../instruments/own';
import { policyOf } from '../../disclosure/policy';
import { fingerprintData } from './data-fingerprint';
import type { ToLog } from './log';
import { openReleaseShelf, releaseShelfInMemory, type ReleaseShelf } from './shelf';

/** What the workbench lends. */
export interface Lent {
  readonly session: () => Session;
  readonly language: () => Language;
  readonly own: () => readonly OwnInstrument[];
  readonly datasets: () => readonly { readonly name: string; readonly synthetic: boolean }[];
  /** The tables that were loaded, not the views made of them. */
  readonly tables: () => readonly string[];
  readonly ask: (sql: string) => Promise<Outcome>;
  readonly name: () => string;
  readonly now: () => number;
  readonly download: (name: string, type: string, content: string | Uint8Array<ArrayBuffer>) => void;
  readonly document: Document;
}

/** What all ways out have in common: whose notebook, which data, when, and where it is written down. */
export class Desk {
  readonly lent: Lent;
  readonly shelf: Promise<ReleaseShelf>;
  #fingerprint: { readonly stamp: string; readonly data: Promise<string> } | undefined;

  constructor(lent: Lent, shelf: Promise<ReleaseShelf> = openReleaseShelf()) {
    this.lent = lent;
    this.shelf = shelf.catch(releaseShelfInMemory);
  }

  entry({ notebook }: Session, whole: boolean): Pick<ToLog, 'at' | 'notebook' | 'policy'> {
    const { minimum, rounding = null } = policyOf(notebook.header.disclosure);
    const preset = notebook.header.disclosure.preset ?? 'steering';
    return { at: this.now(), notebook: this.lent.name(), policy: { preset, minimum, rounding, whole } };
  }

  now(): string {
    return new Date(this.lent.now()).toISOString();
  }

  /** Read once for what is loaded. */
  data(): Promise<string> {
    const { stamp } = this.lent.session().tables;
    if (this.#fingerprint?.stamp !== stamp)
      this.#fingerprint = { stamp, data: fingerprintData(this.lent.tables(), this.lent.ask) };
    return this.#fingerprint.data;
  }
}
