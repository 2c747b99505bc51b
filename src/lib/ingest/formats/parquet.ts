import {
  parquetMetadataAsync,
  parquetScan,
  parquetSchema,
  snappyUncompress,
  type AsyncBuffer,
  type Compressors,
} from 'hyparquet';
import { rowLimit } from '../limits';
import type { Budget } from './budget';
import { gzipped, zstandard, type Unpack } from './codecs';
import { lz4Block } from './lz4';
import { momentsAsMs, typeOfColumn } from './parquet-types';
import { Refused } from './refused';
import { plainVariable, type ReadingSheets } from './sheet';
import { SheetWriter } from './sheet-writer';
import { checkRows, writeRows, type TextAt } from './typed-rows';

/** A Parquet file, a group of rows at a time. A row is found by its number, from 1. */
export async function* readParquet(name: string, bytes: Uint8Array, budget: Budget): ReadingSheets {
  const file = bufferOf(bytes);
  const metadata = await parquetMetadataAsync(file);
  const said = Number(metadata.num_rows);
  if (said > rowLimit) throw new Refused('too-many-rows', String(said));
  const columns = parquetSchema(metadata).children.map(typeOfColumn);
  const variables = columns.map(({ name, kind }) => plainVariable(name, kind));
  const read = columns.filter(({ kind }) => kind !== 'nested').map(({ name }) => name);
  const writer = new SheetWriter(columns.map(({ name }) => name));
  const scan = await parquetScan({
    file,
    metadata,
    columns: read,
    parsers: momentsAsMs,
    compressors: compressorsWithin(budget),
  });
  for (const { rowStart, rowEnd } of scan.ranges) {
    const texts: TextAt[] = [];
    for (const { name, kind, write } of columns) {
      texts.push(() => '');
      if (kind === 'nested') continue;
      const values = await scan.readColumn({ column: name, rowStart, rowEnd });
      checkRows(values.length, rowEnd - rowStart);
      texts[texts.length - 1] = (row) => {
        const value: unknown = values[row];
        return value === null || value === undefined ? '' : write(value);
      };
      yield rowStart / said;
    }
    for (const part of writeRows(writer, texts, rowEnd - rowStart, rowStart + 1)) {
      yield (rowStart + part * (rowEnd - rowStart)) / said;
    }
  }
  checkRows(writer.records, said);
  yield { ok: true, file: name, sheet: { name: '', shape: writer.finish(), variables, unnamed: [] } };
}

function bufferOf(bytes: Uint8Array): AsyncBuffer {
  return {
    byteLength: bytes.length,
    slice: (start, end) => Uint8Array.from(bytes.subarray(start, end)).buffer,
  };
}

/** Each keeps to what it says it will become, and all of them to the file's budget. */
function compressorsWithin(budget: Budget): Compressors {
  const within =
    (unpack: Unpack): Unpack =>
    (packed, length) => {
      budget.take(length);
      return unpack(packed, length);
    };
  const refuse = (name: string) => () => {
    throw new Refused('other-packing', name);
  };
  return {
    SNAPPY: within(snappy),
    GZIP: within(gzipped),
    ZSTD: within(zstandard),
    LZ4_RAW: within(lz4Block),
    LZ4: refuse('LZ4 (Hadoop)'),
    BROTLI: refuse('Brotli'),
    LZO: refuse('LZO'),
  };
}

const snappy: Unpack = (packed, length) => {
  const output = new Uint8Array(length);
  snappyUncompress(packed, output);
  return output;
};
