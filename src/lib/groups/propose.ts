import type { Result } from '../results/result';
import { countColumns, countOf } from '../disclosure/count';
import { keptOf, valueAt, type Group, type Merge } from './merge';
import { reckon } from './reckon';
import type { Division, Table } from './table';

/** How much of a result may be shown: how many of its rows are withheld, or undefined where it is refused. */
export type Hides = (result: Result, merge: Merge) => number | undefined;

/** So many ways are tried, the least change first. */
const mostTried = 300;

interface Try {
  readonly merge: Merge;
  /** How many groups are left of the divisions, one times the other. */
  readonly groups: number;
}

/**
 * The smallest change that lets all of the table be shown: as many groups as can be are kept. In each division the
 * smallest groups are put together first, where they have an order with the smaller of their neighbours. Where nothing
 * lets all be shown it is what withholds least; undefined where everything is refused.
 */
export function proposeMerge(
  table: Table,
  hides: Hides,
  nameOf: (division: Division, codes: Group['codes']) => string,
): Merge | undefined {
  const tries = triesOf(table, nameOf).toSorted((a, b) => b.groups - a.groups);
  let best: { merge: Merge; hidden: number } | undefined;
  for (const { merge } of tries.slice(0, mostTried)) {
    const result = reckon(table, merge);
    const hidden = hides(result, merge);
    if (hidden === 0 && result.rowCount > 0) return merge;
    if (hidden === undefined || hidden >= result.rowCount) continue;
    if (!best || hidden < best.hidden) best = { merge, hidden };
  }
  return best?.merge;
}

/** For each division: to leave it out, or the first, the first two … of its mergings. */
function triesOf(
  table: Table,
  nameOf: (division: Division, codes: Group['codes']) => string,
): readonly Try[] {
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

function waysOf(
  table: Table,
  division: Division,
  nameOf: (division: Division, codes: Group['codes']) => string,
): readonly Way[] {
  const start = startOf(table, division);
  const asIs: Way = { groups: [], left: Math.max(1, start.length) };
  if (division.isFixed) return [asIs];
  const out: Way = { groups: undefined, left: 1 };
  if (division.isNumbers) return [asIs, out];
  const ways: Way[] = [asIs, out];
  for (let parts = start; parts.length > 1;) {
    parts = joined(parts, division.isCoded);
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

/** The smallest with its smaller neighbour; in no order, with the next smallest. Those without an answer come last. */
function joined(parts: readonly Sized[], isOrdered: boolean): readonly Sized[] {
  const known = parts.filter(({ codes }) => !codes.includes(null));
  const among = known.length > 1 ? known : parts;
  const smallest = among.reduce((least, part) => (part.n < least.n ? part : least));
  const at = parts.indexOf(smallest);
  const near = isOrdered ? [parts[at - 1], parts[at + 1]] : parts.filter((part) => part !== smallest);
  const other = near
    .filter((part) => part !== undefined && among.includes(part))
    .reduce((least, part) => (least === undefined || (part?.n ?? 0) < least.n ? part : least), undefined);
  if (!other) return [{ codes: parts.flatMap(({ codes }) => codes), n: 0 }];
  const both = {
    codes: parts.flatMap((part) => (part === smallest || part === other ? part.codes : [])),
    n: smallest.n + other.n,
  };
  const place = Math.min(at, parts.indexOf(other));
  return parts.flatMap((part, index) =>
    index === place ? [both] : part === smallest || part === other ? [] : [part],
  );
}
