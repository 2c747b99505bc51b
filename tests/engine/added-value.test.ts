import { afterAll, beforeAll, expect, test } from 'vitest';
import { instruments } from '../../src/lib/instruments/catalogue';
import type { Engine } from '../../src/lib/engine/engine';
import { openNodeEngine, openNodeImportEngine } from '../../src/lib/engine/node';
import { gate, loadAnalysis } from '../../src/lib/workbench/analysis';
import { fileOfBytes } from '../../src/lib/workbench/exports';
import { importExport } from '../../src/lib/workbench/import';
import { rows } from './engine-tables';

const items = instruments.find(({ name }) => name === 'sdq_p')?.items.map(({ name }) => name) ?? [];
const emotional = ['psomatic', 'pworries', 'punhappy', 'pclingy', 'pafraid'];
const supplement = ['pebddiff', 'pdistres', 'pimphome', 'pimpfrie', 'pimpclas', 'pimpleis'];

/** Every scale of five ones is 5, whichever items are turned; `changed` says the rest. */
function form(course: string, wave: string, changed: Readonly<Record<string, number | ''>>): string {
  const answer = (item: string) => changed[item] ?? (supplement.includes(item) ? 0 : 1);
  return [course, wave, ...items.map(answer)].join(';');
}
const all = (names: readonly string[], value: number | '') =>
  Object.fromEntries(names.map((name) => [name, value]));

const forms = [
  form('A', 'before', { ...all(emotional, 2), pebddiff: 1, pdistres: 3, pimphome: 2 }),
  form('A', 'after', {}),
  form('B', 'before', {}),
  form('B', 'after', all(emotional, 0)),
  form('no-supplement', 'before', all(supplement, '')),
  form('no-supplement', 'after', {}),
  form('no-end', 'before', {}),
];
const courses = ['A', 'B', 'no-supplement', 'no-end'].map((course) => `${course};7;girl`);
const file = (name: string, lines: readonly string[]) =>
  fileOfBytes(name, new TextEncoder().encode(`${lines.join('\n')}\n`));

let engine: Engine;
beforeAll(async () => {
  const files = [
    file('courses.csv', ['course_id;age;sex', ...courses]),
    file('sdq_p.csv', [['course_id', 'wave', ...items].join(';'), ...forms]),
  ];
  const { tables, problems } = await importExport(openNodeImportEngine, [{ dataset: 'd', files }], {
    instruments,
  });
  expect(problems).toEqual([]);
  engine = await openNodeEngine({ gate });
  await loadAnalysis(engine, tables, instruments, '1');
});
afterAll(() => engine.close());

test('the added value is what was expected without treatment less what was measured', async () => {
  const found = await rows(
    engine,
    'SELECT course_id, before, impact, emotion, after, expected, added_value, sex FROM added_value ORDER BY course_id',
  );
  // 2.3 + 0.8 · 25 + 0.2 · 3 − 0.3 · 10 = 19.9, and 2.3 + 0.8 · 20 + 0.2 · 0 − 0.3 · 5 = 16.8
  expect(found).toEqual([
    ['A', 25, 3, 10, 20, expect.closeTo(19.9, 12), expect.closeTo(-0.1, 12), 'girl'],
    ['B', 20, 0, 5, 15, expect.closeTo(16.8, 12), expect.closeTo(1.8, 12), 'girl'],
  ]);
});
