import { basename } from 'node:path';
import type { Release } from '../lib/disclosure/ledger';
import { policyOf } from '../lib/disclosure/policy';
import { auditFile, letGoOf } from '../lib/workbench/release/audit-file';
import { prepareRelease } from '../lib/workbench/release/prepare';
import type { Arguments } from './arguments';
import type { Rendered } from './write-render';

/** What a finished report tells, and what a person should know before it is handed on. */
export interface Checked {
  readonly release: Release;
  /** A line for each two tables that together tell of few children, of this report or of those before it. */
  readonly warnings: readonly string[];
  /** Withheld numbers that can be read in it: it must not be written. */
  readonly faults: readonly string[];
}

/**
 * A cleared report, held against those of the same command (`before`) and read once more by other code than wrote it.
 * Undefined for raw numbers, which are for the evaluator's own machine.
 */
export async function checkRender(
  { session }: Rendered,
  { format, policy, notebook, out }: Arguments,
  html: string,
  before: readonly Release[],
): Promise<Checked | undefined> {
  if (format !== 'html' || policy === 'none') return undefined;
  const minimum = policyOf(session.notebook.header.disclosure);
  const name = basename(out ?? notebook);
  const { outcomes, release, conflicts } = prepareRelease({
    session,
    document: session.notebook,
    policy: minimum,
    language: session.notebook.header.language,
    whole: false,
    without: new Set(),
    before,
    notebook: name,
    // One command reads one set of data.
    data: 'rendered',
    at: new Date().toISOString(),
  });
  const letGo = [...outcomes].flatMap(([cell, outcome]) =>
    outcome.kind === 'result' && outcome.clearing.ok
      ? [letGoOf(session, cell, outcome.clearing.cleared)]
      : [],
  );
  const faults = await auditFile({ fileName: name, type: 'page', content: html }, letGo, minimum.minimum);
  const placeOf = ({ table, notebook: of, whom }: (typeof conflicts)[number]['one']) =>
    `"${table}"${of === name ? '' : ` of ${of}`}${whom.length > 0 ? ` (${whom.join('; ')})` : ''}`;
  return {
    release,
    warnings: conflicts.map(
      ({ one, other }) =>
        `${placeOf(one)} and ${placeOf(other)} together tell of a small group: do not share both`,
    ),
    faults: faults.map(({ table, where }) => `a withheld number of "${table}" can be read: ${where}`),
  };
}
