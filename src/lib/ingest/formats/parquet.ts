import {
  parquetMetadataAsync,
  parquetScan,
  parquetSchema,
  snappyUncompress,
  type AsyncBuffer,
  type Compressors,
} from 'hyparquet';
import { decompressBrotli, decompressGzip, decompressLz4, decompressLz4Raw } from 'hyparquet-compressors';
import type { Budget } from './budget';
import { within, zstandard, type Unpack } from './codecs';
import { momentsAsMs, writerOf } from './parquet-types';
import { Refused } from './refused';
import type { ReadingSheets } from './sheet';
import { SheetWriter } from './sheet-writer';
import { checkRows, checkSize, textsOf, writeRows, type TextAt } from './typed-rows';

/** A Parquet file, a group of rows at a time. A row is found by its number, from 1. */
export async function* readParquet(name: string, bytes: Uint8Array, budget: Budget): ReadingSheets {
  const file = bufferOf(bytes);
  const metadata = await parquetMetadataAsync(file);
  const said = Number(metadata.num_rows);
  const schema = parquetSchema(metadata).children;
  checkSize(said, schema.length);
  const columns = schema.flatMap((column) => {
    const write = writerOf(column);
    return write ? [{ name: column.element.name, write }] : [];
  });
  const nested = schema.filter((column) => !writerOf(column)).map(({ element }) => element.name);
  const writer = new SheetWriter(columns.map(({ name }) => name));
  const compressors = compressorsWithin(budget);
  const read = { columns: columns.map(({ name }) => name), parsers: momentsAsMs, compressors };
  const scan = await parquetScan({ file, metadata, ...read });
  let written = 0;
  for (const { rowStart, rowEnd } of scan.ranges) {
    const rows = rowEnd - rowStart;
    const texts: TextAt[] = [];
    for (const { name, write } of columns) {
      const values = await scan.readColumn({ column: name, rowStart, rowEnd });
      checkRows(values.length, rows);
      texts.push(textsOf((row) => values[row], write));
      yield (rowStart + rows * 0.5 * (texts.length / columns.length)) / said;
    }
    for (const part of writeRows(writer, texts, rows, rowStart + 1)) {
      yield (rowStart + rows * (0.5 + part / 2)) / said;
    }
    written += rows;
  }
  checkRows(written, said);
  yield { ok: true, file: name, sheet: { name: '', shape: writer.finish(), unnamed: [], nested } };
}

function bufferOf(bytes: Uint8Array): AsyncBuffer {
  return {
    byteLength: bytes.length,
    slice: (start, end) => Uint8Array.from(bytes.subarray(start, end)).buffer,
  };
}

function compressorsWithin(budget: Budget): Compressors {
  return {
    SNAPPY: within(budget, snappy),
    GZIP: within(budget, decompressGzip),
    ZSTD: within(budget, zstandard),
    BROTLI: within(budget, decompressBrotli),
    LZ4: within(budget, decompressLz4),
    LZ4_RAW: within(budget, decompressLz4Raw),
    LZO: () => {
      throw new Refused('other-packing', 'LZO');
    },
  };
}

const snappy: Unpack = (packed, length) => {
  const output = new Uint8Array(length);
  snappyUncompress(packed, output);
  return output;
};
