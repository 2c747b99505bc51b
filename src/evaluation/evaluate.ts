import type { Instrument } from '../lib/instruments/instrument';
import type { Result } from '../lib/results/result';
import { lookUp, type Found } from './look-up';
import { valuesOf, type Constant, type PrintedValue, type PublishedObject } from './published';

/** A printed value and what came of it. */
export interface Verdict {
  readonly of: PrintedValue;
  /** What the cell or the instrument file has, in the unit of print. */
  readonly found: Found | undefined;
  /** Undefined where nothing is compared. */
  readonly reproduced: boolean | undefined;
}

/** What a cell gave on an export; undefined when there is no such cell, or it failed. */
export type ResultOf = (dataset: string, cell: string) => Result | undefined;

/** Every value of every object, compared where it is computed or a constant. */
export function evaluate(
  objects: readonly PublishedObject[],
  resultOf: ResultOf,
  instruments: readonly Instrument[],
): readonly Verdict[] {
  return objects.flatMap((object) =>
    valuesOf(object).map((value): Verdict => {
      const found = find(value, resultOf, instruments);
      return { of: value, found, reproduced: found && isAsPrinted(value, found) };
    }),
  );
}

function find(
  value: PrintedValue,
  resultOf: ResultOf,
  instruments: readonly Instrument[],
): Found | undefined {
  switch (value.kind) {
    case 'computed':
      return compute(value, resultOf);
    case 'constant':
      return value.constant && findConstant(value.constant, instruments);
    case 'contradicted':
    case 'lost':
    case 'not-data':
    case 'open':
      return undefined;
  }
}

function compute(value: PrintedValue, resultOf: ResultOf): Found {
  const { cell = '', at, counts, unit, object } = value;
  const isPercent = unit === 'percent' && !counts;
  const take = value.take ?? (isPercent ? 'share' : 'value');
  const result = resultOf(object.export, cell);
  if (!result) return { ok: false, reason: `no result of ${cell}` };
  const found = lookUp(result, at, take, counts);
  return found.ok && isPercent ? { ok: true, value: found.value * 100 } : found;
}

function findConstant(
  { instrument: name, of, scale, sex, per }: Constant,
  instruments: readonly Instrument[],
): Found {
  const instrument = instruments.find((each) => each.name === name);
  const isMeant = (each: { readonly scale: string; readonly sex?: string | undefined }) =>
    each.scale === scale && each.sex === sex;
  const value =
    of === 'norm' ? instrument?.norms.find(isMeant)?.mean : instrument?.cutOffs.find(isMeant)?.value;
  return value === undefined
    ? { ok: false, reason: `${name} has no such ${of}` }
    : { ok: true, value: value / per };
}

/** Within half a step of the last printed decimal. The slack is for binary fractions: 0.145 is a little less. */
export function isAsPrinted({ value, decimals, about }: PrintedValue, found: Found): boolean {
  if (!found.ok) return false;
  const step = 10 ** -decimals;
  return Math.abs(found.value - value) <= (about ? 2.5 : 0.5) * step + 1e-9;
}
