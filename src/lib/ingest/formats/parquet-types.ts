import type { ParquetParsers, SchemaElement, SchemaTree, TimeUnit } from 'hyparquet';
import { dayMs, lengthText, momentText, numberText } from './canonical';
import type { VariableType } from './sheet';
import { clockOf } from './time-zone';

/** A column as it is written: `nested` is never read. */
export interface ParquetColumn {
  readonly name: string;
  readonly kind: VariableType;
  /** The text of a value that there is. */
  readonly write: (value: unknown) => string;
}

/** Moments and dates come as milliseconds: what clock they are on is the column's to say. JSON stays text. */
export const momentsAsMs: Partial<ParquetParsers> = {
  timestampFromMilliseconds: (value: bigint) => Number(value),
  timestampFromMicroseconds: (value: bigint) => Number(value) / 1e3,
  timestampFromNanoseconds: (value: bigint) => Number(value) / 1e6,
  dateFromDays: (value: number) => value * dayMs,
  jsonFromBytes: (value: Uint8Array) => new TextDecoder().decode(value),
};

export function typeOfColumn({ element, children }: SchemaTree): ParquetColumn {
  const { name } = element;
  const isOne = children.length === 0 && element.repetition_type !== 'REPEATED';
  return { name, ...(isOne ? typeOf(element) : nested) };
}

type Typed = Omit<ParquetColumn, 'name'>;

const nested: Typed = { kind: 'nested', write: () => '' };
const text: Typed = { kind: 'text', write: String };
const number: Typed = { kind: 'number', write: plainNumber };
const local: Typed = { kind: 'date', write: (value) => momentText(Number(value)) };

/** By the old names, which newer writers give too where there is one, then by the new. (Parquet format 2.11.) */
function typeOf(element: SchemaElement): Typed {
  const { type, converted_type: converted, logical_type: logical, scale = 0 } = element;
  switch (converted) {
    case 'BSON':
    case 'INTERVAL':
      return nested;
    case 'DECIMAL':
      return { kind: 'number', write: (value) => numberText(Number(Number(value).toFixed(scale))) };
    case 'DATE':
      return local;
    case 'TIME_MILLIS':
      return timeOf('MILLIS');
    case 'TIME_MICROS':
      return timeOf('MICROS');
  }
  switch (logical?.type) {
    case 'GEOMETRY':
    case 'GEOGRAPHY':
    case 'VARIANT':
      return nested;
    case 'TIME':
      return timeOf(logical.unit);
    case 'TIMESTAMP':
      return logical.isAdjustedToUTC ? utc() : local;
    case 'UUID':
      return text;
    case 'FLOAT16':
      return number;
  }
  if (converted === 'TIMESTAMP_MILLIS' || converted === 'TIMESTAMP_MICROS' || type === 'INT96') return utc();
  if (type === 'BOOLEAN') return { kind: 'boolean', write: String };
  if (type === 'BYTE_ARRAY') return text;
  return type === 'FIXED_LEN_BYTE_ARRAY' ? nested : number;
}

function plainNumber(value: unknown): string {
  return typeof value === 'number' ? numberText(value) : String(value);
}

function utc(): Typed {
  const clock = clockOf(undefined);
  return { kind: 'date', write: (value) => momentText(clock(Number(value))) };
}

function timeOf(unit: TimeUnit): Typed {
  const msIn = { MILLIS: 1, MICROS: 1e-3, NANOS: 1e-6 }[unit];
  return { kind: 'time', write: (value) => lengthText(Number(value) * msIn) };
}
