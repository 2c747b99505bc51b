/*
 * Values as text in the one form that every reader writes, whatever its file calls them. Moments are milliseconds since
 * 1970 on the clock that the file means: no time zone is added or taken away.
 */

export const dayMs = 86_400_000;

/** `Date` reaches this far. */
const furthest = 8.64e15;

/** 2018-12-31, or 2018-12-31 14:30:00 where there is a time of day. Nothing for what no calendar has. */
export function momentText(ms: number): string {
  if (!(Math.abs(ms) <= furthest)) return '';
  const [date = '', time = ''] = new Date(ms).toISOString().slice(0, -1).split('T');
  return time === '00:00:00.000' ? date : `${date} ${time.replace(/\.000$/, '')}`;
}

/** 14:30:00, and 26:30:00 for what lasts longer than a day. */
export function lengthText(ms: number): string {
  if (!Number.isFinite(ms)) return '';
  const two = (value: number) => String(Math.trunc(value)).padStart(2, '0');
  const whole = Math.abs(ms);
  const thousandths = Math.round(whole % 1000);
  const text = `${two(whole / 3_600_000)}:${two((whole / 60_000) % 60)}:${two((whole / 1000) % 60)}`;
  return `${ms < 0 ? '-' : ''}${text}${thousandths === 0 ? '' : `.${String(thousandths).padStart(3, '0')}`}`;
}

/** Decimal point, no more digits than needed, no minus on zero; nothing for what is no number. */
export function numberText(value: number): string {
  return Number.isFinite(value) ? String(value === 0 ? 0 : value) : '';
}
