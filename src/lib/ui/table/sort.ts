import type { Cleared } from '../../disclosure/cleared';
import { collator } from '../../i18n/format';
import type { Language } from '../../i18n/language';
import type { Column, Value } from '../../results/result';
import { totalRow } from '../../plot/total';

export interface Sorting {
  /** By its name: another result of the same cell may have other columns. */
  readonly column: string;
  readonly descending: boolean;
}

/** What a press on a column's name does: the largest number or the first name first, then the other way, then as it was. */
export function nextSorting({ name, type }: Column, now: Sorting | undefined): Sorting | undefined {
  const first = type === 'number' || type === 'integer';
  if (now?.column !== name) return { column: name, descending: first };
  return now.descending === first ? { column: name, descending: !first } : undefined;
}

/** The rows in reading order. A total keeps its end of the table; what is missing or withheld comes after what can be compared. */
export function sortedRows(
  cleared: Cleared,
  sorting: Sorting | undefined,
  language: Language,
): readonly number[] | undefined {
  const column = sorting && cleared.columns.find(({ name }) => name === sorting.column);
  if (!column) return undefined;
  const total = totalRow(cleared);
  const turn = sorting.descending ? -1 : 1;
  const compare = comparing(column, language);
  const valueOf = (row: number) => column.values[row] ?? null;
  const rows = Array.from({ length: cleared.rowCount }, (_, row) => row).filter((row) => row !== total);
  rows.sort((a, b) => {
    const [one, other] = [valueOf(a), valueOf(b)];
    if (one === null || other === null) return Number(one === null) - Number(other === null) || a - b;
    return turn * compare(one, other) || a - b;
  });
  if (total === undefined) return rows;
  return total === 0 ? [total, ...rows] : [...rows, total];
}

/** Codes as their questionnaire has them, texts as the language does. */
function comparing(
  { type, codes = [] }: Column,
  language: Language,
): (one: NonNullable<Value>, other: NonNullable<Value>) => number {
  if (type === 'code' && codes.length > 0) {
    const places = new Map(codes.map((code, place) => [code, place]));
    const place = (value: NonNullable<Value>) => places.get(String(value)) ?? places.size;
    return (one, other) => place(one) - place(other);
  }
  const { compare } = collator(language);
  return (one, other) =>
    typeof one === 'string' && typeof other === 'string' ? compare(one, other) : Number(one) - Number(other);
}
