import { clear } from '../../disclosure/clear';
import { policyOf } from '../../disclosure/policy';
import { findConflicts } from '../../disclosure/subtract';
import { auditFile } from './audit-file';
import { benchmarkQuery, tellBenchmark, writeBenchmark } from './benchmark';
import type { Desk } from './desk';
import { countWithheld } from './prepare';
import { leastReason, type Shared } from './shared';

/**
 * What a pool tells its projects: its own averages by scale, age and sex, cleared like all that leaves. Projects open
 * the file beside their own export.
 */
export async function shareBenchmark(desk: Desk, reason: string): Promise<Shared> {
  const session = desk.lent.session();
  const policy = policyOf(session.notebook.header.disclosure);
  const asked = await desk.lent.ask(benchmarkQuery);
  const clearing = asked.ok ? clear(asked.result, policy) : undefined;
  const text = clearing?.ok ? writeBenchmark(clearing.cleared) : undefined;
  if (!clearing?.ok || text === undefined) return { kind: 'nothing' };
  const file = 'benchmark.yaml';
  const shelf = await desk.shelf;
  const tables = [tellBenchmark(file, clearing.cleared)];
  const release = { notebook: desk.lent.name(), at: desk.now(), data: await desk.data(), tables };
  const conflicts = findConflicts(release, await shelf.releases(), policy.minimum);
  if (conflicts.length > 0 && reason.trim().length < leastReason) return { kind: 'reason-needed', conflicts };
  const { cleared } = clearing;
  const letGo = { table: file, whole: asked.ok ? asked.result.columns : [], cleared };
  const faults = await auditFile({ fileName: file, type: 'yaml', content: text }, [letGo], policy.minimum);
  if (faults.length > 0) return { kind: 'faulty', faults };
  const { rows, values } = countWithheld(cleared);
  await shelf.add(release, {
    ...desk.entry(session, false),
    what: 'benchmark',
    file,
    withheld: rows + values > 0 ? [{ table: file, rows, values, why: 'small' }] : [],
    conflicts: conflicts.map(({ one, other }): [string, string] => [one.table, other.table]),
    reason: conflicts.length > 0 ? reason.trim() : '',
    data: release.data,
  });
  desk.lent.download(file, 'application/yaml', text);
  return { kind: 'done', file };
}
