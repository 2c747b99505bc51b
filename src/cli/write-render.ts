import { basename } from 'node:path';
import { parseHTML } from 'linkedom';
import type { Policy } from '../lib/disclosure/cleared';
import { policyOf } from '../lib/disclosure/policy';
import { statusOf } from '../lib/dataflow/apply';
import type { Failure, Session } from '../lib/dataflow/session';
import { instruments } from '../lib/instruments/catalogue';
import { hasRows, isNamed, type CellName, type NamedCell } from '../lib/notebook/cell';
import type { NotebookProblem } from '../lib/notebook/notebook';
import type { Result, Value } from '../lib/results/result';
import { writeCsv } from '../lib/results/write-csv';
import type { ImportOutcome } from '../lib/workbench/import';
import { reportOf } from '../lib/workbench/report';
import type { ReadExport } from './read-export';
import type { FoundInstruments } from './read-instruments';
import type { Arguments } from './arguments';

export interface Rendered {
  readonly session: Session;
  readonly problems: readonly NotebookProblem[];
  readonly imported: ImportOutcome;
  readonly exports: readonly ReadExport[];
  readonly found: FoundInstruments;
}

const named = (session: Session): readonly NamedCell[] => session.notebook.cells.filter(isNamed);

/** What is wrong with a cell at the end of the run, whether it ran, was refused or waited in vain. */
function failureOf(session: Session, name: CellName): Failure | undefined {
  const status = statusOf(session, name);
  switch (status.kind) {
    case 'failed':
      return status.failure;
    case 'blocked':
      return { kind: 'sql', message: `waits for ${status.by}`, candidates: [] };
    default:
      return undefined;
  }
}

export function failed(session: Session): boolean {
  return named(session).some((cell) => failureOf(session, cell.name) !== undefined);
}

function isOurs(name: string): boolean {
  return instruments.some((instrument) => instrument.name === name);
}

/** What a person at the terminal should know whatever the format, one line each: for stderr. */
export function remarks({ session, problems, imported, found }: Rendered): string[] {
  const failures = named(session).flatMap(({ name }) => {
    const failure = failureOf(session, name);
    if (!failure) return [];
    const place = failure.line === undefined ? '' : `, line ${failure.line}`;
    return [`${name}${place}: ${failure.message || failure.kind}`];
  });
  const unread = problems.map(({ kind, line, what }) => `the notebook, line ${line}: ${kind} ${what}`);
  const count = imported.problemCount;
  const listed = count > 0 ? [`${count} import problems, listed in import_problems`] : [];
  const own = found.own.map(
    ({ file, instrument: { name } }) =>
      `${file}: used as the instrument ${name}${isOurs(name) ? ', in the place of ours' : ''}`,
  );
  const others = found.others.map((file) => `${file}: no instrument, not read`);
  return [...failures, ...unread, ...listed, ...own, ...others];
}

/** JSON and CSV are raw numbers for the evaluator's own machine; HTML is cleared unless `--policy none` says otherwise. */
export async function writeRender(rendered: Rendered, asked: Arguments): Promise<string> {
  switch (asked.format) {
    case 'json':
      return `${JSON.stringify(jsonOf(rendered), null, 1)}\n`;
    case 'csv':
      return csvOf(rendered.session);
    case 'html':
      return htmlOf(rendered, asked);
  }
}

function jsonOf({ session, problems, imported, found }: Rendered) {
  const cells = named(session).flatMap((cell) => {
    const json = cellJson(session, cell);
    return json ? [[cell.name, json] as const] : [];
  });
  return {
    policy: 'none: raw numbers, not cleared for sharing',
    cells: Object.fromEntries(cells),
    importProblems: imported.problems,
    ownInstruments: found.own.map(({ file, instrument }) => ({ name: instrument.name, file })),
    problems,
  };
}

function cellJson(session: Session, cell: NamedCell) {
  const failure = failureOf(session, cell.name);
  if (failure) {
    const { kind, message, line = null, column = null } = failure;
    return { error: { kind, message, line, column } };
  }
  const result = session.results.get(cell.name)?.result;
  return hasRows(cell) && result ? resultJson(result) : undefined;
}

function resultJson(result: Result) {
  return {
    columns: result.columns.map(({ name, type }) => ({ name, type })),
    rows: Array.from({ length: result.rowCount }, (_, row) => rowOf(result, row)),
    ...(result.truncated && { truncated: true }),
  };
}

function rowOf(result: Result, row: number): Value[] {
  return result.columns.map((column) => column.values[row] ?? null);
}

function csvOf(session: Session): string {
  const sections = named(session).flatMap((cell) => {
    const result = session.results.get(cell.name)?.result;
    if (!hasRows(cell) || !result || failureOf(session, cell.name)) return [];
    return [`# ${cell.name}\n${writeCsv(result)}`];
  });
  return `# Raw numbers, not cleared for sharing\n${sections.join('\n')}`;
}

function htmlOf({ session, exports, found }: Rendered, asked: Arguments): string {
  const policy: Policy =
    asked.policy === 'none' ? { kind: 'none' } : policyOf(session.notebook.header.disclosure);
  const { document } = parseHTML('<!doctype html><html><head></head><body></body></html>');
  return reportOf({
    session,
    policy,
    language: session.notebook.header.language,
    own: found.own.map(({ file, instrument }) => ({ file: basename(file), instrument })),
    datasets: exports.map(({ dataset }) => dataset),
    synthetic: exports.every(({ synthetic }) => synthetic),
    madeAt: new Date().toISOString(),
    document: document as unknown as Document,
  });
}
