import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from '../../../src/lib/notebook/parse';
import { callAt } from '../../../src/lib/sql/call';
import { layOut } from '../../../src/lib/sql/layout';
import { significant, tokenise } from '../../../src/lib/sql/tokens';

const queries = readdirSync('notebooks')
  .filter((file) => file.endsWith('.md'))
  .flatMap((file) =>
    parse(readFileSync(`notebooks/${file}`, 'utf8')).notebook.cells.flatMap((cell) =>
      cell.kind === 'sql' ? [[`${file} ${cell.name}`, cell.body] as const] : [],
    ),
  );

const read = (sql: string) => significant(tokenise(sql)).map(({ text }) => text);

test('every query of ours can be laid out, stays the same query, and stays so when it is laid out again', async () => {
  const refused: string[] = [];
  for (const [name, sql] of queries) {
    const text = await layOut(sql);
    if (text === undefined) refused.push(name);
    else {
      expect(read(text), name).toEqual(read(sql));
      expect(await layOut(text), name).toBe(text);
    }
  }
  expect(queries.length).toBeGreaterThan(100);
  expect(refused).toEqual([]);
});

test('a query on one line comes on several, inputs and comments untouched', async () => {
  const sql = 'select age, count(*) as n from courses where project = $project -- kun os\ngroup by age';
  const text = (await layOut(sql)) ?? '';
  expect(text.split('\n').length).toBeGreaterThan(5);
  expect(text).toContain('project = $project -- kun os');
});

test('what is no query is left as it is', async () => {
  expect(await layOut("SELECT 'open")).toBeUndefined();
  expect(await layOut('SELECT (1')).toBeUndefined();
});

const at = (text: string) => callAt(text.replace('|', ''), text.indexOf('|'));
test.each([
  ['SELECT round(|', 'round', 0],
  ['SELECT round(avg(x), |1)', 'round', 1],
  ['SELECT round(avg(|x), 1)', 'avg', 0],
  ['SELECT coalesce([1, 2], |', 'coalesce', 1],
  ['SELECT coalesce([1, |2], 3)', undefined, undefined],
  ["SELECT coalesce(', |', 3)", undefined, undefined],
  ['SELECT (1, |2)', undefined, undefined],
  ['SELECT a FROM t WHERE a IN (|1)', undefined, undefined],
  ['SELECT round(1)|', undefined, undefined],
] as const)('the call around the cursor: %s', (text, name, argument) => {
  const call = at(text);
  expect(call?.name).toBe(name);
  expect(call?.argument).toBe(argument);
});
