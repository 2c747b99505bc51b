import writeExcelFile from 'write-excel-file/universal';
import type { Session } from '../../dataflow/session';
import type { Cleared } from '../../disclosure/cleared';
import { guardFormula } from '../../disclosure/copy';
import type { Language } from '../../i18n/language';
import { inForce, type OwnInstrument } from '../../instruments/own';
import { withheldWords } from '../../plot/rows';
import { spokenOver } from '../../plot/total';
import { cellsTold } from '../../report/told';
import type { Column } from '../../results/result';
import { roleOf } from '../../results/role';
import { dataWords, type DataWords } from '../labels';
import type { Prepared } from './prepare';
import { tableName } from './tell-document';

export interface WorkbookWords {
  readonly language: Language;
  readonly own: readonly OwnInstrument[];
}

interface Cell {
  readonly value: string | number;
  readonly type: StringConstructor | NumberConstructor;
  readonly format?: string;
  readonly fontWeight?: 'bold';
}
type Sheet = { readonly sheet: string; readonly data: Cell[][] };

/** The tables of a document as an Excel workbook, a sheet each: numbers as numbers, what is withheld as words. */
export async function writeWorkbook(
  session: Session,
  { outcomes }: Pick<Prepared, 'outcomes'>,
  { language, own }: WorkbookWords,
): Promise<Uint8Array<ArrayBuffer>> {
  const words = dataWords(inForce(own), language);
  const taken = new Set<string>();
  const sheets = [...cellsTold(session.notebook)].flatMap(([name, rows]): Sheet[] => {
    const outcome = outcomes.get(name);
    if (rows === 'first' || outcome?.kind !== 'result' || !outcome.clearing.ok) return [];
    const title = tableName(session, name);
    const { cleared } = outcome.clearing;
    return [{ sheet: sheetName(title, taken), data: [[text(title, 'bold')], ...linesOf(cleared, words)] }];
  });
  const written = writeExcelFile(sheets.length > 0 ? sheets : [{ sheet: 'Pejling', data: [[text('–')]] }]);
  return new Uint8Array(await (await written.toBlob()).arrayBuffer());
}

function linesOf(cleared: Cleared, words: DataWords): readonly Cell[][] {
  const { label } = spokenOver(cleared, words);
  const reason = withheldWords(cleared, words);
  const first = cleared.labels.indexOf(false);
  const head = cleared.columns.map((column) => text(words.heading(column), 'bold'));
  const rows = cleared.withheld.map((why, row) =>
    cleared.columns.map((column, index) => {
      const isName = cleared.labels[index] === true;
      if (why !== null && !isName) return text(index === first ? reason : '');
      if (cleared.obscured[index]?.has(row)) return text(reason);
      return cellOf(column, row, label);
    }),
  );
  return [head, ...rows];
}

function cellOf(column: Column, row: number, label: DataWords['label']): Cell {
  const value = column.values[row] ?? null;
  if (typeof value === 'number' && Number.isFinite(value))
    return { value, type: Number, format: formats[roleOf(column)] };
  if (column.type === 'text' || column.type === 'code') return text(label(column, value));
  return text(value === null ? '' : String(value));
}

const formats = { share: '0 %', difference: '+0.0#;-0.0#;0', plain: '0.##' } as const;

/** A text of the data is one, whatever it begins with, also when the workbook is saved as text and opened again. */
function text(value: string, fontWeight?: 'bold'): Cell {
  return { value: guardFormula(value), type: String, ...(fontWeight && { fontWeight }) };
}

/** At most 31 signs, none of those Excel keeps for itself, and no two alike. */
function sheetName(title: string, taken: Set<string>): string {
  const plain =
    title
      .replace(/[[\]:*?/\\']/g, ' ')
      .replace(/\s+/g, ' ')
      .trim()
      .slice(0, 31)
      .trim() || 'Tabel';
  let name = plain;
  for (let number = 2; taken.has(name.toLowerCase()); number += 1) {
    const end = ` ${number}`;
    name = `${plain.slice(0, 31 - end.length)}${end}`;
  }
  taken.add(name.toLowerCase());
  return name;
}
