import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Engine } from '../../../src/lib/engine/engine';
import { loadDemonstration } from '../demonstration';
import { rows } from '../engine-tables';
import sheets from './sheets.json';

/** What R makes of a sample of the demonstration's answer sheets, by the authors' rules: see `sheets.R`. */
type Sheet = readonly [instrument: string, scale: string, course: string, wave: string, score: number | null];
const expected = sheets as unknown as readonly Sheet[];
const nameOf = (sheet: readonly unknown[]) => sheet.slice(0, 4).join(' ');

let engine: Engine;
const scored = new Map<string, number | null>();
beforeAll(async () => {
  ({ engine } = await loadDemonstration());
  const courses = [...new Set(expected.map(([, , course]) => `'${course}'`))].join(', ');
  const found = await rows(
    engine,
    `SELECT instrument, scale, course_id, wave, score FROM scores WHERE course_id IN (${courses})`,
  );
  for (const row of found) scored.set(nameOf(row), row[4] === null ? null : Number(row[4]));
});
afterAll(() => engine.close());

const scales = [...new Set(expected.map(([instrument, scale]) => `${instrument} ${scale}`))];
test.each(scales)('%s is what R makes of the same sheets', (scale) => {
  const of = expected.filter((sheet) => nameOf(sheet).startsWith(`${scale} `));
  const wrong = of.filter((sheet) => {
    const score = scored.get(nameOf(sheet));
    const [, , , , wanted] = sheet;
    if (score === undefined) return true;
    return wanted === null || score === null ? score !== wanted : Math.abs(score - wanted) > 1e-9;
  });
  expect(of.length).toBeGreaterThanOrEqual(30);
  expect(wrong).toEqual([]);
});

test('sheets with too many answers missing are among them', () => {
  expect(expected.filter(([, , , , score]) => score === null).length).toBeGreaterThan(20);
});
