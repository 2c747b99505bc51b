import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from '../../../src/lib/notebook/parse';
import { serialize } from '../../../src/lib/notebook/serialize';

/** A case is a pair of files: `x.md`, and `x.json` with what `parse` makes of it. `npx vitest -u` writes the second. */
const folder = new URL('cases/', import.meta.url);
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.md'))
  .map((file) => file.slice(0, -3));

describe.each(names)('%s', (name) => {
  const { notebook, problems } = parse(readFileSync(new URL(`${name}.md`, folder), 'utf8'));

  test('is read as expected', async () => {
    const read = `${JSON.stringify({ notebook, problems }, null, 2)}\n`;
    await expect(read).toMatchFileSnapshot(new URL(`${name}.json`, folder).pathname);
  });

  test('is the same after saving', () => {
    expect(parse(serialize(notebook)).notebook).toEqual(notebook);
  });
});
