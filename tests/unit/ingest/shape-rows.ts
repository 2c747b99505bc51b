import { fieldsOf, newRecord, readRecord } from '../../../src/lib/ingest/record';
import type { Shape } from '../../../src/lib/ingest/shape';

/** What the import engine is given: [line, ...fields] for each record. */
export function rowsOfShape(shape: Shape): string[][] {
  const rows: string[][] = [];
  const record = newRecord();
  const dialect = { delimiter: shape.delimiter.charCodeAt(0), newline: 10 };
  for (let at = 0; at < shape.body.length; at = record.next) {
    readRecord(shape.body, at, dialect, record);
    rows.push(fieldsOf(shape.body, record, dialect));
  }
  return rows;
}
