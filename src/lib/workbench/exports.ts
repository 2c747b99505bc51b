import type { CoveredReading } from './cover-civil';
import type { ImportOutcome } from './import';

/** An export as the workbench holds it: files as they were given, or as they were remembered. */
export interface ExportFiles {
  readonly dataset: string;
  readonly synthetic: boolean;
  readonly files: readonly (ExportFile | CoveredFile)[];
  /** The same, imported ahead; undefined when that cannot be had. */
  readonly prepared?: () => Promise<ImportOutcome | undefined>;
}

/** A file as it was given: a reference, read anew at each import, never its content. */
export interface ExportFile {
  readonly name: string;
  /** Bytes, so that a file too large is never read; null where only reading tells. */
  readonly size: number | null;
  read(): Promise<Uint8Array>;
}

/** A file as it was remembered: its tables, read and without civil registration numbers. The file itself is not there. */
export interface CoveredFile {
  readonly name: string;
  readonly readings: readonly CoveredReading[];
  /** By which key its pseudonyms were made; null where it has none. */
  readonly keyedBy: string | null;
}

/** Dropped files join what is there: a file of the same name takes the old one's place, and the demonstration goes. */
export function addFiles(
  exports: readonly ExportFiles[],
  dataset: string,
  files: readonly ExportFile[],
): readonly ExportFiles[] {
  const own = exports.filter((held) => !held.synthetic);
  const before = own.find((held) => held.dataset === dataset)?.files ?? [];
  const names = new Set(files.map((file) => file.name));
  const joined = [...before.filter((file) => !names.has(file.name)), ...files];
  return [...own.filter((held) => held.dataset !== dataset), { dataset, synthetic: false, files: joined }];
}

export function readBlob(file: File): ExportFile {
  return {
    name: file.name,
    size: file.size,
    read: async () => new Uint8Array(await file.arrayBuffer()),
  };
}

export function fileOfBytes(name: string, bytes: Uint8Array): ExportFile {
  return { name, size: bytes.length, read: async () => bytes };
}

export function fileOfText(name: string, text: string): ExportFile {
  return fileOfBytes(name, new TextEncoder().encode(text));
}

/** What files that lay in no folder are of. */
export const looseDataset = 'export';
