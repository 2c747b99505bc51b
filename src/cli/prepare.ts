import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { noteAnswers } from '../lib/engine/answer-ahead';
import { openNodeEngine, openNodeImportEngine } from '../lib/engine/node';
import { instruments } from '../lib/instruments/catalogue';
import { parse } from '../lib/notebook/parse';
import type { Result } from '../lib/results/result';
import { gate, loadAnalysis } from '../lib/workbench/analysis';
import { importExport, type ImportOutcome } from '../lib/workbench/import';
import { predefinedNames, readPredefined } from '../lib/workbench/predefined';
import { writePrepared, type Ahead } from '../lib/workbench/prepared';
import { prepareSession, runNotebook } from '../lib/workbench/run-notebook';
import { readExports } from './read-export';

/** `prepare <folder>`: imports the export in a folder, asks our notebooks of it, and writes both beside it. Returns 0, or 2 without a folder. */
export async function main([folder]: string[]): Promise<number> {
  if (!folder) {
    console.error('prepare which folder?');
    return 2;
  }
  const imported = await importExport(openNodeImportEngine, await readExports([folder]), { instruments });
  const files = writePrepared(imported, await askAhead(imported));
  for (const [name, bytes] of files) await writeFile(join(folder, name), bytes);
  return 0;
}

/** What our notebooks ask as they are when they are opened, and get. */
async function askAhead({ tables }: ImportOutcome): Promise<Ahead> {
  const engine = await openNodeEngine({ gate });
  const loaded = await loadAnalysis(engine, tables, instruments, 'ahead');
  const answers = new Map<string, Result>();
  for (const name of predefinedNames) {
    const { notebook } = parse((await readPredefined(name)) ?? '');
    await runNotebook(prepareSession(notebook), noteAnswers(engine, answers), loaded);
  }
  await engine.close();
  return { relations: loaded.tables, answers };
}
