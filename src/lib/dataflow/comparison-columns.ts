import type { Column, ColumnType, Result, Value } from '../results/result';
import type { GroupComparison, GroupDifference } from '../statistics/compare';
import type { Share } from '../statistics/shares';
import type { Estimate, Interval, Undefined } from '../statistics/value';
import type { StateCounts } from './compared-rows';

/** One group's numbers, and how it stands against another. */
export interface Line {
  readonly label: Value;
  readonly numbers: GroupComparison;
  /** The fewest children behind any number of the line: its own, or the other group's where that is smaller. */
  readonly least: number;
  readonly states: StateCounts;
  readonly difference: GroupDifference | undefined;
  readonly against: Value;
}

type Field = readonly [name: string, type: ColumnType, read: (line: Line) => Value | undefined];

/**
 * The lines as a result. Which columns there are depends on the cell alone, not on the data: the group's own, `n` and
 * `n_least` (both count for the guard), the numbers, with groups the differences, with states the states. A number
 * that does not exist, and every test under six pairs, is missing.
 */
export function writeComparison(
  lines: readonly Line[],
  group: Column | undefined,
  withStates: boolean,
): Result {
  const fields = [
    ...pairFields,
    ...effectFields,
    ...testFields,
    ...shareFields,
    ...(group ? differenceFields : []),
    ...(withStates ? stateFields : []),
  ];
  const columns = fields.map(([name, type, read]): Column => ({
    name,
    type,
    values: lines.map(valueOf(read)),
  }));
  if (!group) return { columns, rowCount: lines.length, truncated: false };
  const taken = [...columns, { name: 'against' }].some(({ name }) => name === group.name.toLowerCase());
  const label = { ...group, name: taken ? `${group.name}_group` : group.name };
  return {
    columns: [
      { ...label, values: lines.map((line) => line.label) },
      ...columns,
      { ...group, name: 'against', values: lines.map((line) => line.against) },
    ],
    rowCount: lines.length,
    truncated: false,
  };
}

/** No result holds NaN or an infinity: JSON has none. */
function valueOf(read: Field[2]): (line: Line) => Value {
  return (line) => {
    const value = read(line) ?? null;
    return typeof value === 'number' && !Number.isFinite(value) ? null : value;
  };
}

const pairFields: readonly Field[] = [
  ['n', 'integer', ({ numbers }) => numbers.n],
  ['n_least', 'integer', ({ least }) => least],
  ['before', 'number', ({ numbers }) => numbers.before.mean],
  ['before_sd', 'number', ({ numbers }) => numbers.before.sd],
  ['after', 'number', ({ numbers }) => numbers.after.mean],
  ['after_sd', 'number', ({ numbers }) => numbers.after.sd],
  ['change', 'number', ({ numbers }) => numbers.change.mean],
  ...ends('change', ({ numbers }) => numbers.change.interval),
  ['change_sd', 'number', ({ numbers }) => numbers.change.sd],
  ['correlation', 'number', ({ numbers }) => numbers.correlation],
];

const effectFields: readonly Field[] = (['dz', 'dav', 'gz', 'gav'] as const).flatMap((name) =>
  estimate(name, ({ numbers }) => numbers.effects[name]),
);

const testFields: readonly Field[] = [
  ['t', 'number', ({ numbers: { pairedT } }) => ('t' in pairedT ? pairedT.t : null)],
  ['t_df', 'number', ({ numbers: { pairedT } }) => ('t' in pairedT ? pairedT.df : null)],
  ['t_p', 'number', ({ numbers: { pairedT } }) => ('t' in pairedT ? pairedT.p : null)],
  ['wilcoxon_v', 'number', ({ numbers: { signedRank } }) => ('v' in signedRank ? signedRank.v : null)],
  ['wilcoxon_p', 'number', ({ numbers: { signedRank } }) => ('p' in signedRank ? signedRank.p : null)],
  [
    'wilcoxon_exact',
    'boolean',
    ({ numbers: { signedRank } }) => ('method' in signedRank ? signedRank.method === 'exact' : null),
  ],
];

const shareFields: readonly Field[] = [
  ...share('up', ({ numbers }) => numbers.directions.better),
  ...share('same', ({ numbers }) => numbers.directions.same),
  ...share('down', ({ numbers }) => numbers.directions.worse),
];

const differenceFields: readonly Field[] = [
  ['change_difference', 'number', ({ difference }) => welchOf(difference)?.difference],
  ...ends('change_difference', ({ difference }) => welchOf(difference)?.interval),
  ['change_difference_p', 'number', ({ difference }) => pOf(welchOf(difference)?.test)],
  ...estimate('g_difference', ({ difference }) => difference?.effect.g),
  ...shareDifference('up', ({ difference }) => difference?.better),
  ['up_difference_p', 'number', ({ difference }) => pOf(difference?.fisher.better)],
  ...shareDifference('down', ({ difference }) => difference?.worse),
  ['down_difference_p', 'number', ({ difference }) => pOf(difference?.fisher.worse)],
];

const stateFields: readonly Field[] = [
  ['n_states', 'integer', ({ states }) => states.n],
  ['state_before_share', 'number', ({ states }) => (states.n > 0 ? states.before / states.n : null)],
  ['state_after_share', 'number', ({ states }) => (states.n > 0 ? states.after / states.n : null)],
  ['mcnemar_p', 'number', ({ numbers }) => pOf(numbers.states)],
  [
    'mcnemar_exact',
    'boolean',
    ({ numbers: { states } }) => (states && 'method' in states ? states.method === 'exact' : null),
  ],
];

function welchOf(difference: GroupDifference | undefined) {
  const change = difference?.change;
  return change?.kind === 'change-difference' ? change : undefined;
}

function pOf(test: object | null | undefined): number | undefined {
  return test && 'p' in test && typeof test.p === 'number' ? test.p : undefined;
}

function estimate(name: string, read: (line: Line) => Estimate | Undefined | undefined): readonly Field[] {
  const found = (line: Line) => {
    const one = read(line);
    return one?.kind === 'estimate' ? one : undefined;
  };
  return [[name, 'number', (line) => found(line)?.value], ...ends(name, (line) => found(line)?.interval)];
}

function share(name: string, read: (line: Line) => Share): readonly Field[] {
  return [[name, 'number', (line) => read(line).share], ...ends(name, (line) => read(line).interval)];
}

function shareDifference(
  name: string,
  read: (line: Line) => NonNullable<Line['difference']>['better'] | undefined,
): readonly Field[] {
  const found = (line: Line) => {
    const one = read(line);
    return one?.kind === 'share-difference' ? one : undefined;
  };
  return [
    [`${name}_difference`, 'number', (line) => found(line)?.difference],
    ...ends(`${name}_difference`, (line) => found(line)?.interval),
  ];
}

function ends(name: string, read: (line: Line) => Interval | Undefined | undefined): readonly Field[] {
  const found = (line: Line) => {
    const one = read(line);
    return one?.kind === 'interval' ? one : undefined;
  };
  return [
    [`${name}_low`, 'number', (line) => found(line)?.low],
    [`${name}_high`, 'number', (line) => found(line)?.high],
  ];
}
