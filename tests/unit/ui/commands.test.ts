import { beforeEach, expect, test, vi } from 'vitest';
import { start } from '../../../src/lib/dataflow/apply';
import type { Event } from '../../../src/lib/dataflow/session';
import { parse } from '../../../src/lib/notebook/parse';
import { commandsOf } from '../../../src/lib/ui/commands/commands';
import type { Reading } from '../../../src/lib/ui/reading.svelte';
import type { Workbench } from '../../../src/lib/ui/workbench-surface';

const { notebook } = parse(
  `---\nformat: 1\ntitle: t\n---\n\`\`\`sql alone\nSELECT 1 AS n\n\`\`\`\n\n\`\`\`sql titled title="T"\nSELECT 1 AS n\n\`\`\`\n`,
);
const session = start(notebook);
let events: Event[];
let workbench: Workbench;
let reading: Reading;
beforeEach(() => {
  events = [];
  workbench = {
    session,
    open: {},
    phase: { kind: 'ready' },
    data: { datasets: [], problemCount: 0 },
    language: 'da',
    dispatch: (event: Event) => events.push(event),
  } as unknown as Workbench;
  reading = { selected: undefined, shown: new Map(), compiled: new Set() } as unknown as Reading;
});

test('the calculation is hidden where it is shown at first, and shown where it is not', () => {
  const [alone, titled] = session.handles;
  if (alone === undefined || titled === undefined) throw new Error('two cells');
  reading.selected = alone;
  commandsOf(workbench, reading).showCode?.();
  expect(reading.shown.get(alone)).toBe(false);
  reading.selected = titled;
  commandsOf(workbench, reading).showCode?.();
  expect(reading.shown.get(titled)).toBe(true);
  commandsOf(workbench, reading).showCode?.();
  expect(reading.shown.get(titled)).toBe(false);
});

test('a run is asked for when the command is given, not when it was offered', () => {
  vi.useFakeTimers({ now: 1000 });
  const { runAll } = commandsOf(workbench, reading);
  vi.setSystemTime(9000);
  runAll?.();
  vi.useRealTimers();
  expect(events).toEqual([{ type: 'run-asked', which: 'all', at: 9000 }]);
});

test('where another tab writes the notebook, only what reads it can be done', () => {
  const open = { elsewhere: 'open' } as Workbench['open'];
  reading.selected = session.handles[1];
  const can = (one: Workbench) =>
    Object.entries(commandsOf(one, reading)).flatMap(([name, run]) => (run ? [name] : []));
  const left = can({ ...workbench, open });
  expect(can(workbench).filter((name) => !left.includes(name))).toEqual(
    expect.arrayContaining(['addSql', 'delete', 'duplicate', 'moveUp', 'rename']),
  );
  expect(left).toEqual(expect.arrayContaining(['find', 'run', 'save', 'report']));
});
