import type { CellName } from '../notebook/cell';
import type { Notebook } from '../notebook/notebook';
import {
  add,
  chooseInput,
  duplicate,
  move,
  newHandles,
  remove,
  rename,
  replace,
  restore,
  title,
  writeText,
  setDisclosure,
} from './edit';
import { redo, undo } from './history';
import { changedSince, isAutomatic, launch, runnableIn, stop, stopOutdated, unwant, want } from './running';
import { currentFingerprint, failureOfRun, isFresh, sessionGraph } from './status';
import type { Effect, Event, Run, Session, Step, Tables } from './session';

export { compiledOf, statusOf } from './status';
export { namingProblemsOf, orderOf, problemsOf, type CellProblem } from './problems';

export const noTables: Tables = { stamp: '', tables: [] };

/** A session that has run nothing yet. */
export function start(notebook: Notebook, tables: Tables = noTables): Session {
  const handles = newHandles({ nextHandle: 1 }, notebook.cells.length);
  return {
    notebook,
    handles,
    nextHandle: handles.length + 1,
    tables,
    runs: new Map(),
    results: new Map(),
    running: new Map(),
    wanted: new Set(),
    mode: 'automatic',
    inert: false,
    past: [],
    future: [],
    deleted: [],
  };
}

/** What an event makes of a session, and what is to be done about it. Pure: no clock, nothing is changed in place. */
export function apply(session: Session, event: Event): Step {
  switch (event.type) {
    case 'opened':
      return open(session, event);
    case 'trusted':
      return trust(session, event.at);
    case 'tables-loaded':
      return load(session, event.tables, event.at);
    case 'written':
      return afterWriting(session, writeText(session, event.handle, event.text, event.chosen));
    case 'renamed':
      return followUp(session, rename(session, event.handle, event.name), event.at);
    case 'input-set':
      return followUp(session, chooseInput(session, event.name, event.value), event.at);
    case 'added':
      return followUp(session, add(session, event.cells, event.index), event.at);
    case 'duplicated':
      return followUp(session, duplicate(session, event.handle), event.at);
    case 'deleted':
      return followUp(session, remove(session, event.handle, event.at), event.at);
    case 'restored':
      return followUp(session, restore(session, event.handle), event.at);
    case 'replaced':
      return followUp(session, replace(session, event.notebook), event.at);
    case 'undone':
      return followUp(session, undo(session), event.at);
    case 'redone':
      return followUp(session, redo(session), event.at);
    case 'moved':
      return afterWriting(session, move(session, event.handle, event.index));
    case 'titled':
      return afterWriting(session, title(session, event.title));
    case 'disclosure-set':
      return afterWriting(session, setDisclosure(session, event.disclosure));
    case 'run-asked':
      return run(session, event.which, event.at);
    case 'stop-asked':
      return stopAsked(session, event.which);
    case 'run-ended':
      return take(session, event.name, event.run);
    case 'mode-set':
      return setMode(session, event.mode, event.at);
  }
}

function open(
  session: Session,
  { notebook, inert = false, at = 0 }: Extract<Event, { type: 'opened' }>,
): Step {
  const stopped = stop(session, [...session.running.keys()]);
  const handles = newHandles(session, notebook.cells.length);
  const opened: Session = {
    ...start(notebook, session.tables),
    handles,
    nextHandle: session.nextHandle + handles.length,
    mode: session.mode,
    inert,
  };
  const sent = isAutomatic(opened) ? launch(want(opened, runnableIn(opened)), at) : step(opened);
  return step(sent.session, [...stopped.effects, ...sent.effects]);
}

function trust(session: Session, at: number): Step {
  if (!session.inert) return step(session);
  const trusted = { ...session, inert: false };
  return trusted.tables.tables.length > 0 ? run(trusted, 'all', at) : step(trusted);
}

function load(session: Session, tables: Tables, at: number): Step {
  const stopped = stopOutdated({ ...session, tables });
  const loaded = stopped.session;
  const sent = launch(isAutomatic(loaded) ? want(loaded, runnableIn(loaded)) : loaded, at);
  return step(sent.session, [...stopped.effects, ...sent.effects]);
}

