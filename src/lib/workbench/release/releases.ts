import type { Session } from '../../dataflow/session';
import type { AuditFault } from '../../disclosure/audit';
import { policyOf } from '../../disclosure/policy';
import type { Notebook } from '../../notebook/notebook';
import { reportOf } from '../report';
import { auditFile, letGoOf, type Finished } from './audit-file';
import { Desk, type Lent } from './desk';
import { firstBroken, type ToLog } from './log';
import { prepareRelease, type Prepared } from './prepare';
import { shareBenchmark } from './share-benchmark';
import { leastReason, type Made, type Shared, type Sharing } from './shared';
import type { ReleaseShelf } from './shelf';
import { letGo, type Single, type Stopped } from './single';

const types: Readonly<Record<Finished['type'], string>> = {
  page: 'text/html',
  workbook: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  yaml: 'application/yaml',
  results: 'application/json',
};

/**
 * The one way out. Whatever leaves is cleared, held against what left before, read once more as a stranger would, and
 * written down.
 */
export class Releases {
  readonly #desk: Desk;

  constructor(lent: Lent, shelf?: Promise<ReleaseShelf>) {
    this.#desk = new Desk(lent, shelf);
  }

  async prepare({ without, whole, document }: Omit<Sharing, 'reason'>): Promise<Prepared> {
    const session = this.#desk.lent.session();
    const before = await (await this.#desk.shelf).releases();
    return prepareRelease({
      session,
      document: document ?? session.notebook,
      policy: policyOf(session.notebook.header.disclosure),
      language: this.#desk.lent.language(),
      whole,
      without,
      before,
      notebook: this.#desk.lent.name(),
      data: await this.#desk.data(),
      at: this.#desk.now(),
    });
  }

  /** The document as a report. */
  share(sharing: Sharing): Promise<Shared> {
    const { what = 'report', file = `${this.#fileName()}.html` } = sharing;
    return this.#send(sharing, { what, file, as: 'page' }, async (session, prepared, reason) => ({
      kind: 'made',
      content: this.#write(session, sharing.document, prepared, reason),
    }));
  }

  /** The tables of the document as a workbook. */
  shareWorkbook(sharing: Sharing): Promise<Shared> {
    const file = `${this.#fileName()}.xlsx`;
    return this.#send(sharing, { what: 'workbook', file, as: 'workbook' }, async (session, prepared) => {
      const { writeWorkbook } = await import('./workbook');
      const words = { language: this.#desk.lent.language(), own: this.#desk.lent.own() };
      return { kind: 'made', content: await writeWorkbook(session, prepared, words) };
    });
  }

  /**
   * The results beside the notebook's own file, for who has no data. Never whole: there is nobody who reads in it why.
   */
  shareResults({ without, reason }: Pick<Sharing, 'without' | 'reason'>): Promise<Shared> {
    const file = `${this.#fileName()}.results.json`;
    const sharing = { without, reason, whole: false };
    return this.#send(sharing, { what: 'results', file, as: 'results' }, async (session, prepared) => {
      const { makeResults } = await import('./results');
      return makeResults(session, prepared, {
        language: this.#desk.lent.language(),
        own: this.#desk.lent.own(),
        synthetic: this.#isSynthetic(),
      });
    });
  }

  /** Of the data that is loaded; empty where it cannot be told. */
  fingerprint(): Promise<string> {
    return this.#desk.data();
  }

  /** Nothing in the way, or a reason; then it is made, read once more, noted and handed over. */
  async #send(
    sharing: Sharing,
    leaving: Pick<ToLog, 'what' | 'file'> & { readonly as: Finished['type'] },
    make: (session: Session, prepared: Prepared, reason: string) => Promise<Made>,
  ): Promise<Shared> {
    const { whole } = sharing;
    const session = this.#desk.lent.session();
    const prepared = await this.prepare(sharing);
    const isInTheWay = whole || prepared.conflicts.length > 0;
    const reason = isInTheWay ? sharing.reason.trim() : '';
    if (isInTheWay && reason.length < leastReason)
      return { kind: 'reason-needed', conflicts: prepared.conflicts };
    const { what, file, as } = leaving;
    const made = await make(session, prepared, reason);
    if (made.kind !== 'made') return made;
    const { content } = made;
    const faults = whole ? [] : await this.#audit(session, prepared, { fileName: file, type: as, content });
    if (faults.length > 0) return { kind: 'faulty', faults };
    await this.#note(prepared, { what, file, session, whole, reason });
    this.#desk.lent.download(file, types[as], content);
    return { kind: 'done', file };
  }

  #fileName(): string {
    return this.#desk.lent.name() || 'pejling';
  }

  /** What a pool tells its projects. */
  shareBenchmark(reason: string): Promise<Shared> {
    return shareBenchmark(this.#desk, reason);
  }

  /** One table or picture: what is in its way, or nothing, and then it is written down as having left. */
  letGo(single: Single): Promise<Stopped | undefined> {
    return letGo(this.#desk, single);
  }

  /** The page was printed, or nearly: nobody tells. What it told is known from now on. */
  async notePrint(): Promise<void> {
    const session = this.#desk.lent.session();
    const prepared = await this.prepare({ without: new Set(), whole: false });
    await this.#note(prepared, { what: 'print', file: '', session, whole: false, reason: '' });
  }

  /** The log as it stands, and the first entry that does not say what it said. */
  async saveLog(): Promise<void> {
    const log = await (await this.#desk.shelf).log();
    const broken = await firstBroken(log);
    const text = JSON.stringify(
      { unbroken: broken === undefined, ...(broken !== undefined && { broken }), log },
      null,
      1,
    );
    this.#desk.lent.download('pejling-eksportlog.json', 'application/json', `${text}\n`);
  }

  async countLogged(): Promise<number> {
    return (await (await this.#desk.shelf).log()).length;
  }

  #write(
    session: Session,
    notebook: Notebook | undefined,
    { policy, outcomes }: Prepared,
    reason: string,
  ): string {
    const datasets = this.#desk.lent.datasets();
    return reportOf({
      session,
      notebook,
      policy,
      outcomes,
      reason,
      language: this.#desk.lent.language(),
      own: this.#desk.lent.own(),
      datasets: datasets.map(({ name }) => name),
      synthetic: this.#isSynthetic(),
      madeAt: this.#desk.now(),
      document: this.#desk.lent.document,
    });
  }

  #isSynthetic(): boolean {
    const datasets = this.#desk.lent.datasets();
    return datasets.length > 0 && datasets.every(({ synthetic }) => synthetic);
  }

  #audit(session: Session, { outcomes }: Prepared, finished: Finished): Promise<readonly AuditFault[]> {
    const letGo = [...outcomes].flatMap(([name, outcome]) =>
      outcome.kind === 'result' && outcome.clearing.ok
        ? [letGoOf(session, name, outcome.clearing.cleared)]
        : [],
    );
    return auditFile(finished, letGo, policyOf(session.notebook.header.disclosure).minimum);
  }

  async #note(
    { release, withheld, conflicts }: Prepared,
    what: Pick<ToLog, 'what' | 'file' | 'reason'> & { readonly session: Session; readonly whole: boolean },
  ): Promise<void> {
    const pairs = conflicts.map(({ one, other }): [string, string] => [one.table, other.table]);
    const lines = withheld.map(({ table, rows, values, why }) => ({ table, rows, values, why }));
    const { session, whole, ...said } = what;
    const entry = {
      ...this.#desk.entry(session, whole),
      ...said,
      withheld: lines,
      conflicts: pairs,
      data: release.data,
    };
    await (await this.#desk.shelf).add(release, entry);
  }
}
