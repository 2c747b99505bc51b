import type { Handle } from '../../dataflow/session';
import { learn } from '../../i18n/sentences';
import { isNamed, type Cell } from '../../notebook/cell';
import type { NewCellKind } from '../../notebook/new-cell';
import { addCell } from '../notebook/add-cell';
import type { Reading } from '../reading.svelte';
import { countUses, showsCodeAtFirst } from '../uses';
import type { Workbench } from '../workbench-surface';
import { cellActions } from './cell-actions';
import { goToCell } from './go-to';
import type { CommandName } from './shortcuts';

/** What can be done now, by name; what cannot is undefined. */
export type Commands = Readonly<Record<CommandName, (() => void) | undefined>>;

export function commandsOf(workbench: Workbench, reading: Reading): Commands {
  const commands: Commands = { ...pageCommands(workbench, reading), ...cellCommands(workbench, reading) };
  return workbench.open.elsewhere ? { ...commands, ...notWhereRead } : commands;
}

const writing = [
  'addProse',
  'addSql',
  'addPlot',
  'addCompare',
  'addInput',
  'predefined',
  'explore',
  'undo',
  'redo',
  'rename',
  'moveUp',
  'moveDown',
  'duplicate',
  'delete',
] as const;
/** Where another tab writes the notebook. */
const notWhereRead = Object.fromEntries(writing.map((name) => [name, undefined]));

function pageCommands(workbench: Workbench, reading: Reading) {
  const { session, phase, data, language } = workbench;
  const ready = phase.kind === 'ready' && !session.inert;
  const at = () => Date.now();
  const below = session.handles.indexOf(reading.selected as Handle) + 1 || session.handles.length;
  const add = (kind: NewCellKind) => () => addCell(workbench, reading, kind, below);
  return {
    palette: () => (reading.overlay = { kind: 'palette' }),
    shortcuts: () => (reading.overlay = { kind: 'shortcuts' }),
    help: () => window.open('../help/', '_blank', 'noopener'),
    tour: () => void import('../guide/show').then(({ show }) => show(workbench)),
    find: () => (reading.finding = true),
    bin: () => (reading.overlay = { kind: 'bin' }),
    versions: () => (reading.overlay = { kind: 'versions' }),
    map: () => (reading.overlay = { kind: 'map' }),
    meeting: () => (reading.overlay = { kind: 'meeting' }),
    problems: data.problemCount > 0 ? () => (reading.overlay = { kind: 'problems' }) : undefined,
    predefined: () => (reading.overlay = { kind: 'predefined', index: below }),
    explore:
      data.datasets.length > 0 ? () => (reading.overlay = { kind: 'explore', index: below }) : undefined,
    addProse: add('prose'),
    addSql: add('sql'),
    addPlot: add('plot'),
    addCompare: add('compare'),
    addInput: add('input'),
    addReflection: add('reflect'),
    runStale: ready ? () => workbench.dispatch({ type: 'run-asked', which: 'stale', at: at() }) : undefined,
    runAll: ready ? () => workbench.dispatch({ type: 'run-asked', which: 'all', at: at() }) : undefined,
    stop:
      session.running.size > 0 ? () => workbench.dispatch({ type: 'stop-asked', which: 'all' }) : undefined,
    hold: () =>
      workbench.dispatch({
        type: 'mode-set',
        mode: session.mode === 'held' ? 'automatic' : 'held',
        at: at(),
      }),
    undo: session.past.length > 0 ? () => workbench.dispatch({ type: 'undone', at: at() }) : undefined,
    redo: session.future.length > 0 ? () => workbench.dispatch({ type: 'redone', at: at() }) : undefined,
    save: () => workbench.saveFile(),
    report: () => (reading.overlay = { kind: 'share' }),
    link: () => (reading.overlay = { kind: 'link' }),
    print: () => window.print(),
    unhide: () => (reading.unhidden = !reading.unhidden),
    language: () => {
      const other = language === 'da' ? 'en' : 'da';
      void learn(other).then(() => workbench.setLanguage(other));
    },
  };
}

/** On the selected cell; the first and the last cell have one beside them too, from nowhere. */
function cellCommands(workbench: Workbench, reading: Reading) {
  const { handles, notebook } = workbench.session;
  const index = handles.indexOf(reading.selected as Handle);
  const cell = notebook.cells[index];
  const handle = cell && handles[index];
  const act = cellActions(workbench, reading);
  const named = cell !== undefined && isNamed(cell);
  const shownAtFirst = named && showsCodeAtFirst(cell, countUses(notebook.cells));
  const on = (does: (handle: Handle) => void, can = true) =>
    handle !== undefined && can ? () => does(handle) : undefined;
  const to = (place: number) => {
    const next = handles[place];
    return next === undefined ? undefined : () => void goToCell(next, reading);
  };
  const next = to(index + 1);
  const run =
    cell && isRunnable(cell) && !workbench.session.inert ? () => runCell(workbench, cell) : undefined;
  return {
    next,
    previous: to(index === -1 ? handles.length - 1 : index - 1),
    run,
    runOn: workbench.session.inert
      ? undefined
      : () => {
          run?.();
          next?.();
        },
    showCode: on((one) => reading.shown.set(one, !(reading.shown.get(one) ?? shownAtFirst)), named),
    compiled: on((one) => showCompiled(reading, one), cell?.kind === 'sql'),
    rename: on((one) => (reading.renaming = one), named),
    moveUp: on((one) => act.move(one, -1), index > 0),
    moveDown: on((one) => act.move(one, 1), index < handles.length - 1),
    duplicate: on(act.duplicate),
    delete: on(act.remove),
  };
}

type Runnable = Extract<Cell, { kind: 'sql' | 'compare' | 'plot' }>;

function isRunnable(cell: Cell): cell is Runnable {
  return cell.kind === 'sql' || cell.kind === 'compare' || cell.kind === 'plot';
}

/** A chart is drawn of the cell it shows. */
function runCell(workbench: Workbench, cell: Runnable): void {
  const shown = workbench.session.notebook.cells.filter(isNamed);
  const source = cell.kind === 'plot' ? shown.find(({ name }) => name === cell.spec.data)?.name : cell.name;
  if (source) workbench.dispatch({ type: 'run-asked', which: [source], at: Date.now() });
}

/** It stands under the calculation. */
function showCompiled(reading: Reading, handle: Handle): void {
  if (reading.compiled.delete(handle)) return;
  reading.compiled.add(handle);
  reading.shown.set(handle, true);
}