function step(session: Session, effects: readonly Effect[] = []): Step {
  return { session, effects };
}

function keep(before: Session, after: Session): readonly Effect[] {
  return before.notebook === after.notebook ? [] : [{ type: 'keep' }];
}

/** In automatic mode whatever would now give another result runs, and nothing else. */
function followUp(before: Session, after: Session, at: number): Step {
  if (before === after) return step(before);
  const stopped = stopOutdated(after);
  const next = isAutomatic(after) ? want(stopped.session, changedSince(before, after)) : stopped.session;
  const sent = launch(next, at);
  return step(sent.session, [...keep(before, after), ...stopped.effects, ...sent.effects]);
}

/** A text half written does not run: what it changes is stopped and waits to be asked for. */
function afterWriting(before: Session, after: Session): Step {
  if (before === after) return step(before);
  const stopped = stopOutdated(after);
  const session = unwant(
    stopped.session,
    [...after.wanted].filter((name) => differs(before, after, name)),
  );
  return step(session, [...keep(before, after), ...stopped.effects]);
}

function differs(before: Session, after: Session, name: CellName): boolean {
  return currentFingerprint(before, name) !== currentFingerprint(after, name);
}

function run(session: Session, which: readonly CellName[] | 'stale' | 'all', at: number): Step {
  const runnable = runnableIn(session);
  const old = runnable.filter((name) => !isFresh(session, name));
  if (which === 'stale') return launch(want(session, old), at);
  const graph = sessionGraph(session);
  const asked = which === 'all' ? runnable : runnable.filter((name) => which.includes(name));
  const above = asked.flatMap((name) => graph.ancestorsOf(name)).filter((name) => old.includes(name));
  const below = isAutomatic(session) ? asked.flatMap((name) => graph.descendantsOf(name)) : [];
  return launch(want(session, [...above, ...asked, ...below]), at, new Set(asked));
}

function stopAsked(session: Session, which: readonly CellName[] | 'all'): Step {
  const names = which === 'all' ? [...session.running.keys()] : which;
  const stopped = stop(session, names);
  const graph = sessionGraph(session);
  const below =
    which === 'all' ? session.wanted : names.flatMap((name) => [name, ...graph.descendantsOf(name)]);
  return step(unwant(stopped.session, below), stopped.effects);
}

/**
 * Takes a result that is still awaited. `cancelled` is never taken: what was cancelled has left `running` already, and
 * the same fingerprint may have been sent anew since.
 */
function take(session: Session, name: CellName, run: Run): Step {
  if (session.running.get(name)?.fingerprint !== run.fingerprint) return step(session);
  const { outcome, fingerprint } = run;
  if (!outcome.ok && outcome.failure.kind === 'cancelled') return step(session);
  const running = new Map(session.running);
  running.delete(name);
  const results = outcome.ok
    ? new Map(session.results).set(name, { fingerprint, result: outcome.result })
    : session.results;
  const taken = stopOutdated({ ...session, running, results, runs: new Map(session.runs).set(name, run) });
  const next = isAutomatic(session) ? want(taken.session, outdatedBy(session, taken.session)) : taken.session;
  const sent = launch(next, run.endedAt);
  return step(sent.session, [...taken.effects, ...sent.effects]);
}

/** A comparison run again may give other rows than those the cells below were made of. */
function outdatedBy(before: Session, after: Session): readonly CellName[] {
  return sessionGraph(after).order.filter((name) => isFresh(before, name) && differs(before, after, name));
}

function setMode(session: Session, mode: Session['mode'], at: number): Step {
  const next: Session = { ...session, mode, wanted: mode === 'held' ? new Set() : session.wanted };
  if (!isAutomatic(next)) return step(next);
  const untried = runnableIn(next).filter((name) => !isFresh(next, name) && !failureOfRun(next, name));
  return launch(want(next, untried), at);
}
