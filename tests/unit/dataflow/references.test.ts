import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readQuery, referencesOf, shadowsIn } from '../../../src/lib/dataflow/references';

const folder = new URL('./corpus/', import.meta.url);
const known = new Set('wellbeing by_unit total project courses_now order left n age'.split(' '));

/** `-- reads: a, b` in a file's head is what DuckDB's own parser finds; a new case is a new file. */
function listIn(sql: string, key: string): readonly string[] {
  const words = new RegExp(`^-- ${key}: (.*)$`, 'm').exec(sql)?.[1] ?? 'nothing';
  return words === 'nothing' ? [] : words.split(', ').sort();
}

describe('references', () => {
  const files = readdirSync(folder).filter((name) => name.endsWith('.sql'));
  it('has a corpus', () => expect(files.length).toBeGreaterThanOrEqual(60));

  it.each(files)('%s', (file) => {
    const sql = readFileSync(new URL(file, folder), 'utf8');
    const query = readQuery(sql);
    expect([...referencesOf(query, known)].sort()).toEqual(listIn(sql, 'reads'));
    expect([...query.variables.keys()].sort()).toEqual(listIn(sql, 'inputs'));
  });

  it('says where a column is called like a cell', () => {
    const query = readQuery('SELECT total,\n  w.by_unit FROM wellbeing w');
    expect(shadowsIn(query, known).map(({ name, token }) => [name, token.line, token.column])).toEqual([
      ['total', 1, 8],
    ]);
  });

  it('reads hostile text without end or error', () => {
    for (const sql of [
      '(((',
      ')))',
      'FROM',
      'FROM ,',
      'WITH',
      'WITH a',
      'WITH a(',
      'FROM a.',
      'FROM (',
      ', , ,',
      'AS (',
    ]) {
      expect(() => readQuery(sql)).not.toThrow();
    }
  });
});
