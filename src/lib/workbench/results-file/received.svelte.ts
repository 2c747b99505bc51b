import { definitionOf } from '../../dataflow/definition';
import type { Session } from '../../dataflow/session';
import { statusOf } from '../../dataflow/status';
import type { Clearing, Minimum } from '../../disclosure/cleared';
import type { CellName } from '../../notebook/cell';
import type { Notebook } from '../../notebook/notebook';
import { digestOf } from '../digest';
import type { Results } from './read';

/** `shown`: the cell has no result of its own, and is as it was. `changed`: it, or what it reads, is another now. */
export type Standing = 'shown' | 'changed';

/** Why none of them is shown: the data that is loaded, or the notebook's rule, is another, or it is not known yet. */
export type Hidden = 'other-data' | 'other-rule' | 'unknown-data';

/** The fingerprint of the loaded data, and which data that is. */
interface DataKnown {
  readonly stamp: string;
  readonly data: string;
}

/**
 * The results of the open notebook that came in a file. In memory alone, and never among the session's: what is made of
 * them is seen here, and goes no further.
 */
export class ReceivedResults {
  readonly results: Results;
  readonly #clearings: ReadonlyMap<CellName, Clearing>;
  readonly #fingerprint: () => Promise<string>;
  /** What a cell's fingerprint in the file is the hash of, once the notebook has been seen so. */
  #definitions = $state.raw<ReadonlyMap<CellName, string>>(new Map());
  #data = $state.raw<DataKnown>({ stamp: '', data: '' });
  #notebook: Notebook | undefined;
  #asked = '';

  /** `fingerprint`: of the data that is loaded. */
  constructor(results: Results, fingerprint: () => Promise<string>) {
    this.results = results;
    this.#fingerprint = fingerprint;
    const clearings = [...results.cells].map(([name, { cleared }]) => [name, { ok: true, cleared }] as const);
    this.#clearings = new Map(clearings);
  }

  /** Some of it is of the notebook, as far as has been followed. */
  get isOfNotebook(): boolean {
    return this.#definitions.size > 0;
  }

  /** To be called after each change. Resolves when what was looked for is known; until then less is shown, never more. */
  async follow({ notebook, tables }: Session): Promise<void> {
    await Promise.all([this.#followNotebook(notebook), this.#followData(tables.stamp)]);
  }

  async #followNotebook(notebook: Notebook): Promise<void> {
    if (this.#notebook === notebook) return;
    this.#notebook = notebook;
    const found = await Promise.all(
      [...this.results.cells].map(async ([name, { fingerprint }]) => {
        const definition = definitionOf(notebook, name);
        const isNew = definition !== undefined && this.#definitions.get(name) !== definition;
        return isNew && (await digestOf(definition)) === fingerprint ? [[name, definition] as const] : [];
      }),
    );
    // A hash is of one text: what is known already does not change.
    if (found.flat().length > 0) this.#definitions = new Map([...this.#definitions, ...found.flat()]);
  }

  async #followData(stamp: string): Promise<void> {
    if (stamp === '' || this.#asked === stamp) return;
    this.#asked = stamp;
    // Without an answer the data is not known to be the same.
    const data = await this.#fingerprint().catch(() => '');
    if (this.#asked === stamp) this.#data = { stamp, data };
  }

  hidden({ tables }: Session, { minimum, rounding }: Minimum): Hidden | undefined {
    const { policy, data } = this.results;
    if (policy.minimum !== minimum || policy.rounding !== rounding) return 'other-rule';
    if (tables.stamp === '') return undefined;
    if (this.#data.stamp !== tables.stamp) return 'unknown-data';
    return this.#data.data === data && data !== '' ? undefined : 'other-data';
  }

  /** Undefined for a cell that the file tells nothing of, or that has a result, or a failure, of its own. */
  standing(session: Session, policy: Minimum, name: CellName): Standing | undefined {
    if (!this.#clearings.has(name) || session.results.has(name)) return undefined;
    const { kind } = statusOf(session, name);
    if ((kind !== 'waiting' && kind !== 'running') || this.hidden(session, policy)) return undefined;
    const now = definitionOf(session.notebook, name);
    if (now === undefined) return undefined;
    return this.#definitions.get(name) === now ? 'shown' : 'changed';
  }

  /**
   * Of a cell that is as it was, what it came to on the data of the file, where other data is loaded: to see what is
   * another number now. Of made up data and a person's own nothing is to be compared.
   */
  before(session: Session, policy: Minimum, isSynthetic: boolean, name: CellName): Clearing | undefined {
    const { data, synthetic } = this.results;
    const isKnown = data !== '' && this.#data.data !== '' && synthetic === isSynthetic;
    if (!isKnown || this.hidden(session, policy) !== 'other-data') return undefined;
    const now = definitionOf(session.notebook, name);
    return now !== undefined && this.#definitions.get(name) === now ? this.#clearings.get(name) : undefined;
  }

  clearing(session: Session, policy: Minimum, name: CellName): Clearing | undefined {
    return this.standing(session, policy, name) === 'shown' ? this.#clearings.get(name) : undefined;
  }
}
