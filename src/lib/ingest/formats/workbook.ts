import { part } from '../work';
import type { Around } from './read-file';
import { Refused, refusalOf } from './refused';
import type { ReadingSheets } from './sheet';
import { Package, readSharedStrings, readWorkbookPart } from './workbook-parts';
import { readWorksheet } from './workbook-sheet';
import { readStyles } from './workbook-styles';
import type { Entry } from './zip';

/** Every sheet of an Excel workbook that has anything in it, hidden ones too. (ECMA-376, parts 1 and 2.) */
export async function* readWorkbook(
  file: string,
  bytes: Uint8Array,
  entries: readonly Entry[],
  { budget }: Around,
): ReadingSheets {
  const parts = new Package(bytes, entries, budget);
  const root = (yield* part(parts.relations(''), 0, 0)).find(({ kind }) => kind === 'officeDocument');
  const path = root?.path ?? 'xl/workbook.xml';
  const { sheets, from1904 } = yield* part(readWorkbookPart(parts, path), 0, 0);
  const relations = yield* part(parts.relations(path), 0, 0);
  const pathOf = (kind: string) => relations.find((relation) => relation.kind === kind)?.path ?? '';
  const styles = yield* part(readStyles(parts, pathOf('styles')), 0, 0);
  const strings = yield* part(readSharedStrings(parts, pathOf('sharedStrings')), 0, 0.2);
  const worksheets = sheets.flatMap(({ name, relation }) => {
    const found = relations.find(({ id }) => id === relation);
    if (!found) throw new Refused('damaged-file', name);
    // Sheets of nothing but a chart have no cells.
    return found.kind === 'worksheet' ? [{ name, path: found.path }] : [];
  });
  let found = 0;
  for (const [at, { name, path }] of worksheets.entries()) {
    const place = worksheets.length > 1 ? `${file}/${name}` : file;
    const share = 0.8 / worksheets.length;
    const reading = readWorksheet(parts, path, name, { strings, styles, from1904 });
    try {
      const sheet = yield* part(reading, 0.2 + at * share, 0.2 + (at + 1) * share);
      if (!sheet) continue;
      yield { ok: true, file: place, sheet };
    } catch (error) {
      yield { ok: false, file: place, ...refusalOf(error) };
    }
    found++;
  }
  if (found === 0) throw new Refused('empty-file');
}
