import type { Column, Value } from '../results/result';
import type { Cleared, Withholding } from './cleared';

/** How a table is written for a person: names, values and reasons in the reader's language. */
export interface CopyWords {
  readonly heading: (column: Column) => string;
  readonly cell: (column: Column, value: Value, row: number) => string;
  readonly withheld: (why: Withholding, policy: Cleared['policy']) => string;
}

const plainNumber = /^[+-]?\d+([.,]\d+)*$/;
const formula = /^[=+\-@\t\r\n＝＋－＠]/;

/** Keeps a spreadsheet from reading a text as a formula: an apostrophe in front, unless it is a plain number. */
export function guardFormula(text: string): string {
  return formula.test(text) && !plainNumber.test(text) ? `'${text}` : text;
}

/** A cleared table for the clipboard: tab-separated text for a spreadsheet, and HTML for a document. */
export function copyTable(
  cleared: Cleared,
  words: CopyWords,
): { readonly html: string; readonly text: string } {
  const lines = [
    cleared.columns.map((column) => guardFormula(words.heading(column))),
    ...cleared.withheld.map((why, row) => lineOf(cleared, words, why, row).map(guardFormula)),
  ];
  return {
    text: lines.map((line) => line.map(tabular).join('\t')).join('\r\n'),
    html: `<table>${lines.map((line, index) => htmlRow(line, index === 0 ? 'th' : 'td', cleared.columns)).join('')}</table>`,
  };
}

/** A withheld row says why in the first cell that is not a name. */
function lineOf(cleared: Cleared, words: CopyWords, why: Withholding | null, row: number): readonly string[] {
  const reasonAt = why === null ? -1 : cleared.labels.indexOf(false);
  return cleared.columns.map((column, index) => {
    if (why !== null && index === reasonAt) return words.withheld(why, cleared.policy);
    if (why !== null && cleared.labels[index] !== true) return '';
    return words.cell(column, column.values[row] ?? null, row);
  });
}

/** Tabs and line ends would make new cells; a quotation mark opens a quoted cell and must be closed as one. */
function tabular(text: string): string {
  const flat = text.replace(/[\t\r\n\v\f\u0085\u2028\u2029]+/g, ' ');
  return flat.includes('"') ? `"${flat.replaceAll('"', '""')}"` : flat;
}

const entities: readonly (readonly [string, string])[] = [
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&#39;'],
];

function escapeHtml(text: string): string {
  return entities.reduce((escaped, [sign, entity]) => escaped.replaceAll(sign, entity), text);
}

/** `mso-number-format` keeps Excel from turning a label like 3-10 into a date. */
function htmlRow(line: readonly string[], tag: 'th' | 'td', columns: readonly Column[]): string {
  const cells = line.map((text, index) => {
    const type = columns[index]?.type;
    const style = type === 'text' || type === 'code' ? ` style="mso-number-format:'\\@'"` : '';
    return `<${tag}${style}>${escapeHtml(text)}</${tag}>`;
  });
  return `<tr>${cells.join('')}</tr>`;
}
