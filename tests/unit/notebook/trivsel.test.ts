import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { isNamed } from '../../../src/lib/notebook/cell';
import { lookupsIn } from '../../../src/lib/notebook/outline';
import { parse } from '../../../src/lib/notebook/parse';
import { serialize } from '../../../src/lib/notebook/serialize';

const text = readFileSync(new URL('../../../notebooks/trivsel.md', import.meta.url), 'utf8');
const { notebook, problems } = parse(text);
const named = notebook.cells.filter(isNamed);

describe('trivsel.md', () => {
  test('is read without a problem', () => {
    expect(problems).toEqual([]);
  });

  test('is written as it is saved', () => {
    expect(serialize(notebook)).toBe(text);
  });

  test('has each name once', () => {
    const names = named.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  test('looks up and draws only what its queries give', () => {
    const columns = new Map(
      named.flatMap((cell) => (cell.kind === 'sql' ? [[String(cell.name), cell.body] as const] : [])),
    );
    const lookups = notebook.cells.flatMap(lookupsIn);
    expect(lookups.length).toBeGreaterThan(10);
    for (const { cell, column } of lookups)
      expect(columns.get(cell)).toMatch(new RegExp(`\\bAS ${column}\\b`));
    for (const cell of named) if (cell.kind === 'plot') expect(columns.has(cell.spec.data)).toBe(true);
  });

  test('gives n beside every result', () => {
    for (const cell of named) if (cell.kind === 'sql') expect(cell.body).toMatch(/\bAS n\b/);
  });
});
