import { expect, test } from 'vitest';
import { readExports } from '../../src/cli/read-export';
import { openNodeImportEngine } from '../../src/lib/engine/node';
import { instruments } from '../../src/lib/instruments/catalogue';
import { importExport } from '../../src/lib/workbench/import';
import { readPrepared, writePrepared } from '../../src/lib/workbench/prepared';

test('an import done ahead is read as it was', async () => {
  const imported = await importExport(openNodeImportEngine, await readExports(['static/demo/brus']), {
    instruments,
  });
  expect(imported.problemCount).toBe(0);
  const files = writePrepared(imported);
  const read = (name: string) => {
    const bytes = files.get(name);
    return bytes ? Promise.resolve(bytes) : Promise.reject(new Error(`${name} is missing`));
  };
  expect(await readPrepared(read)).toEqual({ ...imported, uses: [] });
  files.delete('courses-0.arrow');
  await expect(readPrepared(read)).rejects.toThrow('courses-0.arrow');
});

test('what has problems is not prepared', () => {
  expect(() =>
    writePrepared({ tables: [], problems: [], problemCount: 1, files: [], uses: [], keys: new Set() }),
  ).toThrow('1 problems');
});
