import { readFileSync } from 'node:fs';

/** The committed pool read and scored by code of the test's own: nothing of the generator but its target table. */

export type Row = ReadonlyMap<string, string>;

export function readRows(name: string): Row[] {
  const text = readFileSync(`static/demo/pool/${name}.csv`, 'utf8');
  const [header, ...lines] = text.trimEnd().split('\n');
  const columns = (header ?? '').split(';');
  return lines.map((line) => {
    const fields = line.split(';');
    if (fields.length !== columns.length) throw new Error(`${name}: ${line}`);
    return new Map(columns.map((column, index) => [column, fields[index] ?? '']));
  });
}

export function fieldOf(row: Row, column: string): string {
  const value = row.get(column);
  if (value === undefined) throw new Error(`no column ${column}`);
  return value;
}

export function bandOf(course: Row): string {
  const age = fieldOf(course, 'age');
  if (age === '') return '';
  return Number(age) <= 10 ? '0-10' : Number(age) <= 16 ? '11-16' : '17-24';
}

export interface Pair {
  readonly course: Row;
  readonly before: number | null;
  readonly after: number | null;
}

/** Scores of an instrument for every course that has a form. */
export function scorePairs(courses: readonly Row[], instrument: string, scale: string): Pair[] {
  const scores = new Map<string, Map<string, number | null>>();
  for (const row of readRows(instrument)) {
    const own = scores.get(fieldOf(row, 'course_id')) ?? new Map<string, number | null>();
    own.set(fieldOf(row, 'wave'), instrument === 'who5' ? who5(row) : sdq(row, scale));
    scores.set(fieldOf(row, 'course_id'), own);
  }
  return courses.flatMap((course) => {
    const own = scores.get(fieldOf(course, 'course_id'));
    return own ? [{ course, before: own.get('before') ?? null, after: own.get('after') ?? null }] : [];
  });
}

function who5(row: Row): number | null {
  const ticks = ['1', '2', '3', '4', '5'].map((number) => fieldOf(row, `who5_${number}`));
  return ticks.includes('') ? null : 4 * ticks.reduce((sum, tick) => sum + Number(tick), 0);
}

const scales: readonly (readonly [string, readonly string[]])[] = [
  ['emotion', ['somatic', 'worries', 'unhappy', 'clingy', 'afraid']],
  ['conduct', ['tantrum', '-obeys', 'fights', 'lies', 'steals']],
  ['hyper', ['restles', 'fidgety', 'distrac', '-reflect', '-attends']],
  ['peer', ['loner', '-friend', '-popular', 'bullied', 'oldbest']],
];

function sdq(row: Row, scale: string): number | null {
  if (scale !== 'total') return sdqScale(row, scales.find(([name]) => name === scale)?.[1] ?? []);
  const parts = scales.map(([, items]) => sdqScale(row, items));
  return parts.includes(null) ? null : parts.reduce<number>((sum, part) => sum + (part ?? 0), 0);
}

function sdqScale(row: Row, items: readonly string[]): number | null {
  const ticks = items.flatMap((item) => {
    const tick = fieldOf(row, `p${item.replace('-', '')}`);
    return tick === '' ? [] : [item.startsWith('-') ? 2 - Number(tick) : Number(tick)];
  });
  return ticks.length < 3
    ? null
    : Math.round((5 * ticks.reduce((sum, tick) => sum + tick, 0)) / ticks.length);
}
