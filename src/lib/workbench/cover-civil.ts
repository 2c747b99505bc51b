import { readFile } from '../ingest/formats/read-file';
import { megabytes } from '../ingest/formats/refused';
import { fileLimit } from '../ingest/limits';
import { findCivil } from '../ingest/civil/find-civil';
import { coverDescribed, headerHoldsCivil, replaceCivil } from '../ingest/civil/replace-civil';
import type { ReadingSheets, Sheet, SheetReading } from '../ingest/formats/sheet';
import type { ImportProblem } from '../ingest/problem';
import { coverName } from './cover-name';
import type { CoveredFile, ExportFile } from './exports';
import { pseudonymsOf } from './pseudonym';

/** A table in which no civil registration number stands any more, and what was done about those that did. */
export type CoveredReading =
  | {
      readonly ok: true;
      readonly file: string;
      readonly sheet: Sheet;
      readonly covered: readonly ImportProblem[];
    }
  | Extract<SheetReading, { ok: false }>;

/** Whether pseudonyms stand in it, made by the key of the tab that read it. */
export function isKeyed(reading: CoveredReading): boolean {
  return reading.ok && reading.covered.some(({ action }) => action === 'replaced');
}

/** The tables of one file, each as soon as it is read. One that is too large is never asked for its bytes. */
export async function* readCovered(
  dataset: string,
  file: ExportFile | CoveredFile,
): AsyncGenerator<number | CoveredReading, void, void> {
  if ('readings' in file) yield* file.readings;
  else if (file.size !== null && file.size > fileLimit)
    yield { ok: false, file: file.name, rule: 'too-large', value: megabytes(file.size) };
  else yield* coverCivil(readFile(file.name, await file.read()), dataset);
}

/** Before anything else sees a table: its civil registration numbers become pseudonyms. */
export async function* coverCivil(
  readings: ReadingSheets,
  dataset: string,
): AsyncGenerator<number | CoveredReading, void, void> {
  for await (const reading of readings) {
    if (typeof reading === 'number') {
      yield reading;
      continue;
    }
    const file = await coverName(reading.file);
    if (!reading.ok) {
      yield { ...reading, file };
      continue;
    }
    const name = await coverName(reading.sheet.name);
    const sheet = { ...reading.sheet, name, ...coverDescribed(reading.sheet) };
    const finding = yield* findCivil(sheet.shape);
    if (finding.columns.length === 0 && !headerHoldsCivil(sheet.shape)) {
      yield { ok: true, file, sheet, covered: [] };
      continue;
    }
    const pseudonyms = await pseudonymsOf(finding.digits);
    const { shape, problems } = yield* replaceCivil(sheet.shape, finding, pseudonyms, { dataset, file });
    yield { ok: true, file, sheet: { ...sheet, shape }, covered: problems };
  }
}
