import type { ParquetParsers, SchemaElement, SchemaTree, TimeUnit } from 'hyparquet';
import { dayMs, lengthText, momentText, numberText } from './canonical';
import { clockOf } from './time-zone';
import type { WriteValue } from './typed-rows';

/** Moments and dates come as milliseconds: what clock they are on is the column's to say. JSON stays text. */
export const momentsAsMs: Partial<ParquetParsers> = {
  timestampFromMilliseconds: (value: bigint) => Number(value),
  timestampFromMicroseconds: (value: bigint) => Number(value) / 1e3,
  timestampFromNanoseconds: (value: bigint) => Number(value) / 1e6,
  dateFromDays: (value: number) => value * dayMs,
  jsonFromBytes: (value: Uint8Array) => new TextDecoder().decode(value),
};

/** By the old names, which newer writers give too where there is one, then by the new. (Parquet format 2.11.) */
export function writerOf({ element, children }: SchemaTree): WriteValue {
  if (children.length > 0 || element.repetition_type === 'REPEATED') return undefined;
  const { type, converted_type: converted, logical_type: logical, scale = 0 } = element;
  switch (converted) {
    case 'BSON':
    case 'INTERVAL':
      return undefined;
    case 'DECIMAL':
      return (value) => numberText(Number(Number(value).toFixed(scale)));
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
      return undefined;
    case 'TIME':
      return timeOf(logical.unit);
    case 'TIMESTAMP':
      return logical.isAdjustedToUTC ? instant() : local;
    case 'UUID':
    case 'FLOAT16':
      return plain;
  }
  return ofPhysical(type, converted);
}

function ofPhysical(type: SchemaElement['type'], converted: SchemaElement['converted_type']): WriteValue {
  if (converted === 'TIMESTAMP_MILLIS' || converted === 'TIMESTAMP_MICROS' || type === 'INT96')
    return instant();
  return type === 'FIXED_LEN_BYTE_ARRAY' ? undefined : plain;
}

const local = (value: unknown) => momentText(Number(value));

function plain(value: unknown): string {
  return typeof value === 'number' ? numberText(value) : String(value);
}

function instant(): (value: unknown) => string {
  const clock = clockOf(undefined);
  return (value) => momentText(clock(Number(value)));
}

function timeOf(unit: TimeUnit): (value: unknown) => string {
  const msIn = { MILLIS: 1, MICROS: 1e-3, NANOS: 1e-6 }[unit];
  return (value) => lengthText(Number(value) * msIn);
}
