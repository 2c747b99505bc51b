import { uncomputed } from '../convert';
import { dayMs, lengthText, momentText, numberText } from './canonical';
import { Refused } from './refused';
import { unescapeText } from './workbook-parts';
import type { Shown } from './workbook-styles';

/** What all cells of a workbook share. */
export interface Surroundings {
  readonly strings: readonly string[];
  readonly styles: readonly Shown[];
  readonly from1904: boolean;
}

/** A cell as it stands in the file; a value is undefined where there is none, which is not an empty one. */
export interface RawCell {
  readonly type: string;
  readonly style: string | undefined;
  readonly value: string | undefined;
  readonly isFormula: boolean;
}

/** Error words are left as they stand: they are found, and listed, where values are checked. (ECMA-376, 18.3.1.4.) */
export function cellText({ type, style, value, isFormula }: RawCell, around: Surroundings): string {
  const isEmpty = value === undefined || (value === '' && type !== 'str');
  if (isEmpty) return isFormula ? uncomputed : '';
  switch (type) {
    case 's': {
      const text = around.strings[Number(value)];
      if (text === undefined) throw new Refused('damaged-file', `sharedStrings ${value}`);
      return text;
    }
    case 'str':
    case 'inlineStr':
      return unescapeText(value);
    case 'b':
      return value === '1' || value === 'true' ? 'true' : 'false';
    case 'd':
      return isoText(value);
    case 'e':
      return value;
    default:
      return numericText(value, style, around);
  }
}

/** A date, or a moment, as its file writes it; without a zone it means none. */
function isoText(value: string): string {
  const whole = value.includes('T') ? value : `${value}T00:00`;
  return momentText(Date.parse(/(Z|[+-]\d\d:\d\d)$/.test(whole) ? whole : `${whole}Z`)) || value;
}

function numericText(value: string, style: string | undefined, { styles, from1904 }: Surroundings): string {
  const number = Number(value);
  if (value === '' || !Number.isFinite(number)) return value;
  switch (style === undefined ? 'number' : styles[Number(style)]) {
    case 'date':
      return dateText(number, from1904);
    case 'time':
      return number < 1 ? lengthText(msOf(number)) : dateText(number, from1904);
    case 'length':
      return lengthText(msOf(number));
    default:
      return numberText(number);
  }
}

/** To the millisecond: what a day's fraction in a number can tell apart. */
const msOf = (days: number) => Math.round(days * dayMs);

/** Days from 1970 back to the first day of each calendar. */
const [start1900, start1904] = [-25_569, -24_107];

/** Excel's calendar has a 29 February 1900, so that days before it are one less. It is written out, and then no date. */
function dateText(days: number, from1904: boolean): string {
  if (from1904) return momentText(msOf(days) + start1904 * dayMs);
  if (days >= 60 && days < 61) return '1900-02-29';
  return momentText(msOf(days < 60 ? days + 1 : days) + start1900 * dayMs);
}
