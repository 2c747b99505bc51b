import type { Compare } from '../notebook/compare';
import { columnOf, type Result } from '../results/result';
import { compare, type Comparison, type GroupDifference } from '../statistics/compare';
import type { Better } from '../statistics/pairs';
import { fewestPairs } from '../statistics/value';
import { allOf, betterIn, childrenIn, groupOf, partsOf, stateCountsOf, type Part } from './compared-rows';
import type { Incomparable } from './compare-failure';
import { writeComparison, type Line } from './comparison-columns';
import type { Failure } from './session';

export type Comparing =
  { readonly ok: true; readonly result: Result } | { readonly ok: false; readonly failure: Failure };

/** One of them is for all groups together. */
const mostLines = 1_000;

/**
 * What the rows of `compareQuery` give: a line for all together, then one for each group in the order of the rows. Pure:
 * the same rows give the same result.
 */
export function comparisonOf(rows: Result, spec: Compare): Comparing {
  const { by, against, states } = spec;
  if (rows.truncated) return incomparable('too-many-rows');
  const better = spec.better ?? betterIn(rows);
  if (!better) return incomparable('two-ways');
  const label = columnOf(rows, 'label');
  const parts = partsOf(rows);
  if (parts.size >= mostLines) return incomparable('too-many-groups');
  if (against !== undefined && label?.codes && !label.codes.includes(against))
    return incomparable('unknown-group', label.codes);

  const lines = [...totalOf(rows, better), ...groupLines(rows, parts, better, against)];
  const group = by === undefined || !label ? undefined : { ...label, name: by };
  return { ok: true, result: writeComparison(lines, group, states !== undefined) };
}

function incomparable(why: Incomparable, candidates: readonly string[] = []): Comparing {
  return { ok: false, failure: { kind: 'compare', message: why, candidates } };
}

function totalOf(rows: Result, better: Better): readonly Line[] {
  const all = allOf(rows);
  return compare([groupOf(rows, '', all)], { better }).groups.map((numbers) => lineOf(rows, all, numbers));
}

function groupLines(
  rows: Result,
  parts: ReadonlyMap<string, Part>,
  better: Better,
  against: string | undefined,
): readonly Line[] {
  const groups = [...parts].map(([name, part]) => groupOf(rows, name, part));
  const held = against === undefined ? {} : { against };
  const { groups: numbers, differences } = compare(groups, { better, ...held });
  return numbers.map((each) => {
    const part = parts.get(each.name) ?? { label: each.name, rows: [] };
    const difference = differences.find(({ group }) => group === each.name);
    const other = numbers.find(({ name }) => name === difference?.against);
    // A difference would tell what a smaller group was withheld for, and says little of so few.
    if (!difference || Math.min(each.n, other?.n ?? 0) < fewestPairs) return lineOf(rows, part, each);
    return lineOf(rows, part, each, difference, parts.get(difference.against));
  });
}

function lineOf(
  rows: Result,
  part: Part,
  numbers: Comparison['groups'][number],
  difference?: GroupDifference,
  other?: Part,
): Line {
  const children = [part, ...(other ? [other] : [])].map((each) => childrenIn(rows, each));
  return {
    label: part.label,
    numbers,
    least: Math.min(...children),
    states: stateCountsOf(rows, part),
    difference,
    against: other?.label ?? null,
  };
}
