import { codesOfVariable } from './codes';
import type { ColumnProfile } from './profile';
import type { Variable } from './variables';

/** How a column's values fit a variable. */
export interface Fit {
  /** Rows whose value would be listed as a problem, of the values that the profile lists. */
  readonly unfit: number;
  /** How many of the listed rows fit, from 0 to 1. */
  readonly share: number;
}

/** `codes`: what values that are not codes themselves mean. */
export function fitOf(
  variable: Variable,
  profile: ColumnProfile,
  codes: Readonly<Record<string, string | null>> = {},
): Fit {
  const listed = profile.values.reduce((sum, { count }) => sum + count, 0);
  const unfit = profile.values
    .filter(({ value, isDate }) => !Object.hasOwn(codes, value) && !fits(variable, value, isDate))
    .reduce((sum, { count }) => sum + count, 0);
  return { unfit, share: listed === 0 ? 1 : (listed - unfit) / listed };
}

const yesOrNo = new Set(['true', 'false', 'ja', 'nej', '0', '1', 't', 'f', 'y', 'n', 'yes', 'no']);

/** Whether the import would take the value as it stands. */
function fits(variable: Variable, value: string, isDate: boolean): boolean {
  const { field } = variable;
  // Anything may stand around a question's number.
  if (variable.kind === 'number') value = /(\d+)\D*$/.exec(value)?.[1] ?? '';
  switch (field.type) {
    case 'code':
      return (codesOfVariable(variable) ?? []).some((code) => code.toLowerCase() === value.toLowerCase());
    case 'boolean':
      return yesOrNo.has(value.toLowerCase());
    case 'date':
      return isDate;
    case 'integer':
    case 'number': {
      const number = Number(value.replace(',', '.'));
      if (value === '' || !Number.isFinite(number)) return false;
      const inRange = number >= (field.min ?? -Infinity) && number <= (field.max ?? Infinity);
      return inRange && (field.type === 'number' || Number.isInteger(number));
    }
    case 'open-code':
    case 'text':
      return true;
  }
}
