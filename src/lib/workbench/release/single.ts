import type { AuditFault } from '../../disclosure/audit';
import type { Cleared } from '../../disclosure/cleared';
import { policyOf } from '../../disclosure/policy';
import { findConflicts, type Conflict } from '../../disclosure/subtract';
import type { CellName } from '../../notebook/cell';
import { auditFile, letGoOf } from './audit-file';
import type { Desk } from './desk';
import { countWithheld } from './prepare';
import { tableName, tellCell } from './tell-document';

/** A table or picture, written as it is about to leave. */
export interface Single {
  readonly name: CellName;
  readonly cleared: Cleared;
  readonly what: 'table' | 'picture';
  /** HTML or SVG. */
  readonly content: string;
}

/** What is in the way of it. */
export type Stopped =
  | { readonly kind: 'conflict'; readonly conflict: Conflict }
  | { readonly kind: 'fault'; readonly fault: AuditFault };

/**
 * One table or picture that is about to leave: what it would give away together with what left before, and what stands
 * in it that may not be read. Where that is nothing it is written down as having left.
 */
export async function letGo(
  desk: Desk,
  { name, cleared, what, content }: Single,
): Promise<Stopped | undefined> {
  const session = desk.lent.session();
  const shelf = await desk.shelf;
  const release = {
    notebook: desk.lent.name(),
    at: desk.now(),
    data: await desk.data(),
    tables: tellCell(session, name, cleared).map(({ told }) => told),
  };
  const policy = policyOf(session.notebook.header.disclosure);
  const conflicts = findConflicts(release, await shelf.releases(), policy.minimum);
  const [conflict] = conflicts;
  if (conflict) return { kind: 'conflict', conflict };
  const table = tableName(session, name);
  const page = { fileName: what === 'picture' ? `${name}.svg` : table, type: 'page' as const, content };
  const [fault] = await auditFile(page, [letGoOf(session, name, cleared)], policy.minimum);
  if (fault) return { kind: 'fault', fault };
  const { rows, values } = countWithheld(cleared);
  const withheld = rows + values > 0 ? [{ table, rows, values, why: 'small' as const }] : [];
  await shelf.add(release, {
    ...desk.entry(session, false),
    what,
    file: table,
    withheld,
    conflicts: [],
    reason: '',
    data: release.data,
  });
  return undefined;
}
