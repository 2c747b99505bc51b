import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readText, quoteText } from '../../../src/lib/sql/quote';
import { readTable } from '../../../src/lib/groups/table';
import { resultOf, segmentOf, tableOf } from './table';

/** How column `x` of a table by sex is reckoned; 'lost' where it cannot be. */
function measureOf(x: string, from = "changes WHERE instrument = 'who5'", group = 'GROUP BY sex') {
  const result = resultOf(['sex', 'n', 'x'], [['girl', 3, 1], ['boy', 7, 2]]); // prettier-ignore
  const table = tableOf(`SELECT sex, count(*) AS n, ${x} AS x FROM ${from} ${group}`, result);
  return table?.measures.get('x') ?? 'lost';
}
const mean = { kind: 'mean', of: 'n' };

describe('what is reckoned for groups of groups', () => {
  test.each([
    ['count(DISTINCT course_id)', 'lost'],
    ["count(*) FILTER (sex = 'girl')", { kind: 'sum' }],
    ['sum(days)::INTEGER', { kind: 'sum' }],
    ['avg(after)', mean],
    ['avg(after) - avg(before)', mean],
    ["avg((direction = 'improved')::INTEGER)", mean],
    ["avg((reliable = 'improved')::INTEGER)", 'lost'],
    ['avg(DISTINCT after)', 'lost'],
    ['avg(after) FILTER (after > 3)', 'lost'],
    ['avg(nullif(after, 0))', 'lost'],
    ['avg(CASE WHEN after > 3 THEN 1 END)', 'lost'],
    ['avg(after / before)', 'lost'],
    ['avg(after) * 2', 'lost'],
    ['round(avg(after), 1)', 'lost'],
    ['avg(after) - 1.96 * stddev_samp(after) / sqrt(n)', 'lost'],
    ['median(after)', 'lost'],
    ['quantile_cont(after, 0.25)', 'lost'],
    ['corr(before, after)', 'lost'],
    ['count(*) FILTER (after > 3) / n', mean],
    ['sum(n) OVER ()', { kind: 'whole', of: 'n', by: [] }],
    ['sum(n) OVER (ORDER BY sex)', 'lost'],
    ['sum(n) OVER (PARTITION BY project)', 'lost'],
  ])('%s', (x, measure) => expect(measureOf(x)).toEqual(measure));

  test.each([
    ['another table', 'scores', 'lost'],
    ['one that asks for it', 'scores WHERE after IS NOT NULL', mean],
    ['one that asks for it or not', 'scores WHERE after IS NOT NULL OR before IS NOT NULL', 'lost'],
    [
      'one that asks for it in one of two ways',
      "scores WHERE wave = 'a' OR wave = 'b' AND after IS NOT NULL",
      'lost',
    ],
    ['a join', 'courses LEFT JOIN changes USING (dataset, course_id)', 'lost'],
    ['a join by comma', 'changes, courses', 'lost'],
  ])('a mean of %s', (_, from, measure) => expect(measureOf('avg(after)', from)).toEqual(measure));

  test('shares of whom the cell says they are of are weighted by them, where they can be', () => {
    const shares = (up: readonly number[], sharesOf?: string) => {
      const made = resultOf(['sex', 'n'], [['girl', 4], ['boy', 8]]); // prettier-ignore
      const result = {
        ...made,
        columns: [...made.columns, { name: 'up', type: 'number' as const, values: up }],
      };
      const sql = 'SELECT sex, count(*) AS n, avg((x > 1)::INTEGER) AS up FROM pairs GROUP BY sex';
      return readTable([segmentOf('t', sql)], result, (_, code) => code, sharesOf)?.measures.get('up');
    };
    expect(shares([0.25, 0.5], 'n')).toEqual(mean);
    expect(shares([0.25, 0.5])).toBeUndefined();
    expect(shares([0.25, 1 / 3], 'n')).toBeUndefined();
  });

  test('of how many is no sum beside a row of all', () => {
    const rolled = 'GROUP BY ROLLUP (sex) HAVING sex IS NOT NULL OR grouping(sex) = 1';
    const result = resultOf(['sex', 'n', 'x'], [[null, 10, 20], ['girl', 3, 20], ['boy', 7, 20]]); // prettier-ignore
    const table = tableOf(`SELECT sex, count(*) AS n, sum(n) OVER () AS x FROM changes ${rolled}`, result);
    expect(table?.lost).toEqual(['x']);
  });
});

test('a text that was quoted is read as it was', () => {
  const text = fc.string({ unit: fc.constantFrom('a', "'", '\\', '\n', '\r', '\t', 'n', 'E', ' ') });
  fc.assert(fc.property(text, (said) => readText(quoteText(said)) === said));
  expect(readText("E'\\x41'")).toBeUndefined();
  expect(readText('$$a$$')).toBeUndefined();
});
