import { rangeOf } from './attack';
import type { Release, ToldCount, ToldTable } from './ledger';

/** Where a count was told. */
export interface Place {
  readonly notebook: string;
  /** ISO time; empty for what is about to be told. */
  readonly at: string;
  readonly table: string;
  /** Of whom, as columns and values; empty for all of them. */
  readonly whom: readonly string[];
}

/**
 * Two tables that together give a small group away. `rest`: who are in the one and not in the other; `changed`: who came
 * or went between two exports; `sums`: by more than one subtraction.
 */
export interface Conflict {
  readonly kind: 'rest' | 'changed' | 'sums';
  readonly one: Place;
  readonly other: Place;
}

/** A count with where it was told. `fresh` ones are about to be. */
interface Known extends ToldCount {
  readonly place: Place;
  readonly isFresh: boolean;
  readonly whom: ReadonlyMap<string, readonly string[]>;
}

/** So many groups that no two columns divide further than this are reckoned with by linear programmes. */
const mostGroups = 64;

/**
 * What a release would give away by subtraction, of itself and together with those before it: a group known to be fewer
 * than `minimum` children, and to less than that many. Each pair of tables once. What was given away before is not told again.
 */
export function findConflicts(
  fresh: Release,
  before: readonly Release[],
  minimum: number,
): readonly Conflict[] {
  const found = new Map<string, Conflict>();
  for (const source of new Set(fresh.tables.map((table) => table.source))) {
    const now = countsOf(fresh, source, true);
    const same = before
      .filter(({ data }) => data === fresh.data)
      .flatMap((release) => countsOf(release, source, false));
    const known = latest([...same, ...now]);
    for (const conflict of [
      ...restConflicts(known, minimum),
      ...sumConflicts(known, minimum),
      ...before
        .filter(({ data }) => data !== fresh.data)
        .flatMap((release) => changes(now, countsOf(release, source, false), minimum)),
    ]) {
      const key = JSON.stringify(
        [conflict.one, conflict.other].map(({ at, notebook, table }) => [at, notebook, table]).toSorted(),
      );
      if (!found.has(key)) found.set(key, conflict);
    }
  }
  return [...found.values()];
}

function countsOf(release: Release, source: string, isFresh: boolean): readonly Known[] {
  const { notebook, at } = release;
  return release.tables
    .filter((table: ToldTable) => table.source === source)
    .flatMap(({ table, counts }) =>
      counts.map((count) => {
        const whom = [
          ...count.among.map(([, values]) => values.join(', ')),
          ...count.chosen.map(([, what]) => what),
        ];
        const place = { notebook, at: isFresh ? '' : at, table, whom };
        return { ...count, place, isFresh, whom: new Map(count.among) };
      }),
    );
}

/**
 * The same told twice is known once: from where it was told first, unless it is told more exactly since. Where the two do
 * not agree the older is of something else.
 */
function latest(known: readonly Known[]): readonly Known[] {
  const byGroup = new Map<string, Known>();
  for (const count of known) {
    const key = groupOf(count);
    const other = byGroup.get(key);
    const least = Math.max(count.least, other?.least ?? 0);
    const most = Math.min(count.most, other?.most ?? Infinity);
    const isKnown = other !== undefined && least === other.least && most === other.most;
    const agrees = least <= most;
    byGroup.set(key, isKnown ? other : agrees ? { ...count, least, most } : count);
  }
  return [...byGroup.values()];
}

/**
 * Is a group known to be few, and to less than it should be? Nobody at all is no group; and where counts are rounded, one
 * that may be empty is told of by no one.
 */
function isGivenAway(least: number, most: number, minimum: number, isExact: boolean): boolean {
  if (most <= 0 || least >= minimum) return false;
  return isExact ? most - Math.max(0, least) < minimum : least > 0 && most - least < 4;
}

/** Those of one group that are not in others of it: told apart by one more condition each, or by several in one. */
function restConflicts(known: readonly Known[], minimum: number): readonly Conflict[] {
  const conflicts: Conflict[] = [];
  for (const whole of known) {
    const parts = known.filter((part) => part !== whole && isWithin(part, whole));
    const families = [...parts.map((part) => [part]), ...familiesOf(parts, whole)];
    for (const family of families) {
      const all = [whole, ...family];
      if (!all.some(({ isFresh }) => isFresh)) continue;
      const least = whole.least - sum(family.map(({ most }) => most));
      const most = whole.most - sum(family.map((part) => part.least));
      if (!isGivenAway(least, most, minimum, all.every(isExact)) || isOneTable(all)) continue;
      const other = family.find(({ place }) => !isSameTable(place, whole.place)) ?? family[0];
      if (other) conflicts.push({ kind: 'rest', one: whole.place, other: other.place });
    }
  }
  return conflicts;
}

