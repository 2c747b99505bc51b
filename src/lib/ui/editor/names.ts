import type { Entry } from '../../codebook/search';
import { formatNumber } from '../../i18n/format';
import type { Language } from '../../i18n/language';
import type { Sentences } from '../../i18n/sentences';
import { signatures, type Signature } from '../../sql/functions';
import type { EditorWords } from './words';

/** A code of a column, and what people read for it. */
export interface NamedCode {
  readonly code: string;
  readonly label: string;
}

/** What can stand in a cell's SQL: names there are now. */
export interface Names {
  readonly tables: readonly { readonly name: string; readonly columns: readonly string[] }[];
  readonly cells: readonly {
    readonly name: string;
    readonly columns: readonly string[];
    readonly title?: string | undefined;
  }[];
  readonly inputs: readonly { readonly name: string; readonly label?: string | undefined }[];
  readonly entries: readonly Entry[];
  /** Of a column, wherever it is. */
  readonly codesOf: (column: string) => readonly NamedCode[];
  readonly language: Language;
  readonly words: EditorWords;
  /** What types are called. */
  readonly types: Sentences['screen']['table']['type'];
}

/** What a name is, in a line and some more. */
export interface Explained {
  readonly head: string;
  readonly lines: readonly string[];
  /** A cell's: one can go there. */
  readonly cell?: true;
}

const shown = 8;

/** What is known of a name as it stands in SQL: a cell, an input (`$name`), a table, a function or a column. */
export function explainName(name: string, names: Names): Explained | undefined {
  const { words } = names;
  if (name.startsWith('$')) {
    const input = names.inputs.find((one) => `$${one.name}` === name.toLowerCase());
    return input && { head: name, lines: [input.label ?? '', words.kinds.input].filter(Boolean), cell: true };
  }
  const plain = name.replace(/"/g, '').toLowerCase();
  const cell = names.cells.find((one) => one.name === plain);
  if (cell)
    return {
      head: cell.name,
      lines: [...(cell.title ? [cell.title] : []), words.kinds.cell, ...listed(cell.columns, names)],
      cell: true,
    };
  const table = names.tables.find((one) => one.name === plain);
  if (table) {
    const count = formatNumber(table.columns.length, names.language);
    return { head: table.name, lines: [words.kinds.table(count), ...listed(table.columns, names)] };
  }
  return explainColumn(plain, names);
}

/** What a column is called, means and may hold, by the codebook. */
export function explainColumn(column: string, names: Names): Explained | undefined {
  const { words, language } = names;
  const entry = names.entries.find(({ name, kind }) => name === column && kind !== 'scale');
  if (!entry) return undefined;
  const title = entry.title ? `${entry.title[language]}: ` : '';
  const codes = names.codesOf(column);
  const lines = [
    names.types[entry.type],
    ...(entry.derived ? [entry.derived[language]] : []),
    ...(entry.range
      ? [words.range(formatNumber(entry.range.from, language), formatNumber(entry.range.to, language))]
      : []),
    ...codes.slice(0, shown).map(({ code, label }) => (label === code ? code : `${code} = ${label}`)),
    ...(codes.length > shown ? [words.more(formatNumber(codes.length - shown, language))] : []),
    words.in(entry.tables.join(', ')),
  ];
  return { head: `${title}${entry.label[language]}`, lines };
}

export function signatureOf(name: string): Signature | undefined {
  return signatures.find((one) => one.name === name);
}

/** So many of a table's columns as one can take in. */
function listed(columns: readonly string[], { words, language }: Names): readonly string[] {
  if (columns.length === 0) return [];
  const rest = columns.length - 2 * shown;
  const some = columns.slice(0, 2 * shown).join(', ');
  return [rest > 0 ? `${some} ${words.more(formatNumber(rest, language))}` : some];
}
