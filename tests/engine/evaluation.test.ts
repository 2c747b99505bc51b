import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cellsOf, writeOutcome } from '../../src/cli/evaluation';
import { describeVerdicts, isProven } from '../../src/evaluation/describe';
import { evaluate, type ResultOf } from '../../src/evaluation/evaluate';
import { isLost } from '../../src/evaluation/outcome';
import { lookUp } from '../../src/evaluation/look-up';
import { readPublished } from '../../src/evaluation/published';
import { runCells } from '../../src/evaluation/run-cells';
import { instruments } from '../../src/lib/instruments/catalogue';
import expected from './evaluation/expected.json';

const objects = readPublished();
const missed = (resultOf: ResultOf) =>
  evaluate(objects, resultOf, instruments).filter(({ reproduced }) => reproduced === false);

describe('the published evaluation', () => {
  test('is reproduced number by number', async () => {
    const resultOf = await runCells(cellsOf(objects));
    const verdicts = evaluate(objects, resultOf, instruments);
    expect(describeVerdicts(objects, verdicts).filter((line) => line.includes('missed'))).toEqual([]);
    expect(isProven(verdicts)).toBe(true);
    // Else: npm run evaluation -- --write
    expect(readFileSync('src/evaluation/outcome.json', 'utf8') === writeOutcome(objects, verdicts)).toBe(
      true,
    );
    const compared = verdicts.filter(({ reproduced }) => reproduced);
    expect(compared.length).toBeGreaterThanOrEqual(900);
    // What went with a picture is computed all the same: in a cell of its own, from invented answers.
    const unpublished = objects.filter(isLost).map(({ object, export: dataset, cell = '' }) => ({
      object,
      rows: resultOf(dataset, cell)?.rowCount ?? 0,
    }));
    expect(unpublished.filter(({ rows }) => rows === 0)).toEqual([]);
    expect(unpublished.length).toBe(30);
  });

  test('is missed where a cell gives nothing', () => {
    const nothing = missed(() => undefined);
    expect(nothing.length).toBeGreaterThanOrEqual(875);
    expect(nothing.every(({ of }) => of.kind === 'computed')).toBe(true);
  });
});

/** As `evaluation/shaken.R` does: every tenth course is gone, every WHO-5 answer of TUBA one lower. */
function shake(folder: string): void {
  const source = 'static/demo/pool';
  const read = (name: string) => readFileSync(join(source, name), 'utf8').trimEnd().split('\n');
  const courses = read('courses.csv').slice(1);
  const gone = new Set(courses.filter((_, row) => row % 10 === 9).map((line) => line.split(';')[0]));
  const tuba = new Set(
    courses.filter((line) => line.split(';')[2] === 'TUBA').map((line) => line.split(';')[0]),
  );
  for (const name of readdirSync(source).filter((each) => each.endsWith('.csv'))) {
    const [header = '', ...rows] = read(name);
    const kept = rows.map((line) => line.split(';')).filter(([course]) => !gone.has(course));
    const lower = (cells: string[]) =>
      cells.map((cell, at) => (at < 4 || cell === '' ? cell : String(Math.max(Number(cell) - 1, 0))));
    const shaken = kept.map((cells) =>
      (name === 'who5.csv' && tuba.has(cells[0]) ? lower(cells) : cells).join(';'),
    );
    writeFileSync(join(folder, name), [header, ...shaken, ''].join('\n'));
  }
}

describe('when the export is another, so are the numbers', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pejling-shaken-'));
  let resultOf: ResultOf;
  beforeAll(async () => {
    shake(folder);
    const ofPool = new Map([...cellsOf(objects)].filter(([dataset]) => dataset === 'pool'));
    resultOf = await runCells(ofPool, () => folder);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test('they are not those of the documents', () => {
    const ofPool = missed(resultOf).filter(({ of }) => of.object.export === 'pool' && of.kind === 'computed');
    expect(ofPool.filter(({ found }) => !found?.ok)).toEqual([]);
    expect(ofPool.length).toBeGreaterThan(200);
  });

  const start = { start: 'Opstartet' };
  const dropped = { start: 'Frafaldet' };
  const [all, oldest, youngest] = ['Samlet', '17 år og over', '3–10 år'].map((age_range) => ({ age_range }));
  test.each([
    ['courses', 'frafald/steps', { step: 'Registreret' }, 'n'],
    ['dropped', 'frafald/steps', { step: 'Frafaldet' }, 'n'],
    ['girls_started', 'frafald/start_by_sex', { ...start, sex: 'girl' }, 'share'],
    ['independent_dropped', 'frafald/start_by_residence', { ...dropped, residence: 'independent' }, 'share'],
    ['low', 'maalgruppen/wellbeing_by_age', { ...all }, 'low_share'],
    ['wellbeing.n', 'resultater/wellbeing', { ...all }, 'n'],
    ['wellbeing.before', 'resultater/wellbeing', { ...all }, 'before'],
    ['wellbeing.after', 'resultater/wellbeing', { ...all }, 'after'],
    ['oldest.n', 'resultater/wellbeing', { ...oldest }, 'n'],
    ['oldest.before', 'resultater/wellbeing', { ...oldest }, 'before'],
    ['oldest.after', 'resultater/wellbeing', { ...oldest }, 'after'],
    ['sdq.n', 'resultater/sdq', { ...youngest }, 'n'],
    ['sdq.before', 'resultater/sdq', { ...youngest }, 'before'],
    ['sdq.after', 'resultater/sdq', { ...youngest }, 'after'],
    ['improved', 'resultater/wellbeing_direction', { ...all }, 'up'],
  ] as const)('%s is what R makes of the same files', (name, cell, at, take) => {
    const result = resultOf('pool', cell);
    const found = result && lookUp(result, at, take, false);
    expect(found?.ok && found.value).toBeCloseTo(expected[name], 9);
  });
});
