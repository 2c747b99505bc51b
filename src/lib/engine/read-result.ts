import {
  DataType,
  MapRow,
  StructRow,
  TimeUnit,
  Vector,
  type Data,
  type RecordBatch,
  type Schema,
} from 'apache-arrow';
import type { Column, ColumnType, Result, Value } from '../results/result';
import type { ColumnPlan } from './plan-columns';

/**
 * Arrow → plain columns. DuckDB's streams leave dictionaries out, so an ENUM's codes come from the plans; without
 * plans (the import engine's whole answers) from Arrow's own dictionary. NaN and the infinities become null: no number
 * can be shown for them, and JSON has none. `rowLimit` rows are taken, `truncated` says when there were more.
 */
export function readResult(
  schema: Schema,
  batches: readonly RecordBatch[],
  plans: readonly ColumnPlan[] | undefined,
  rowLimit: number,
): Result {
  const available = batches.reduce((sum, batch) => sum + batch.numRows, 0);
  const columns = schema.fields.map((field, index): Column => {
    const chunks = batches.flatMap((batch) => batch.getChildAt(index)?.data ?? []);
    const plan = plans?.[index];
    const codes = plan?.codes ?? (DataType.isDictionary(field.type) ? dictionaryOf(chunks) : undefined);
    const values: Value[] = [];
    for (const chunk of chunks) readChunk(chunk, codes, values);
    if (values.length > rowLimit) values.length = rowLimit;
    const type = plan?.type ?? columnTypeOf(field.type);
    if (type === 'integer' && DataType.isUtf8(field.type)) wholeNumbers(values);
    return { name: plan?.name ?? field.name, type, ...(codes && { codes }), values };
  });
  return { columns, rowCount: Math.min(available, rowLimit), truncated: available > rowLimit };
}

function dictionaryOf(chunks: readonly Data[]): string[] {
  const dictionary = chunks.find((chunk) => chunk.dictionary?.length)?.dictionary;
  return dictionary ? [...dictionary].map(String) : [];
}

/** What Arrow alone can tell. */
export function columnTypeOf(type: DataType): ColumnType {
  if (DataType.isDictionary(type)) return 'code';
  if (DataType.isInt(type)) return 'integer';
  if (DataType.isDecimal(type)) return type.scale === 0 ? 'integer' : 'number';
  if (DataType.isFloat(type)) return 'number';
  if (DataType.isUtf8(type)) return 'text';
  if (DataType.isBool(type)) return 'boolean';
  if (DataType.isDate(type)) return 'date';
  if (DataType.isTimestamp(type)) return 'timestamp';
  return 'other';
}

function readChunk(chunk: Data, codes: readonly string[] | undefined, into: Value[]): void {
  const read = readerOf(chunk, codes);
  for (let row = 0; row < chunk.length; row++) into.push(chunk.getValid(row) ? read(row) : null);
}

function readerOf(chunk: Data, codes: readonly string[] | undefined): (row: number) => Value {
  const type: DataType = chunk.type;
  // Arrow does not say in types which kind of array belongs to which type.
  const numbers: ArrayLike<number> = chunk.values;
  const bigints: ArrayLike<bigint> = chunk.values;
  const number = (row: number) => numbers[row] ?? 0;
  const bigint = (row: number) => bigints[row] ?? 0n;
  if (DataType.isDictionary(type)) return (row) => codes?.[number(row)] ?? null;
  if (DataType.isInt(type)) return type.bitWidth === 64 ? (row) => wholeNumber(bigint(row)) : number;
  if (DataType.isFloat(type)) return (row) => finite(number(row));
  if (DataType.isDecimal(type)) return (row) => decimal(numbers, row, type.scale);
  if (DataType.isDate(type)) {
    // Many rows, few days.
    const seen = new Map<number, string | null>();
    return (row) => remembered(seen, number(row), isoDate);
  }
  if (DataType.isTimestamp(type)) {
    const perSecond = ticks[type.unit];
    const zone = type.timezone ? 'Z' : '';
    return (row) => isoTimestamp(bigint(row), perSecond, zone);
  }
  if (DataType.isUtf8(type)) return textReader(chunk);
  const vector = new Vector([chunk]);
  if (DataType.isBool(type)) return (row) => vector.get(row) as boolean;
  return (row) => json(vector.get(row));
}

