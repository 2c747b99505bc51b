import { carriageReturn, lineFeed, newRecord, readRecord, type Dialect } from './record';

const candidates = [';', ',', '\t', '|'] as const;
export type Delimiter = (typeof candidates)[number];

const sampleSize = 50;

/** The delimiter under which the first rows agree best with the header; on a tie the one that gives more columns. */
export function findDelimiter(text: Uint8Array): Delimiter {
  const newline = newlineOf(text);
  let best: { delimiter: Delimiter; agreeing: number; columns: number } | undefined;
  for (const delimiter of candidates) {
    const counts = sampleFieldCounts(text, { delimiter: delimiter.charCodeAt(0), newline });
    const columns = counts[0] ?? 1;
    if (columns < 2) continue;
    const agreeing = counts.filter((count) => count === columns).length / counts.length;
    if (!best || agreeing > best.agreeing || (agreeing === best.agreeing && columns > best.columns)) {
      best = { delimiter, agreeing, columns };
    }
  }
  return best?.delimiter ?? ';';
}

/** Old Macintosh files end their lines with CR alone. */
export function newlineOf(text: Uint8Array): number {
  return text.includes(lineFeed) || !text.includes(carriageReturn) ? lineFeed : carriageReturn;
}

function sampleFieldCounts(text: Uint8Array, dialect: Dialect): number[] {
  const counts: number[] = [];
  const record = newRecord();
  for (let at = 0; at < text.length && counts.length < sampleSize; at = record.next) {
    readRecord(text, at, dialect, record);
    if (record.end > record.start) counts.push(record.fields);
  }
  return counts;
}
