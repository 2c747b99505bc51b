import { describe, expect, test } from 'vitest';
import { exploreWords } from '../../../src/lib/explore/words';
import { writeCells } from '../../../src/lib/explore/write';
import { parse } from '../../../src/lib/notebook/parse';
import { insertCell } from '../../../src/lib/notebook/edits';
import { serialize } from '../../../src/lib/notebook/serialize';
import { caseNames, questionOf, readCase } from './case';

const empty = parse('---\nformat: 1\ntitle: Udforsket\nlanguage: da\n---\n').notebook;

describe.each(caseNames)('%s', (name) => {
  const question = readCase(name);
  const cells = writeCells(question, exploreWords(question.language), []);
  const text = serialize(insertCell(empty, 0, ...cells));

  test('is these two cells', async () => {
    await expect(text).toMatchFileSnapshot(`./cases/${name}.md`);
  });

  test('which are read from a file as they are', () => {
    const { notebook, problems } = parse(text);
    expect(problems).toEqual([]);
    expect(notebook.cells).toEqual(cells);
  });
});

test('cells get names that are free, and the chart draws the cell beside it', () => {
  const question = questionOf({ change: ['who5', 'total'], by: 'sex' });
  const taken = ['who5_total_by_sex', 'who5_total_by_sex_2_chart'];
  const [sql, plot] = writeCells(question, exploreWords('da'), taken);
  expect(sql.name).toBe('who5_total_by_sex_2');
  expect(plot.name).toBe('who5_total_by_sex_2_chart_2');
  expect(plot.spec.data).toBe(sql.name);
});

test('a code that would end the text is quoted', () => {
  const question = questionOf({ answers: 'residence', whom: { project: "O'Hara'; --" } });
  const [sql] = writeCells(question, exploreWords('da'), []);
  expect(sql.body).toContain("project = 'O''Hara''; --'");
});
