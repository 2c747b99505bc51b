import type { Result } from '../results/result';
import { countColumns, countOf, leastCount } from '../disclosure/count';
import { keptOf, valueAt, type Group, type Merge } from './merge';
import { reckon } from './reckon';
import type { Division, Table } from './table';

/** How many rows of a result are withheld, or undefined where it is refused. */
export type Hides = (result: Result) => number | undefined;
type NameOf = (division: Division, codes: Group['codes']) => string;

/** So many ways are reckoned, the least change first; and of those with small groups so many are asked about. */
const mostTried = 400;
const mostAsked = 12;

interface Try {
  readonly merge: Merge;
  /** How many groups are left of the divisions, one times the other. */
  readonly groups: number;
}

/**
 * The smallest change that lets all of the table be shown: as many groups as can be are kept. In each division the
 * smallest groups are put together first, where they have an order with the smaller of their neighbours. Where nothing
 * lets all be shown it is what withholds least; undefined where everything is withheld.
 */
export function proposeMerge(table: Table, minimum: number, hides: Hides, nameOf: NameOf): Merge | undefined {
  const tries = triesOf(table, nameOf).toSorted((a, b) => b.groups - a.groups);
  const small: { merge: Merge; result: Result; least: number }[] = [];
  for (const { merge } of tries.slice(0, mostTried)) {
    const result = reckon(table, merge);
    const least = smallIn(result, minimum);
    // What has a small group withholds it: it need not be asked about.
    if (least > 0) small.push({ merge, result, least });
    else if (result.rowCount > 0 && hides(result) === 0) return merge;
  }
  const best = small
    .toSorted((a, b) => a.least - b.least)
    .slice(0, mostAsked)
    .map(({ merge, result }) => ({ merge, hidden: hides(result), of: result.rowCount }))
    .filter(({ hidden, of }) => hidden !== undefined && hidden < of)
    .toSorted((a, b) => (a.hidden ?? 0) - (b.hidden ?? 0));
  return best[0]?.merge;
}

function smallIn(result: Result, minimum: number): number {
  const counts = countColumns(result);
  return Array.from({ length: result.rowCount }, (_, row) => leastCount(counts, row)).filter(
    (least) => least === null || (least > 0 && least < minimum),
  ).length;
}

/** For each division: to leave it out, or the first, the first two … of its mergings. */
function triesOf(table: Table, nameOf: NameOf): readonly Try[] {
  let tries: readonly Try[] = [{ merge: { out: new Set(), groups: new Map() }, groups: 1 }];
  for (const division of table.divisions) {
    const ways = waysOf(table, division, nameOf);
    tries = tries.flatMap(({ merge, groups }) =>
      ways.map((way) => ({
        merge: {
          out: way.groups === undefined ? new Set([...merge.out, division.name]) : merge.out,
          groups:
            way.groups && way.groups.length > 0
              ? new Map([...merge.groups, [division.name, way.groups]])
              : merge.groups,
        },
        groups: groups * way.left,
      })),
    );
  }
  const isChange = ({ merge }: Try) => merge.out.size > 0 || merge.groups.size > 0;
  return tries.filter((each) => isChange(each) && keptOf(table, each.merge).length > 0);
}

interface Way {
  /** Undefined: the division is left out. */
  readonly groups: readonly Group[] | undefined;
  readonly left: number;
}

function waysOf(table: Table, division: Division, nameOf: NameOf): readonly Way[] {
  const start = startOf(table, division);
  const asIs: Way = { groups: [], left: Math.max(1, start.length) };
  if (division.isFixed) return [asIs];
  const out: Way = { groups: undefined, left: 1 };
  if (division.isNumbers) return [asIs, out];
  const ways: Way[] = [asIs, out];
  for (let parts = start; parts.length > 1;) {
    parts = joined(parts, division.isOrdered);
    const groups = parts
      .filter(({ codes }) => codes.length > 1)
      .map(({ codes }) => ({ name: nameOf(division, codes), codes }));
    ways.push({ groups, left: parts.length });
  }
  return ways;
}

interface Sized {
  readonly codes: Group['codes'];
  readonly n: number;
}

function startOf(table: Table, division: Division): readonly Sized[] {
  const count = countColumns(table.result)[0];
  const codes: readonly (string | null)[] = division.hasMissing ? [...division.codes, null] : division.codes;
  return codes.map((code) => ({
    codes: [code],
    n: Array.from({ length: table.result.rowCount }, (_, row) => row)
      .filter((row) => valueAt(table, division.name, row) === code)
      .reduce((sum, row) => sum + (countOf(count?.values[row]) ?? 0), 0),
  }));
}

/**
 * In an order: the smallest with the smaller of its neighbours. Else the smallest becomes one of the rest, which is one
 * group. Those without an answer come last.
 */
function joined(parts: readonly Sized[], isOrdered: boolean): readonly Sized[] {
  const known = parts.filter(({ codes }) => !codes.includes(null));
  const among = known.length > 1 ? known : parts;
  const rest = isOrdered ? undefined : among.find(({ codes }) => codes.length > 1);
  const smallest = leastOf(among.filter((part) => part !== rest));
  const at = parts.findIndex((part) => part === smallest);
  const near = isOrdered ? [parts[at - 1], parts[at + 1]] : among;
  const other =
    rest ?? leastOf(near.filter((part) => part !== undefined && part !== smallest && among.includes(part)));
  const both = parts.filter((part) => part === smallest || part === other);
  const one = { codes: both.flatMap(({ codes }) => codes), n: both.reduce((sum, { n }) => sum + n, 0) };
  return parts.flatMap((part) => (part === both[0] ? [one] : both.includes(part) ? [] : [part]));
}

function leastOf(parts: readonly (Sized | undefined)[]): Sized | undefined {
  return parts.reduce<Sized | undefined>(
    (least, part) => (!least || (part && part.n < least.n) ? part : least),
    undefined,
  );
}
