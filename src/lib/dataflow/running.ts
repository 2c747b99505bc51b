import type { CellName } from '../notebook/cell';
import { blockerOf, compiledOf, currentFingerprint, failureOfRun, isFresh, sessionGraph } from './status';
import type { Effect, Session, Step } from './session';

/** The cells that can run, in the order they would. */
export function runnableIn(session: Session): readonly CellName[] {
  return sessionGraph(session).order.filter((name) => currentFingerprint(session, name) !== undefined);
}

/** Cells whose run would be another one after the change than before it. */
export function changedSince(before: Session, after: Session): readonly CellName[] {
  return runnableIn(after).filter(
    (name) => currentFingerprint(before, name) !== currentFingerprint(after, name),
  );
}

/** Runs start by themselves only in automatic mode, and not before there is data. */
export function isAutomatic({ mode, tables }: Session): boolean {
  return mode === 'automatic' && tables.tables.length > 0;
}

export function want(session: Session, names: Iterable<CellName>): Session {
  return { ...session, wanted: new Set([...session.wanted, ...names]) };
}

export function unwant(session: Session, names: Iterable<CellName>): Session {
  const dropped = new Set(names);
  return { ...session, wanted: new Set([...session.wanted].filter((name) => !dropped.has(name))) };
}

/** Stops what runs for an older text or older data, and what stands under a cell that has failed meanwhile. */
export function stopOutdated(session: Session): Step {
  const outdated = [...session.running].filter(
    ([name, { fingerprint }]) =>
      fingerprint !== currentFingerprint(session, name) || blockerOf(session, name) !== undefined,
  );
  return stop(
    session,
    outdated.map(([name]) => name),
  );
}

export function stop(session: Session, names: readonly CellName[]): Step {
  const running = new Map(session.running);
  const effects: Effect[] = [];
  for (const name of names) {
    const sent = running.get(name);
    if (!sent) continue;
    effects.push({ type: 'cancel', name, fingerprint: sent.fingerprint });
    running.delete(name);
  }
  return { session: effects.length > 0 ? { ...session, running } : session, effects };
}

/**
 * Sends every wanted cell whose ancestors are fresh, in order; keeps those that wait for one; forgets those that are
 * fresh already or cannot run. `again` holds fresh cells that are to run nonetheless.
 */
export function launch(session: Session, at: number, again: ReadonlySet<CellName> = new Set()): Step {
  // The one door to the engine for cells: whatever led here, an inert notebook does not get through.
  if (session.inert) return { session: { ...session, wanted: new Set() }, effects: [] };
  const graph = sessionGraph(session);
  const fresh = new Set(graph.order.filter((name) => isFresh(session, name)));
  const wanted = withAncestors(session, fresh);
  const running = new Map(session.running);
  const effects: Effect[] = [];
  for (const name of graph.order) {
    if (!wanted.has(name)) continue;
    const fingerprint = currentFingerprint(session, name);
    const above = graph.ancestorsOf(name).filter((one) => !fresh.has(one));
    const stuck = above.some((one) => !wanted.has(one) && !running.has(one));
    const done = running.has(name) || (fresh.has(name) && !again.has(name) && above.length === 0);
    if (done || stuck || !fingerprint) wanted.delete(name);
    else if (above.length === 0) {
      wanted.delete(name);
      const compiled = compiledOf(session, name);
      if (!compiled) continue;
      running.set(name, { fingerprint, since: at });
      const cell = graph.nodes.get(name)?.cell;
      const stage = cell?.kind === 'compare' ? { compare: cell.spec } : {};
      const { sql, template } = compiled;
      effects.push({ type: 'run', name, fingerprint, sql, template, ...stage });
    }
  }
  return { session: { ...session, wanted, running }, effects };
}

/** What is wanted and what has to come before it. A failed ancestor is not tried again unasked: it blocks. */
function withAncestors(session: Session, fresh: ReadonlySet<CellName>): Set<CellName> {
  const graph = sessionGraph(session);
  const wanted = new Set<CellName>();
  for (const name of session.wanted) {
    if (currentFingerprint(session, name) === undefined) continue;
    wanted.add(name);
    for (const one of graph.ancestorsOf(name)) {
      if (!fresh.has(one) && !session.running.has(one) && !failureOfRun(session, one)) wanted.add(one);
    }
  }
  return wanted;
}
