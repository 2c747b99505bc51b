import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { markSingles } from '../../../src/lib/dataflow/singles';

/** Each file is a query, and says in comments which of its columns are single children's values and which are not. */
const folder = `${import.meta.dirname}/singles`;

test.each(readdirSync(folder))('%s', (file) => {
  const sql = readFileSync(`${folder}/${file}`, 'utf8');
  const said = (what: string) =>
    (new RegExp(`^-- ${what}: (.+)$`, 'm').exec(sql)?.[1] ?? '').split(', ').filter(Boolean);
  const names = [...said('single'), ...said('plain')];
  const columns = names.map((name) => ({ name, type: 'number' as const, values: [1] }));
  const marked = markSingles({ columns, rowCount: 1, truncated: false }, sql);
  expect(marked.columns.filter(({ single }) => single).map(({ name }) => name)).toEqual(said('single'));
});
