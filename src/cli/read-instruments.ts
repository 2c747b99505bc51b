import { readdir, readFile, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { FileMapping } from '../lib/ingest/mapping/file-mapping';
import { readBenchmark } from '../lib/ingest/benchmark-file';
import { readMapping } from '../lib/ingest/mapping/mapping-text';
import {
  readOwnInstruments,
  type InstrumentFile,
  type OwnReadings,
  type RefusedInstrument,
} from '../lib/instruments/own';
import { instrumentText, isInstrumentFile } from '../lib/workbench/own-instruments';

export interface FoundInstruments extends OwnReadings {
  /** What the columns of files with names of their own are: as the page saves it. */
  readonly mappings: readonly FileMapping[];
  /** Files of the folders that are YAML and something else. */
  readonly others: readonly string[];
}

/**
 * The user's instruments and mappings: YAML files in the notebook's folder and among the data, each read once. In a folder there may
 * be other YAML; a file that was named must be one of them. Throws when one cannot be read.
 */
export async function readInstruments(notebook: string, data: readonly string[]): Promise<FoundInstruments> {
  const paths = (await Promise.all([dirname(notebook), ...data].map(instrumentsIn))).flat();
  const files = await Promise.all(eachOnce(paths).map(read));
  const mappings = files.flatMap(({ text }) => readMapping(text) ?? []);
  const { own, refused } = readOwnInstruments(
    files.filter(({ text }) => readMapping(text) === undefined && readBenchmark(text) === undefined),
  );
  const isOther = ({ file, problem }: RefusedInstrument) =>
    problem.message === 'no-instrument' && !data.includes(file);
  return {
    own,
    mappings,
    refused: refused.filter((each) => !isOther(each)),
    others: refused.filter(isOther).map(({ file }) => file),
  };
}

async function instrumentsIn(path: string): Promise<string[]> {
  if (!(await stat(path)).isDirectory()) return isInstrumentFile({ name: path }) ? [path] : [];
  const names = (await readdir(path)).filter((name) => isInstrumentFile({ name }));
  return names.toSorted().map((name) => join(path, name));
}

/** Each file as it is written first. */
function eachOnce(paths: readonly string[]): string[] {
  const places = paths.map((path) => resolve(path));
  return paths.filter((_, index) => places.indexOf(places[index] ?? '') === index);
}

async function read(path: string): Promise<InstrumentFile> {
  return { name: path, text: instrumentText(await readFile(path)) };
}
