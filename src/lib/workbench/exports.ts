import type { CoveredReading } from './cover-civil';
import type { Prepared } from './prepared';

/** An export as the workbench holds it: files as they were given, or as they were remembered. */
export interface ExportFiles {
  readonly dataset: string;
  readonly synthetic: boolean;
  /** Files that lie in no folder join it, whatever it is called by now. */
  readonly isLoose?: boolean;
  readonly files: readonly (ExportFile | CoveredFile)[];
  /** The same, imported ahead; undefined when that cannot be had. */
  readonly prepared?: () => Promise<Prepared | undefined>;
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
  const isLoose = dataset === looseDataset;
  const held = own.find((each) => (isLoose && each.isLoose) || each.dataset === dataset);
  const names = new Set(files.map((file) => file.name));
  const joined = [...(held?.files ?? []).filter((file) => !names.has(file.name)), ...files];
  const whole = { dataset, synthetic: false, ...(isLoose && { isLoose }), ...held, files: joined };
  return [...own.filter((each) => each !== held), whole];
}

/** An export under another name. Where there is one of that name, the two become one, with all files of both. */
export function renameDataset(
  exports: readonly ExportFiles[],
  from: string,
  to: string,
): readonly ExportFiles[] {
  const renamed = exports.find(({ dataset }) => dataset === from);
  if (!renamed || from === to) return exports;
  const other = exports.find(({ dataset }) => dataset === to);
  const isLoose = (renamed.isLoose ?? false) || (other?.isLoose ?? false);
  const files = [...(other?.files ?? []), ...renamed.files];
  const one = { dataset: to, synthetic: false, ...(isLoose && { isLoose }), files };
  return exports.flatMap((each) => (each === renamed ? [one] : each === other ? [] : [each]));
}

/** One file as an export of its own, called by the file's name. */
export function setApart(
  exports: readonly ExportFiles[],
  dataset: string,
  file: string,
): readonly ExportFiles[] {
  const stem = file.replace(/\.[^.]*$/, '') || file;
  const taken = new Set(exports.map((each) => each.dataset));
  let name = stem;
  for (let count = 2; taken.has(name); count += 1) name = `${stem} ${count}`;
  return exports.flatMap((each) => {
    if (each.dataset !== dataset) return [each];
    const isIt = ({ name }: { readonly name: string }) => name === file;
    const rest = each.files.filter((each) => !isIt(each));
    const moved = { dataset: name, synthetic: false, files: each.files.filter(isIt) };
    return rest.length === 0 || moved.files.length === 0 ? [each] : [{ ...each, files: rest }, moved];
  });
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
