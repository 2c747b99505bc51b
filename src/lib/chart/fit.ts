import { ink } from '../notebook/chart';
import type { Column } from '../results/result';
import type { Axis, Built } from './built';
import { slots, type Channel, type Kind, type Part, type Slot } from './kind';

/** What is known of a column without its values. */
export type Known = Pick<Column, 'name' | 'type'>;

const isNumber = ({ type }: Known) => type === 'number' || type === 'integer';
const isTime = ({ type }: Known) => type === 'date' || type === 'timestamp';

/** Counts, and the ends of intervals: numbers that a chart is seldom about. */
const isAside = ({ name }: Known) => /^(n|antal|known)$|_(n|known|low|high)$/i.test(name);

/** What a column of each part is most often called. */
const calls: Readonly<Partial<Record<Part, RegExp>>> = {
  start: /(^|_)before$/,
  end: /(^|_)after$/,
  down: /(^|_)down$/,
  same: /(^|_)same$/,
  up: /(^|_)up$/,
  count: /^(n|antal)$/i,
};

/** Whether a column can stand there at all; an ink is never a column, also where one is called like it. */
export function fits(part: Part, column: Known): boolean {
  switch (part) {
    case 'value':
    case 'start':
    case 'end':
    case 'down':
    case 'same':
    case 'up':
    case 'count':
    case 'size':
      return isNumber(column);
    case 'colour':
      return column.type !== 'number' && !ink.safeParse(column.name).success;
    case 'group':
    case 'series':
    case 'beside':
    case 'below':
      return column.type !== 'number';
    case 'along':
    case 'words':
      return true;
  }
}

/** The best of the columns for a part; undefined where none will do. */
function pick(part: Part, columns: readonly Known[], taken: readonly string[]): string | undefined {
  const free = columns.filter((column) => fits(part, column) && !taken.includes(column.name));
  const called = free.find(({ name }) => calls[part]?.test(name));
  if (called) return called.name;
  // Shares of three arbitrary columns would say nothing, and a count is only what is called one.
  if (part === 'down' || part === 'same' || part === 'up' || part === 'count') return undefined;
  const told = free.filter((column) => !isNumber(column) && !isTime(column));
  const best =
    part === 'along'
      ? [...free.filter(isTime), ...told, ...free]
      : part === 'group' || part === 'series'
        ? [...told, ...free]
        : [...free.filter((column) => !isAside(column)), ...(part === 'value' ? free : [])];
  return best[0]?.name;
}

export type Columns = ReadonlyMap<Channel, string | number>;

/**
 * The columns of a chart drawn as another kind: those of now that fit, and for the rest the best there are. Undefined
 * where something it needs is not there. Of a result that is not there yet no column is known, and those of now do.
 */
export function columnsAs(kind: Kind, built: Built, columns: readonly Known[]): Columns | undefined {
  const now = partsOf(built);
  const found = new Map<Channel, string | number>();
  for (const { channel, part, needed } of slots[kind]) {
    const kept = carried(part, now, columns);
    const chosen = kept ?? (needed || part === 'count' ? pick(part, columns, namesIn(found)) : undefined);
    if (chosen !== undefined) found.set(channel, chosen);
    else if (needed) return undefined;
  }
  return found;
}

const namesIn = (columns: Columns) => [...columns.values()].filter((name) => typeof name === 'string');

/** What the parts of one kind are in another. */
const alike: Readonly<Partial<Record<Part, readonly Part[]>>> = {
  group: ['group', 'along'],
  along: ['along', 'group'],
  value: ['value', 'end', 'up'],
  end: ['end'],
  words: ['words', 'value', 'end', 'up'],
  colour: ['colour', 'series'],
};

function carried(
  part: Part,
  now: ReadonlyMap<Part, string | number>,
  columns: readonly Known[],
): string | number | undefined {
  return (alike[part] ?? [part])
    .map((one) => now.get(one))
    .find((value) => value !== undefined && stillFits(part, value, columns));
}

function stillFits(part: Part, value: string | number, columns: readonly Known[]): boolean {
  if (typeof value === 'number') return part === 'size';
  if (columns.length === 0 || (part === 'colour' && ink.safeParse(value).success)) return true;
  const column = columns.find(({ name }) => name === value);
  return column !== undefined && fits(part, column);
}

function partsOf({ kind, channels }: Built): ReadonlyMap<Part, string | number> {
  const parts = (slot: Slot) => {
    const value = channels.get(slot.channel);
    return value === undefined ? [] : [[slot.part, value] as const];
  };
  return new Map(kind ? slots[kind].flatMap(parts) : []);
}

/** The axis that carries the numbers. Points may have them on either. */
export function valueAxis({ kind, channels }: Built, columns: readonly Known[]): Axis {
  if (kind === 'barY' || kind === 'line' || kind === 'areaY') return 'y';
  if (kind !== 'dot' && kind !== 'text') return 'x';
  const on = (axis: Axis) => columns.find(({ name }) => name === channels.get(axis));
  const [x, y] = [on('x'), on('y')];
  return x && y && !isNumber(x) && isNumber(y) ? 'y' : 'x';
}
