import { readFile } from 'node:fs/promises';
import { readExports } from '../cli/read-export';
import { openNodeEngine, openNodeImportEngine } from '../lib/engine/node';
import { instruments } from '../lib/instruments/catalogue';
import { isNamed } from '../lib/notebook/cell';
import { parse } from '../lib/notebook/parse';
import type { Result } from '../lib/results/result';
import { gate, loadAnalysis } from '../lib/workbench/analysis';
import { importExport } from '../lib/workbench/import';
import { prepareSession, runNotebook } from '../lib/workbench/run-notebook';
import type { ResultOf } from './evaluate';

/**
 * Runs notebooks as they ship, on exports: dataset → names of notebooks. `folderOf` says where a dataset lies. Results are
 * raw: what is compared with print is the evaluator's own screen, not a report.
 */
export async function runCells(
  asked: ReadonlyMap<string, ReadonlySet<string>>,
  folderOf: (dataset: string) => string = (dataset) => `static/demo/${dataset}`,
): Promise<ResultOf> {
  const results = new Map<string, Result>();
  for (const [dataset, notebooks] of asked) {
    for (const [cell, result] of await runOn(folderOf(dataset), notebooks)) {
      results.set(`${dataset} ${cell}`, result);
    }
  }
  return (dataset, cell) => results.get(`${dataset} ${cell}`);
}

async function runOn(folder: string, notebooks: ReadonlySet<string>): Promise<ReadonlyMap<string, Result>> {
  const exports = await readExports([folder]);
  const [engine, imported] = await Promise.all([
    openNodeEngine({ gate }),
    importExport(openNodeImportEngine, exports, { instruments }),
  ]);
  const results = new Map<string, Result>();
  try {
    const tables = await loadAnalysis(engine, imported.tables, instruments, '1');
    for (const name of notebooks) {
      const { notebook } = parse(await readFile(`notebooks/${name}.md`, 'utf8'));
      const session = await runNotebook(prepareSession(notebook), engine, tables);
      for (const cell of session.notebook.cells.filter(isNamed)) {
        const result = session.results.get(cell.name)?.result;
        if (result) results.set(`${name}/${cell.name}`, result);
      }
    }
  } finally {
    await engine.close();
  }
  return results;
}
