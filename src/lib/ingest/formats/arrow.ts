import {
  CompressionType,
  setCompressionCodec,
  tableFromIPC,
  TimeUnit,
  Type,
  type Column,
  type DataType,
} from '@uwdata/flechette';
import { rowLimit } from '../limits';
import type { Work } from '../work';
import type { Budget } from './budget';
import { lengthText, momentText, numberText } from './canonical';
import { zstandard, type Unpack } from './codecs';
import { lz4Frame } from './lz4';
import { Refused } from './refused';
import { plainVariable, type Sheet, type VariableType } from './sheet';
import { SheetWriter } from './sheet-writer';
import { clockOf } from './time-zone';
import { checkRows, writeRows, type TextAt } from './typed-rows';

/** An Arrow file (Feather, version 2) or stream, packed or not. A row is found by its number, from 1. */
export function* readArrow(bytes: Uint8Array, budget: Budget): Work<Sheet> {
  useCodecs(budget);
  const { schema, children, numRows } = tableFromIPC(aligned(bytes), { useBigInt: true });
  if (numRows > rowLimit) throw new Refused('too-many-rows', String(numRows));
  const variables = schema.fields.map(({ name, type }) => plainVariable(name, kindOf(type)));
  const writer = new SheetWriter(variables.map(({ name }) => name));
  yield 0.2;
  for (const [at, batch] of (children[0]?.data ?? []).entries()) {
    const columns = children.map((column) => textsOf(column, at, batch.length));
    const rows = writeRows(writer, columns, batch.length, writer.records + 1);
    for (let step = rows.next(); !step.done; step = rows.next()) yield 0.2 + 0.8 * (writer.records / numRows);
  }
  checkRows(writer.records, numRows);
  return { name: '', shape: writer.finish(), variables, unnamed: [] };
}

/** One place for all of flechette: set anew for each file, whose budget they keep. */
function useCodecs(budget: Budget): void {
  const within =
    (unpack: Unpack): Unpack =>
    (packed, length) => {
      budget.take(length);
      return unpack(packed, length);
    };
  const encode = () => {
    throw new Error('nothing is written here');
  };
  setCompressionCodec(CompressionType.LZ4_FRAME, { encode, decode: within(lz4Frame) });
  setCompressionCodec(CompressionType.ZSTD, { encode, decode: within(zstandard) });
}

/** Columns are read in place, as numbers of 8 bytes. */
function aligned(bytes: Uint8Array): Uint8Array {
  return bytes.byteOffset % 8 === 0 ? bytes : bytes.slice();
}

function textsOf(column: Column<unknown>, at: number, length: number): TextAt {
  const batch = column.data[at];
  if (batch?.length !== length) throw new Refused('damaged-file', 'Arrow');
  const write = writerOf(column.type);
  return (row) => {
    const value: unknown = batch.at(row);
    return value === null || value === undefined ? '' : write(value);
  };
}

function kindOf(type: DataType): VariableType {
  switch (type.typeId) {
    case Type.Dictionary:
      return kindOf(type.dictionary);
    case Type.RunEndEncoded:
      return kindOf(type.children[1].type);
    case Type.Utf8:
    case Type.LargeUtf8:
    case Type.Utf8View:
      return 'text';
    case Type.Int:
    case Type.Float:
    case Type.Decimal:
      return 'number';
    case Type.Bool:
      return 'boolean';
    case Type.Date:
    case Type.Timestamp:
      return 'date';
    case Type.Time:
    case Type.Duration:
      return 'time';
    case Type.Null:
      return 'any';
    default:
      return 'nested';
  }
}

function writerOf(type: DataType): (value: unknown) => string {
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
    case Type.Duration:
      return (value) => lengthText(Number(value) * msIn(type.unit));
    default:
      return kindOf(type) === 'nested' ? () => '' : plainText;
  }
}

function plainText(value: unknown): string {
  return typeof value === 'number' ? numberText(value) : String(value);
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
