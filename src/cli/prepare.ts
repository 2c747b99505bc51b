import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openNodeImportEngine } from '../lib/engine/node';
import { instruments } from '../lib/instruments/catalogue';
import { importExport } from '../lib/workbench/import';
import { writePrepared } from '../lib/workbench/prepared';
import { readExports } from './read-export';

/** `prepare <folder>`: imports the export in a folder and writes the tables beside it. Returns 0, or 2 without a folder. */
export async function main([folder]: string[]): Promise<number> {
  if (!folder) {
    console.error('prepare which folder?');
    return 2;
  }
  const imported = await importExport(openNodeImportEngine, await readExports([folder]), { instruments });
  for (const [name, bytes] of writePrepared(imported)) await writeFile(join(folder, name), bytes);
  return 0;
}
