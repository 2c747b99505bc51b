import { readBenchmark } from '../ingest/benchmark-file';
import { decode } from '../ingest/decode';
import { finish } from '../ingest/work';
import { longestFile, type InstrumentFile } from '../instruments/own';
import type { DroppedFile } from './dropped-files';
import { fileOfText, looseDataset } from './exports';

/** Files whose name says that an instrument may be in them; what is in them decides. */
export function isInstrumentFile({ name }: { readonly name: string }): boolean {
  return /\.ya?ml$/i.test(name);
}

/** Bytes that are more characters than any instrument has, in whichever encoding. */
const mostBytes = 4 * longestFile;

/** Text of any encoding, as much of it as tells that it is too long; of what is no text, nothing. */
export function instrumentText(bytes: Uint8Array): string {
  const decoding = finish(decode(bytes.subarray(0, mostBytes)));
  return decoding.ok ? new TextDecoder().decode(decoding.text) : '';
}

/** The benchmarks among files of YAML, as data; the others come back. */
export function takeBenchmarks(files: readonly InstrumentFile[]): {
  readonly benchmarks: readonly DroppedFile[];
  readonly others: readonly InstrumentFile[];
} {
  const benchmarks = files.flatMap(({ name, text }) => {
    const rows = readBenchmark(text);
    return rows === undefined ? [] : [{ dataset: looseDataset, file: fileOfText(name, rows) }];
  });
  const names = new Set(benchmarks.map(({ file }) => file.name));
  return { benchmarks, others: files.filter(({ name }) => !names.has(name)) };
}

/** Dropped files of instruments as text. Throws when one cannot be read. */
export function instrumentTexts(files: readonly File[]): Promise<InstrumentFile[]> {
  const read = async (file: File) => {
    const bytes = new Uint8Array(await file.slice(0, mostBytes).arrayBuffer());
    return { name: file.name, text: instrumentText(bytes) };
  };
  return Promise.all(files.map(read));
}
