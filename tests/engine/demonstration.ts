import { readExports } from '../../src/cli/read-export';
import type { Tables } from '../../src/lib/dataflow/session';
import type { Engine } from '../../src/lib/engine/engine';
import { openNodeEngine, openNodeImportEngine } from '../../src/lib/engine/node';
import { instruments } from '../../src/lib/instruments/catalogue';
import { gate, loadAnalysis } from '../../src/lib/workbench/analysis';
import { importExport } from '../../src/lib/workbench/import';

/** The demonstration pool in a real engine, as the site loads it. Close the engine. */
export function loadDemonstration(): Promise<{ engine: Engine; tables: Tables }> {
  return loadFolder('static/demo/pool');
}

/** The same of any folder with an export. */
export async function loadFolder(folder: string): Promise<{ engine: Engine; tables: Tables }> {
  const exports = await readExports([folder]);
  const [engine, imported] = await Promise.all([
    openNodeEngine({ gate }),
    importExport(openNodeImportEngine, exports, { instruments }),
  ]);
  return { engine, tables: await loadAnalysis(engine, imported.tables, instruments, '1') };
}
