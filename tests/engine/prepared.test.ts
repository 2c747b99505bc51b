import { expect, test } from 'vitest';
import { readExports } from '../../src/cli/read-export';
import { openNodeImportEngine } from '../../src/lib/engine/node';
import { instruments } from '../../src/lib/instruments/catalogue';
import type { Result } from '../../src/lib/results/result';
import { importExport } from '../../src/lib/workbench/import';
import { readPrepared, writePrepared } from '../../src/lib/workbench/prepared';

test('an import done ahead is read as it was', async () => {
  const imported = await importExport(openNodeImportEngine, await readExports(['static/demo/brus']), {
    instruments,
  });
  expect(imported.problemCount).toBe(0);
  const relations = [{ name: 'courses', columns: ['dataset', 'course_id'] }];
  const result: Result = {
    columns: [
      { name: 'mean', type: 'number', values: [0.1 + 0.2, null] },
      { name: '__proto__', type: 'code', codes: ['a', 'b'], values: ['b', null] },
    ],
    rowCount: 2,
    truncated: false,
  };
  const ahead = { relations, answers: new Map([['SELECT 1', result]]) };
  const files = writePrepared(imported, ahead);
  const read = (name: string) => {
    const bytes = files.get(name);
    return bytes ? Promise.resolve(bytes) : Promise.reject(new Error(`${name} is missing`));
  };
  expect(await readPrepared(read)).toEqual({ imported: { ...imported, uses: [] }, ahead });
  files.delete('answers.json');
  expect((await readPrepared(read)).ahead).toBeUndefined();
  files.delete('courses-0.arrow');
  await expect(readPrepared(read)).rejects.toThrow('courses-0.arrow');
});

test('what has problems is not prepared', () => {
  expect(() =>
    writePrepared(
      { tables: [], problems: [], problemCount: 1, files: [], uses: [], keys: new Set() },
      { relations: [], answers: new Map() },
    ),
  ).toThrow('1 problems');
});
