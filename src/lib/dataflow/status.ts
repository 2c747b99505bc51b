import { isSpoken, type CellName } from '../notebook/cell';
import { compile, segmentsOf, type Compiled, type Given } from './compile';
import { changedBetween, fingerprintOf } from './fingerprint';
import { graphOf, type Graph, type Node } from './graph';
import type { Failure, Fingerprint, Session, Status } from './session';
import { stageSegment, valuesOf } from './stage';

type Fingerprints = Map<CellName, Fingerprint | undefined>;

/** Of cells without a comparison above; of those with one, for the results there are. */
const fingerprints = new WeakMap<Graph, Fingerprints>();
const staged = new WeakMap<Graph, WeakMap<Session['results'], Fingerprints>>();

export function sessionGraph({ notebook, tables }: Session): Graph {
  return graphOf(notebook, tables);
}

/** What a run of the cell would be now; undefined when it cannot run. */
export function currentFingerprint(session: Session, name: CellName): Fingerprint | undefined {
  const graph = sessionGraph(session);
  const above = stagesAbove(graph, name);
  const known =
    above.length === 0 ? knownFor(graph, fingerprints) : knownFor(session.results, stagedOf(graph));
  if (!known.has(name)) {
    const segments = segmentsOf(graph, name);
    known.set(
      name,
      segments && fingerprintOf({ segments }, session.tables.stamp, rowsGivenBy(session, above)),
    );
  }
  return known.get(name);
}

function rowsGivenBy(session: Session, above: readonly CellName[]): readonly (readonly [CellName, string])[] {
  return above.flatMap((stage) => {
    const rows = freshResult(session, stage);
    return rows ? [[stage, valuesOf(rows)] as const] : [];
  });
}

function knownFor<Key extends object>(key: Key, by: WeakMap<Key, Fingerprints>): Fingerprints {
  const known = by.get(key) ?? new Map<CellName, Fingerprint | undefined>();
  by.set(key, known);
  return known;
}

function stagedOf(graph: Graph): WeakMap<Session['results'], Fingerprints> {
  const known = staged.get(graph) ?? new WeakMap<Session['results'], Fingerprints>();
  staged.set(graph, known);
  return known;
}

const stages = new WeakMap<Graph, Map<CellName, readonly CellName[]>>();

/** The comparisons above a cell. */
function stagesAbove(graph: Graph, name: CellName): readonly CellName[] {
  const known = stages.get(graph) ?? new Map<CellName, readonly CellName[]>();
  stages.set(graph, known);
  const found =
    known.get(name) ?? graph.ancestorsOf(name).filter((one) => one !== name && isStage(graph, one));
  known.set(name, found);
  return found;
}

function isStage(graph: Graph, name: CellName): boolean {
  return graph.nodes.get(name)?.cell.kind === 'compare';
}

/** Not by `isFresh`: a failure since then blocks the cells below, it does not change what they were made of. */
function freshResult(session: Session, name: CellName) {
  const result = session.results.get(name);
  return result && result.fingerprint === currentFingerprint(session, name) ? result.result : undefined;
}

/**
 * The text a cell's run sends, with the map back to its cells; undefined when it cannot run, also because a comparison
 * it reads has not given its rows yet.
 */
export function compiledOf(session: Session, name: CellName): Compiled | undefined {
  const graph = sessionGraph(session);
  const above = stagesAbove(graph, name);
  if (above.length === 0) return compile(graph, name);
  if (above.some((stage) => !freshResult(session, stage))) return undefined;
  const given: Given = (one) => {
    const rows = above.includes(one) ? freshResult(session, one) : undefined;
    return rows && stageSegment(one, rows);
  };
  return compile(graph, name, given);
}

/** True when the result that is kept is the result a run would give. */
export function isFresh(session: Session, name: CellName): boolean {
  const now = currentFingerprint(session, name);
  return (
    now !== undefined &&
    session.results.get(name)?.fingerprint === now &&
    failureOfRun(session, name) === undefined
  );
}

/** The failure of the last run, when nothing has changed since. */
export function failureOfRun(session: Session, name: CellName): Failure | undefined {
  const run = session.runs.get(name);
  if (!run || run.outcome.ok || run.fingerprint !== currentFingerprint(session, name)) return undefined;
  return run.outcome.failure;
}

/** The first cell above that keeps this one from running: a failed one, an empty one, an input that is wrong. */
export function blockerOf(session: Session, name: CellName): CellName | undefined {
  const graph = sessionGraph(session);
  const above = graph.ancestorsOf(name).filter((one) => one !== name);
  for (const one of above) {
    const node = graph.nodes.get(one);
    const input = node && wrongInput(graph, node);
    if (input) return input;
    if (!node?.query || node.failure || (failureOfRun(session, one) && !session.running.has(one))) return one;
  }
  const own = graph.nodes.get(name);
  return own && wrongInput(graph, own);
}

function wrongInput(graph: Graph, { inputs }: Node): CellName | undefined {
  return inputs.find((input) => graph.nodes.get(input)?.failure);
}

/** Derived from the session, never set. A name no cell has is waiting. */
export function statusOf(session: Session, name: CellName): Status {
  const node = sessionGraph(session).nodes.get(name);
  if (!node) return { kind: 'waiting' };
  if (node.failure) return { kind: 'failed', failure: node.failure };
  if (node.cell.kind === 'plot') return statusOfPlot(session, node);
  if (!node.query) return { kind: node.cell.kind === 'input' || isSpoken(node.cell) ? 'fresh' : 'waiting' };
  return statusOfQuery(session, name);
}

function statusOfPlot(session: Session, { reads: [data] }: Node): Status {
  if (!data) return { kind: 'waiting' };
  const status = statusOf(session, data);
  return status.kind === 'failed' ? { kind: 'blocked', by: data } : status;
}

function statusOfQuery(session: Session, name: CellName): Status {
  const by = blockerOf(session, name);
  if (by) return { kind: 'blocked', by };
  const running = session.running.get(name);
  if (running) return { kind: 'running', since: running.since };
  const failure = failureOfRun(session, name);
  if (failure) return { kind: 'failed', failure };
  const result = session.results.get(name);
  const now = currentFingerprint(session, name);
  if (!result || !now) return { kind: 'waiting' };
  if (result.fingerprint === now) return { kind: 'fresh' };
  return { kind: 'stale', because: changedBetween(result.fingerprint, now) };
}
