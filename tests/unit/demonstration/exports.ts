import { readFileSync } from 'node:fs';

/** The committed exports read and scored by code of the test's own: nothing of the generator but its target tables. */

export type Row = ReadonlyMap<string, string>;

/** Tables of sessions: FIT where a project uses it. */
export const series = {
  pool: ['fit_sessions', 'fidelity'],
  brus: ['fit_sessions', 'fidelity'],
  ballast: ['fidelity'],
} as const;

const kept = new Map<string, Row[]>();

export function readRows(dataset: string, name: string): Row[] {
  const key = `${dataset}/${name}`;
  const rows = kept.get(key) ?? parse(key);
  kept.set(key, rows);
  return rows;
}

function parse(key: string): Row[] {
  const text = readFileSync(`static/demo/${key}.csv`, 'utf8');
  const [header, ...lines] = text.trimEnd().split('\n');
  const columns = (header ?? '').split(';');
  return lines.map((line) => {
    const fields = line.split(';');
    if (fields.length !== columns.length) throw new Error(`${key}: ${line}`);
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

/** Days from start to end in the spans that BRUS divides its courses by. */
export function lengthOf(course: Row): string {
  const [from, to] = ['started_on', 'ended_on'].map((column) => fieldOf(course, column));
  if (!from || !to) return '';
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000;
  return days <= 90 ? '0-90' : days <= 270 ? '91-270' : '271-';
}

export interface Pair {
  readonly course: Row;
  readonly before: number | null;
  readonly after: number | null;
}

/** Scores of an instrument for every course that has a form. */
export function scorePairs(dataset: string, instrument: string, scale: string): Pair[] {
  const scores = new Map<string, Map<string, number | null>>();
  for (const row of readRows(dataset, instrument)) {
    const own = scores.get(fieldOf(row, 'course_id')) ?? new Map<string, number | null>();
    own.set(fieldOf(row, 'wave'), score(row, instrument, scale));
    scores.set(fieldOf(row, 'course_id'), own);
  }
  return readRows(dataset, 'courses').flatMap((course) => {
    const own = scores.get(fieldOf(course, 'course_id'));
    return own ? [{ course, before: own.get('before') ?? null, after: own.get('after') ?? null }] : [];
  });
}

function score(row: Row, instrument: string, scale: string): number | null {
  if (instrument === 'who5') return who5(row);
  return instrument === 'sdq_p' ? sdq(row, scale) : mean(row, instrument, scale);
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

const core =
  'w4r w14 w17 w31r p2 p5 p8 p11 p13 p15 p18 p20 p23 p27 p28 p30 f1 f3r f7r f10 f12r f19r f21r f25 f26 f29 f32r f33';
const coreOm = `${core} r6 r9 r16 r22 r24 r34`.split(' ');
const domain = (letter: string) =>
  coreOm.filter((item) => item.startsWith(letter)).map((item) => item.slice(1));
const everyOm = coreOm.map((item) => item.slice(1));
/** Items ("3r" counts backwards), how many must be answered, and what their mean is multiplied by. */
const means: Readonly<Record<string, readonly [items: readonly string[], needed: number, factor: number]>> = {
  'core_yp total': [['1', '2', '3r', '4', '5r', '6', '7', '8', '9', '10r'], 9, 10],
  'core_om total': [everyOm, 31, 34],
  'core_om item_mean': [everyOm, 31, 1],
  'core_om wellbeing': [domain('w'), 4, 1],
  'core_om problems': [domain('p'), 11, 1],
  'core_om functioning': [domain('f'), 11, 1],
  'core_om risk': [domain('r'), 6, 1],
  'family index': [['1', '2', '3', '4', '5r'], 5, 1],
  'concern worry': [['1'], 1, 1],
  'benefit meaning': [['1'], 1, 1],
  'participation school': [['1'], 1, 1],
  'participation leisure': [['2'], 1, 1],
  'toddler physical': [['1', '2', '3'], 2, 1],
  'toddler rhythm': [['4', '5', '6'], 2, 1],
  'toddler sensing': [['7r', '8', '9'], 2, 1],
  'toddler contact': [['10', '11', '12'], 2, 1],
  'toddler social': [['13', '14', '15'], 2, 1],
};
/** Lowest and highest answer together: what a reversed item is taken from. */
const ends: Readonly<Record<string, number>> = { core_yp: 4, core_om: 4, family: 4, toddler: 4 };

function mean(row: Row, instrument: string, scale: string): number | null {
  const rule = means[`${instrument} ${scale}`];
  if (!rule) throw new Error(`no scale ${instrument} ${scale}`);
  const [items, needed, factor] = rule;
  const ticks = items.flatMap((item) => {
    const tick = fieldOf(row, `${instrument.replace('core_', 'core')}_${item.replace('r', '')}`);
    if (tick === '') return [];
    return [item.endsWith('r') ? (ends[instrument] ?? NaN) - Number(tick) : Number(tick)];
  });
  if (ticks.length < needed) return null;
  return (factor * ticks.reduce((sum, tick) => sum + tick, 0)) / ticks.length;
}
