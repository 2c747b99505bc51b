import type { Column } from './result';

/** What a column of numbers says of itself by its name: how it is written where people read it. */
export type Role = 'share' | 'difference' | 'plain';

const difference = /(^|_)(change|difference)(_low|_high)?$/;
const share = /(^(share|girls|(reliably_)?(up|down)|same)|_share)(_low|_high)?$/;

/** A share is one only while it lies between 0 and 1: a count called `up` stays a number. */
export function roleOf(column: Column): Role {
  if (column.type !== 'number' && column.type !== 'integer') return 'plain';
  if (difference.test(column.name)) return 'difference';
  const within = (value: unknown) =>
    value === null || (typeof value === 'number' && value >= 0 && value <= 1);
  return column.type === 'number' && share.test(column.name) && column.values.every(within)
    ? 'share'
    : 'plain';
}
