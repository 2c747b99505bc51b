import { findCivil } from '../ingest/civil/find-civil';
import { coverDescribed, headerHoldsCivil, replaceCivil } from '../ingest/civil/replace-civil';
import type { ReadingSheets, Sheet, SheetReading } from '../ingest/formats/sheet';
import type { ImportProblem } from '../ingest/problem';
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

/** Before anything else sees a table: its civil registration numbers become pseudonyms. */
export async function* coverCivil(
  readings: ReadingSheets,
  dataset: string,
): AsyncGenerator<number | CoveredReading, void, void> {
  for await (const reading of readings) {
    if (typeof reading === 'number' || !reading.ok) {
      yield reading;
      continue;
    }
    const { file } = reading;
    const sheet = { ...reading.sheet, ...coverDescribed(reading.sheet) };
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
