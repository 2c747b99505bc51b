import { quoteName } from '../sql/quote';
import type { Item, Scale } from './scale';
import type { Ages } from './sourced';

interface About {
  readonly scale?: string | undefined;
  readonly ages?: Ages | undefined;
}

interface Parts {
  readonly name: string;
  readonly table: string;
  readonly ages: Ages;
  readonly items: readonly Item[];
  readonly scales: readonly Scale[];
  readonly banding?: string | undefined;
  readonly bandings: readonly {
    readonly name: string;
    readonly bands: readonly { readonly code: string }[];
    readonly limits: readonly (About & {
      readonly starts: readonly { readonly band: string; readonly from: number }[];
    })[];
  }[];
  readonly versions: readonly About[];
  readonly norms: readonly About[];
  readonly cutOffs: readonly About[];
  readonly reliability: readonly About[];
  readonly settings: readonly About[];
}

type Path = readonly (string | number)[];

export interface Inconsistency {
  /** Where in the file. */
  readonly path: Path;
  readonly rule: 'unknown-name' | 'made-later' | 'twice' | 'reserved-word' | 'not-rising' | 'needs-too-many';
  /** The name or number it is about. */
  readonly detail: string;
}

/** What a schema cannot see: names that refer to nothing, scales used before they are made, limits out of order. */
export function inconsistencies(instrument: Parts): Inconsistency[] {
  return [...ofNames(instrument), ...ofScales(instrument), ...ofFacts(instrument), ...ofBandings(instrument)];
}

/** The columns that every table of forms or sessions has, and those of the course that a band may look at. */
const shared = [
  'dataset',
  'course_id',
  'wave',
  'session',
  'kind',
  'date',
  'answered_on',
  'respondent',
  'age',
  'sex',
];

/** The generated SQL writes names bare, a scale beside the items; one called like the table would mean the whole row. */
function ofNames({ name, table, items, scales }: Parts): Inconsistency[] {
  const taken = new Set([...shared, table]);
  const take = (path: Path, ...columns: string[]): Inconsistency[] => {
    const found = columns.flatMap((column): Inconsistency[] => [
      ...reserved(path, column),
      ...(taken.has(column) ? [{ path, rule: 'twice' as const, detail: column }] : []),
    ]);
    for (const column of columns) taken.add(column);
    return found;
  };
  return [
    ...reserved(['name'], name),
    ...reserved(['table'], table),
    ...items.flatMap((item, index) => [
      ...take(['items', index, 'name'], item.name),
      ...rising(['items', index, 'max'], [item.min, item.max]),
    ]),
    ...scales.flatMap((scale, index) => [
      ...take(['scales', index, 'name'], scale.name, `${scale.name}_answered`),
      ...rising(['scales', index, 'range'], scale.range),
    ]),
  ];
}

function reserved(path: Path, word: string): Inconsistency[] {
  return quoteName(word) === word ? [] : [{ path, rule: 'reserved-word', detail: word }];
}

function rising(path: Path, numbers: readonly number[]): Inconsistency[] {
  const falls = numbers.find((number, index) => number <= (numbers[index - 1] ?? -Infinity));
  return falls === undefined ? [] : [{ path, rule: 'not-rising', detail: String(falls) }];
}

function ofScales({ items, scales }: Parts): Inconsistency[] {
  const known = new Set(items.map((item) => item.name));
  const all = new Set(scales.map((scale) => scale.name));
  return scales.flatMap(({ method }, index): Inconsistency[] => {
    const path = ['scales', index, 'method'];
    if (method.kind === 'scales') {
      const made = new Set(scales.slice(0, index).map((scale) => scale.name));
      return method.scales
        .filter((part) => !made.has(part))
        .map((part) => ({ path, rule: all.has(part) ? 'made-later' : 'unknown-name', detail: part }));
    }
    const fixed = method.kind === 'points' && method.unless ? [method.unless.item] : [];
    const unknown = [...method.items, ...fixed].filter((item) => !known.has(item));
    const double = method.items.filter((item, at) => method.items.indexOf(item) < at);
    const needed = method.kind === 'mean' && 'answered' in method.needs ? method.needs.answered : 0;
    return [
      ...unknown.map((item) => ({ path, rule: 'unknown-name' as const, detail: item })),
      ...double.map((item) => ({ path, rule: 'twice' as const, detail: item })),
      ...(needed > method.items.length
        ? [{ path, rule: 'needs-too-many' as const, detail: String(needed) }]
        : []),
    ];
  });
}

function ofFacts({ ages, scales, ...lists }: Parts): Inconsistency[] {
  const made = new Set(scales.map((scale) => scale.name));
  const inOrder = (path: Path, { from, to }: Ages) => (from > to ? rising(path, [from, to]) : []);
  const keys = ['versions', 'norms', 'cutOffs', 'reliability', 'settings'] as const;
  const facts = keys.flatMap((key) =>
    lists[key].flatMap((about: About, index) => [
      ...unknownScale([key, index, 'scale'], about, made),
      ...(about.ages ? inOrder([key, index, 'ages'], about.ages) : []),
    ]),
  );
  return [...inOrder(['ages'], ages), ...facts];
}

function unknownScale(path: Path, { scale }: About, made: ReadonlySet<string>): Inconsistency[] {
  return scale === undefined || made.has(scale) ? [] : [{ path, rule: 'unknown-name', detail: scale }];
}

function ofBandings({ banding, bandings, scales }: Parts): Inconsistency[] {
  const made = new Set(scales.map((scale) => scale.name));
  const found = bandings.flatMap(({ bands, limits }, index) => {
    const codes = new Set(bands.map((band) => band.code));
    return limits.flatMap((limit, at): Inconsistency[] => {
      const path = ['bandings', index, 'limits', at];
      const unknown = limit.starts.filter(({ band }) => !codes.has(band));
      return [
        ...unknownScale([...path, 'scale'], limit, made),
        ...unknown.map(({ band }) => ({
          path: [...path, 'starts'],
          rule: 'unknown-name' as const,
          detail: band,
        })),
        ...rising(
          [...path, 'starts'],
          limit.starts.map(({ from }) => from),
        ),
      ];
    });
  });
  const known = banding === undefined || bandings.some((each) => each.name === banding);
  return known ? found : [...found, { path: ['banding'], rule: 'unknown-name', detail: banding }];
}
