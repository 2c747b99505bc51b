/** A table to write: names of columns and rows of text, numbers and nothing. */
export interface Sheet {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

/** Semicolons, decimal comma, LF: what a Danish spreadsheet reads as it is. Nothing is an empty field. */
export function writeCsv({ columns, rows }: Sheet): string {
  return [columns, ...rows].map((row) => row.map(writeField).join(';') + '\n').join('');
}

function writeField(value: string | number | null): string {
  if (value === null) return '';
  const text = typeof value === 'number' ? String(value).replace('.', ',') : value;
  return /[;"\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
