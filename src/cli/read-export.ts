import { constants } from 'node:fs';
import { access, readdir, readFile, stat } from 'node:fs/promises';
import { z } from 'zod';
import { basename, dirname, join, resolve } from 'node:path';
import { readBenchmark } from '../lib/ingest/benchmark-file';
import { fileOfText, type ExportFile } from '../lib/workbench/exports';
import { instrumentText, isInstrumentFile } from '../lib/workbench/own-instruments';

export interface ReadExport {
  readonly dataset: string;
  /** Made up, and says so in a manifest of its own. */
  readonly synthetic: boolean;
  readonly files: readonly ExportFile[];
}

const Manifest = z.object({ synthetic: z.literal(true) });
/** What in a folder is taken for data; what is in a file decides what it is. */
const data = /\.(csv|tsv|txt|xlsx|xlsm|sav|zsav|parquet|arrow|feather|zip|gz)$/i;
const noData = 'no data (.csv, .tsv, .txt, .xlsx, .sav, .zsav, .parquet, .arrow, .feather, .zip, .gz)';

/**
 * Folders and files of data, by dataset: a folder is one, and so are loose files of the same folder. YAML
 * beside them is not data, but for a pool's benchmark. Throws when one cannot be read, or holds none.
 */
export async function readExports(paths: readonly string[]): Promise<readonly ReadExport[]> {
  const byDataset = new Map<string, ExportFile[]>();
  for (const path of paths) {
    for (const file of await filesOf(path)) {
      const dataset = basename(dirname(resolve(file)));
      const files = byDataset.get(dataset) ?? [];
      files.push(await fileAt(file));
      byDataset.set(dataset, files);
    }
  }
  if (byDataset.size === 0) throw new Error(`${paths.join(', ')} holds ${noData}`);
  const synthetic = (await Promise.all(paths.map(isSynthetic))).every(Boolean);
  return [...byDataset].map(([dataset, files]) => ({ dataset, synthetic, files }));
}

async function fileAt(path: string): Promise<ExportFile> {
  await access(path, constants.R_OK);
  const benchmark = isInstrumentFile({ name: path }) ? await benchmarkAt(path) : undefined;
  if (benchmark !== undefined) return fileOfText(basename(path), benchmark);
  const { size } = await stat(path);
  return { name: basename(path), size, read: () => readFile(path) };
}

async function filesOf(path: string): Promise<string[]> {
  if (!(await stat(path)).isDirectory())
    return !isInstrumentFile({ name: path }) || (await benchmarkAt(path)) !== undefined ? [path] : [];
  const all = await readdir(path);
  const benchmarks: string[] = [];
  for (const name of all.filter((each) => isInstrumentFile({ name: each })))
    if ((await benchmarkAt(join(path, name))) !== undefined) benchmarks.push(name);
  const names = [...all.filter((name) => data.test(name)), ...benchmarks];
  if (names.length === 0 && !all.some((name) => isInstrumentFile({ name })))
    throw new Error(`${path} holds ${noData}`);
  return names.toSorted().map((name) => join(path, name));
}

async function benchmarkAt(path: string): Promise<string | undefined> {
  return readBenchmark(instrumentText(await readFile(path)));
}

async function isSynthetic(path: string): Promise<boolean> {
  const folder = (await stat(path)).isDirectory() ? path : dirname(path);
  try {
    const manifest: unknown = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8'));
    return Manifest.safeParse(manifest).success;
  } catch {
    return false;
  }
}