/** Parts that differ from the whole by one and the same column, and share no value of it. */
function familiesOf(parts: readonly Known[], whole: Known): readonly (readonly Known[])[] {
  const byColumn = new Map<string, Known[]>();
  for (const part of parts) {
    const more = [...part.whom].filter(
      ([column, values]) => whole.whom.get(column)?.join() !== values.join(),
    );
    const [column] = more[0] ?? [];
    if (more.length !== 1 || column === undefined || part.chosen.length !== whole.chosen.length) continue;
    const family = byColumn.get(column) ?? [];
    const taken = family.flatMap(({ whom }) => whom.get(column) ?? []);
    if (part.whom.get(column)?.some((value) => taken.includes(value))) continue;
    byColumn.set(column, [...family, part]);
  }
  return [...byColumn.values()].filter((family) => family.length > 1);
}

/** Who is in the one is in the other: as much is asked of them, or more; or a choice that can hold the other one. */
function isWithin(part: Known, whole: Known): boolean {
  const isAmong = [...whole.whom].every(([column, values]) =>
    part.whom.get(column)?.every((value) => values.includes(value)),
  );
  const own = new Map(part.chosen);
  const isAsked =
    whole.chosen.every(([input]) => own.has(input)) && whole.asked.every((what) => part.asked.includes(what));
  const isSame = whole.chosen.every(([input, what]) => own.get(input) === what);
  return isAmong && isAsked && (isSame || part.most <= whole.least);
}

/** The same group told of two exports: who came, or went. */
function changes(now: readonly Known[], then: readonly Known[], minimum: number): readonly Conflict[] {
  return now.flatMap((count) => {
    const key = groupOf(count);
    const old = then.find((each) => groupOf(each) === key);
    if (!old || !isExact(old) || !isExact(count)) return [];
    const by = Math.abs(count.least - old.least);
    return by > 0 && by < minimum ? [{ kind: 'changed' as const, one: count.place, other: old.place }] : [];
  });
}

/**
 * By several subtractions: every count is a sum of the smallest groups that the columns divide into, and a linear
 * programme says how few and how many each of them can be.
 */
function sumConflicts(known: readonly Known[], minimum: number): readonly Conflict[] {
  const counts = known.filter((count) => isExact(count) && count.chosen.length === 0);
  const asked = new Set(counts.map((count) => count.asked.join('\n')));
  return [...asked].flatMap((what) =>
    sumsOf(
      counts.filter((count) => count.asked.join('\n') === what),
      minimum,
    ),
  );
}

function sumsOf(exact: readonly Known[], minimum: number): readonly Conflict[] {
  const columns = new Map<string, Set<string>>();
  for (const { whom } of exact)
    for (const [column, values] of whom)
      columns.set(column, new Set([...(columns.get(column) ?? []), ...values]));
  const many = [...columns.values()].reduce((product, values) => product * (values.size + 1), 1);
  if (exact.length < 3 || many > mostGroups) return [];
  const groups = [...columns].reduce<readonly ReadonlyMap<string, string | null>[]>(
    (made, [column, values]) =>
      made.flatMap((group) => [...values, null].map((value) => new Map([...group, [column, value]]))),
    [new Map()],
  );
  const sums = exact.map(({ whom, least }) => ({
    parts: groups.flatMap((group, at) =>
      [...whom].every(([column, values]) => values.includes(group.get(column) ?? '')) ? [at] : [],
    ),
    total: { known: least },
  }));
  const reading = { counts: groups.map(() => 0), sums, withheld: new Set(groups.keys()) };
  const old = { ...reading, sums: sums.filter((_, at) => !exact[at]?.isFresh) };
  return groups.flatMap((_, at): Conflict[] => {
    const about = exact.filter((__, place) => sums[place]?.parts.includes(at));
    if (!about.some(({ isFresh }) => isFresh) || isOneTable(about)) return [];
    const [least, most] = rangeOf(at, reading);
    const [one, ...others] = about.toSorted((a, b) => Number(b.isFresh) - Number(a.isFresh));
    const other = others.find(({ place }) => one && !isSameTable(place, one.place));
    if (!one || !other || !isGivenAway(least, most, minimum, true)) return [];
    const [leastBefore, mostBefore] = rangeOf(at, old);
    const isKnown = most - least === mostBefore - leastBefore;
    return isKnown ? [] : [{ kind: 'sums', one: one.place, other: other.place }];
  });
}

/** Two counts are of one group where this is the same. */
const groupOf = ({ among, asked, chosen }: ToldCount) => JSON.stringify([among, asked, chosen]);
const isExact = ({ least, most }: Known) => least === most;
const sum = (numbers: readonly number[]) => numbers.reduce((all, number) => all + number, 0);

/** A table's own sums are the guard's concern when it is cleared. */
function isOneTable(known: readonly Known[]): boolean {
  return known.every(({ place }) => known[0] !== undefined && isSameTable(place, known[0].place));
}

function isSameTable(one: Place, other: Place): boolean {
  return one.at === other.at && one.notebook === other.notebook && one.table === other.table;
}
