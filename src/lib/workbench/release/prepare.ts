import type { Session } from '../../dataflow/session';
import type { Cleared, Minimum, Policy } from '../../disclosure/cleared';
import type { Release } from '../../disclosure/ledger';
import { findConflicts, type Conflict } from '../../disclosure/subtract';
import type { Language } from '../../i18n/language';
import type { CellName } from '../../notebook/cell';
import type { Notebook } from '../../notebook/notebook';
import type { CellOutcome, Outcomes } from '../../report/outcome';
import { cellsTold } from '../../report/told';
import { outcomesOf } from '../report';
import type { ToLog } from './log';
import { tableName, tellDocument } from './tell-document';

export interface PrepareAsked {
  readonly session: Session;
  /** The document: the session's notebook, or what is picked of it. */
  readonly document: Notebook;
  readonly policy: Minimum;
  readonly language: Language;
  /** Show what is withheld all the same. */
  readonly whole: boolean;
  /** Tables that are left out so that others can go. */
  readonly without: ReadonlySet<CellName>;
  /** What this browser has let go before. */
  readonly before: readonly Release[];
  readonly notebook: string;
  readonly data: string;
  readonly at: string;
}

/** A document as it would leave: what is in it, what is not, and what it would give away together with others. */
export interface Prepared {
  readonly policy: Policy;
  readonly outcomes: Outcomes;
  readonly release: Release;
  readonly withheld: readonly WithheldTable[];
  readonly conflicts: readonly NamedConflict[];
}

export interface WithheldTable {
  readonly name: CellName;
  readonly table: string;
  readonly rows: number;
  /** In rows that are shown, and of columns that are left out. */
  readonly values: number;
  readonly why: ToLog['withheld'][number]['why'];
}

/** With the cells of this notebook that can be left out to be rid of it. */
export interface NamedConflict extends Conflict {
  readonly names: readonly CellName[];
}

export function prepareRelease(asked: PrepareAsked): Prepared {
  const { session, document, policy: leaving, language, whole, without, before, notebook, data, at } = asked;
  const policy: Policy = whole ? { kind: 'none', marks: leaving } : leaving;
  const outcomes = new Map<CellName, CellOutcome>(outcomesOf(session, policy, language));
  for (const name of without) outcomes.set(name, { kind: 'left-out' });
  const tables = tellDocument(session, document, outcomes);
  const release = { notebook, at, data, tables: tables.map(({ told }) => told) };
  const namesOf = (conflict: Conflict) =>
    tables.filter(({ told }) =>
      [conflict.one, conflict.other].some((place) => place.at === '' && place.table === told.table),
    );
  return {
    policy,
    outcomes,
    release,
    withheld: withheldIn(session, document, outcomes),
    conflicts: findConflicts(release, before, leaving.minimum).map((conflict) => ({
      ...conflict,
      names: [...new Set(namesOf(conflict).map(({ name }) => name))],
    })),
  };
}

function withheldIn(session: Session, document: Notebook, outcomes: Outcomes): readonly WithheldTable[] {
  return [...cellsTold(document).keys()].flatMap((name): WithheldTable[] => {
    const outcome = outcomes.get(name);
    const table = tableName(session, name);
    if (outcome?.kind === 'left-out') return [{ name, table, rows: 0, values: 0, why: 'left-out' }];
    if (outcome?.kind !== 'result') return [];
    const { clearing } = outcome;
    if (!clearing.ok) return [{ name, table, rows: 0, values: 0, why: clearing.problem.kind }];
    const { rows, values } = countWithheld(clearing.cleared);
    return rows + values > 0 ? [{ name, table, rows, values, why: 'small' }] : [];
  });
}

export function countWithheld(cleared: Cleared): { readonly rows: number; readonly values: number } {
  const rows = cleared.withheld.filter((why) => why !== null).length;
  const obscured = cleared.obscured.reduce((sum, { size }) => sum + size, 0);
  return { rows, values: obscured + cleared.leftOut.length * cleared.rowCount };
}