const ticks: Record<TimeUnit, bigint> = {
  [TimeUnit.SECOND]: 1n,
  [TimeUnit.MILLISECOND]: 1_000n,
  [TimeUnit.MICROSECOND]: 1_000_000n,
  [TimeUnit.NANOSECOND]: 1_000_000_000n,
};

function remembered<K, V>(seen: Map<K, V>, key: K, make: (key: K) => V): V {
  const known = seen.get(key);
  if (known !== undefined) return known;
  const made = make(key);
  seen.set(key, made);
  return made;
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

function wholeNumber(value: bigint): number | string {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value.toString();
}

/** Whole numbers too wide for Arrow arrive as text. */
function wholeNumbers(values: Value[]): void {
  for (const [index, value] of values.entries())
    if (typeof value === 'string') values[index] = wholeNumber(BigInt(value));
}

/** Arrow's 128-bit decimals are four 32-bit words, the lowest first. */
function decimal(words: ArrayLike<number>, row: number, scale: number): number | string {
  const at = (index: number) => words[row * 4 + index] ?? 0;
  const small = at(2) === 0 && at(3) === 0 && at(1) < 0x20_0000;
  const unscaled = small
    ? at(1) * 2 ** 32 + at(0)
    : BigInt.asIntN(
        128,
        (BigInt(at(3)) << 96n) | (BigInt(at(2)) << 64n) | (BigInt(at(1)) << 32n) | BigInt(at(0)),
      );
  if (scale === 0) return typeof unscaled === 'number' ? unscaled : wholeNumber(unscaled);
  if (typeof unscaled === 'number') return unscaled / 10 ** scale;
  return Number(`${unscaled}e-${scale}`);
}

/** Decoding a chunk at once is three times faster than word by word, and possible while bytes are characters. */
function textReader(chunk: Data): (row: number) => string {
  const bytes: Uint8Array = chunk.values;
  const offsets: ArrayLike<number> = chunk.valueOffsets;
  const at = (row: number) => offsets[row] ?? 0;
  const text = decoder.decode(bytes);
  if (text.length === bytes.length) return (row) => text.slice(at(row), at(row + 1));
  return (row) => decoder.decode(bytes.subarray(at(row), at(row + 1)));
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** Dates further away than JavaScript counts (also DuckDB's infinity) become null. */
function isoDate(days: number): string | null {
  const date = new Date(days * 86_400_000);
  return Number.isNaN(date.getTime()) ? null : (date.toISOString().split('T')[0] ?? null);
}

function isoTimestamp(ticksSinceEpoch: bigint, perSecond: bigint, zone: string): string | null {
  const rest = ((ticksSinceEpoch % perSecond) + perSecond) % perSecond;
  const seconds = Number((ticksSinceEpoch - rest) / perSecond);
  const date = new Date(seconds * 1000);
  if (Number.isNaN(date.getTime())) return null;
  const whole = date.toISOString().slice(0, -'.000Z'.length);
  const digits = perSecond.toString().length - 1;
  const fraction = rest === 0n ? '' : '.' + rest.toString().padStart(digits, '0').replace(/0+$/, '');
  return whole + fraction + zone;
}

/** Lists, structs and maps as JSON text, written out by hand so that no key is special. */
function json(value: unknown): string {
  if (value instanceof Vector) return `[${[...value].map(json).join(',')}]`;
  if (value instanceof StructRow || value instanceof MapRow) {
    const entries = [...(value as Iterable<[unknown, unknown]>)];
    return `{${entries.map(([key, item]) => `${JSON.stringify(String(key))}:${json(item)}`).join(',')}}`;
  }
  if (typeof value === 'bigint') return value.toString();
  return JSON.stringify(value ?? null);
}
