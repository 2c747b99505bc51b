import type { Result, Value } from './result';

/** A result as delimited text, header first, lines ended by \n. A spreadsheet runs nothing of it. */
export function writeCsv(result: Result, delimiter: ',' | ';' = ','): string {
  const lines = Array.from({ length: result.rowCount }, (_, row) =>
    result.columns.map((column) => writeField(column.values[row] ?? null, delimiter)).join(delimiter),
  );
  const header = result.columns.map((column) => writeField(column.name, delimiter)).join(delimiter);
  return [header, ...lines, ''].join('\n');
}

function writeField(value: Value, delimiter: string): string {
  if (value === null) return '';
  const text = String(value);
  // A spreadsheet runs what begins like a formula; a plain number may keep its minus.
  const safe = typeof value !== 'number' && /^[=+\-@\t\r＝＋－＠]/.test(text) ? `'${text}` : text;
  return /["\n\r]/.test(safe) || safe.includes(delimiter) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
