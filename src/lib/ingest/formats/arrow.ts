import {
  CompressionType,
  setCompressionCodec,
  tableFromIPC,
  TimeUnit,
  Type,
  type Batch,
  type Column,
  type DataType,
} from '@uwdata/flechette';
import { startsWith } from '../decode';
import type { Work } from '../work';
import type { Budget } from './budget';
import { lengthText, momentText, numberText } from './canonical';
import { within, zstandard } from './codecs';
import { arrowMagic } from './format';
import { lz4Frame } from './lz4';
import { Refused } from './refused';
import type { Sheet } from './sheet';
import { SheetWriter } from './sheet-writer';
import { clockOf } from './time-zone';
import { checkRows, checkSize, textsOf, writeRows, type WriteValue } from './typed-rows';

/** An Arrow file (Feather, version 2) or stream, packed or not. A row is found by its number, from 1. */
export function* readArrow(bytes: Uint8Array, budget: Budget): Work<Sheet> {
  checkEnd(bytes);
  useCodecs(budget);
  const { schema, children, numRows } = tableFromIPC(aligned(bytes), { useBigInt: true });
  checkSize(numRows, schema.fields.length);
  const columns = schema.fields.flatMap(({ name, type }, at) => {
    const [write, column] = [writerOf(type), children[at]];
    return write && column ? [{ name, write, column }] : [];
  });
  const nested = schema.fields.filter(({ type }) => !writerOf(type)).map(({ name }) => name);
  const writer = new SheetWriter(columns.map(({ name }) => name));
  let written = 0;
  for (const [at, { length }] of (children[0]?.data ?? []).entries()) {
    const texts = columns.map(({ column, write }) => textsOf(valuesOf(column, at, length), write));
    for (const part of writeRows(writer, texts, length, written + 1)) {
      yield (written + part * length) / numRows;
    }
    written += length;
  }
  checkRows(written, numRows);
  return { name: '', shape: writer.finish(), unnamed: [], nested };
}

/** The library reads what came of a file, and does not tell that there should have been more. */
function checkEnd(bytes: Uint8Array): void {
  const isFile = startsWith(bytes, arrowMagic);
  const isWhole = isFile
    ? startsWith(bytes.subarray(-arrowMagic.length), arrowMagic)
    : startsWith(bytes.subarray(-8), endOfStream);
  if (!isWhole) throw damaged();
}

const endOfStream = [0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0];
const damaged = () => new Refused('damaged-file', 'Arrow');

/** One place for all of flechette: set anew for each file, whose budget they keep. */
function useCodecs(budget: Budget): void {
  const encode = () => {
    throw new Error('nothing is written here');
  };
  const known = [
    [CompressionType.LZ4_FRAME, lz4Frame],
    [CompressionType.ZSTD, zstandard],
  ] as const;
  for (const [type, unpack] of known) setCompressionCodec(type, { encode, decode: within(budget, unpack) });
}

/** Columns are read in place, as numbers of 8 bytes. */
function aligned(bytes: Uint8Array): Uint8Array {
  return bytes.byteOffset % 8 === 0 ? bytes : bytes.slice();
}

function valuesOf(column: Column<unknown>, at: number, length: number): (row: number) => unknown {
  const batch = column.data[at];
  if (batch?.length !== length || roomOf(batch, column.type) < length) throw damaged();
  return (row) => batch.at(row);
}

/** The values that there are bytes for. */
function roomOf(batch: Batch<unknown>, type: DataType): number {
  // Not what its types say: a column of runs has neither.
  const { values, offsets, validity } = batch as {
    readonly [part in 'values' | 'offsets' | 'validity']?: { readonly length: number };
  };
  const valid = validity && batch.nullCount > 0 ? validity.length * 8 : Infinity;
  if (offsets) return Math.min(valid, offsets.length - 1);
  if (!values) return valid;
  return Math.min(valid, type.typeId === Type.Bool ? values.length * 8 : values.length);
}

function writerOf(type: DataType): WriteValue {
  switch (type.typeId) {
    case Type.Dictionary:
      return writerOf(type.dictionary);
    case Type.RunEndEncoded:
      return writerOf(type.children[1].type);
    case Type.Decimal:
      return (value) => numberText(Number(Number(value).toFixed(type.scale)));
    case Type.Date:
      return (value) => momentText(Number(value));
    case Type.Timestamp: {
      const clock = type.timezone ? clockOf(type.timezone) : (ms: number) => ms;
      return (value) => momentText(clock(Number(value)));
    }
    case Type.Time:
    case Type.Duration: {
      const ms = msIn(type.unit);
      return (value) => lengthText(Number(value) * ms);
    }
    case Type.Utf8:
    case Type.LargeUtf8:
    case Type.Utf8View:
    case Type.Int:
    case Type.Float:
    case Type.Bool:
    case Type.Null:
      return (value) => (typeof value === 'number' ? numberText(value) : String(value));
    default:
      return undefined;
  }
}

function msIn(unit: number): number {
  switch (unit) {
    case TimeUnit.SECOND:
      return 1000;
    case TimeUnit.MILLISECOND:
      return 1;
    case TimeUnit.MICROSECOND:
      return 1e-3;
    default:
      return 1e-6;
  }
}
