import { quoteName } from '../sql/quote';
import type { Item, Scale } from './scale';
import { unstatedKind, type Ages } from './sourced';

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
  readonly when:
    | { readonly kind: 'waves' }
    | { readonly kind: 'sessions'; readonly kinds: readonly { readonly code: string }[] };
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
  readonly rule:
    | 'unknown-name'
    | 'made-later'
    | 'twice'
    | 'taken'
    | 'reserved-word'
    | 'not-rising'
    | 'needs-too-many'
    | 'too-many-items';
  /** The name or number it is about. */
  readonly detail: string;
}

/** What a schema cannot see: names that refer to nothing, scales used before they are made, limits out of order. */
export function inconsistencies(instrument: Parts): Inconsistency[] {
  return [
    ...ofNames(instrument),
    ...ofKinds(instrument),
    ...ofScales(instrument),
    ...ofFacts(instrument),
    ...ofBandings(instrument),
  ];
}

/**
 * The columns that every table of forms or sessions has, those of the course that a band may look at, and those an
 * import adds on the way.
 */
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
  'line',
  'file_number',
  'unusable',
];

/** The generated SQL writes names bare, a scale beside the items; one called like the table would mean the whole row. */
function ofNames({ name, table, items, scales }: Parts): Inconsistency[] {
  const used = new Set([table]);
  const take = (path: Path, ...columns: string[]): Inconsistency[] => {
    const found = columns.flatMap((column): Inconsistency[] => [
      ...reserved(path, column),
      ...(shared.includes(column) ? [{ path, rule: 'taken' as const, detail: column }] : []),
      ...(used.has(column) ? [{ path, rule: 'twice' as const, detail: column }] : []),
    ]);
    for (const column of columns) used.add(column);
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

/** Codes of one ENUM, which is given one more for a series that does not say its kind. */
function ofKinds({ when }: Parts): Inconsistency[] {
  if (when.kind !== 'sessions') return [];
  const unstated = when.kinds.findIndex(({ code }) => code === unstatedKind);
  return [
    ...codesTwice(['when', 'kinds'], when.kinds),
    ...(unstated === -1
      ? []
      : [{ path: ['when', 'kinds', unstated, 'code'], rule: 'taken' as const, detail: unstatedKind }]),
  ];
}

function codesTwice(path: Path, entries: readonly { readonly code: string }[]): Inconsistency[] {
  return entries.flatMap(({ code }, index) =>
    entries.findIndex((each) => each.code === code) < index
      ? [{ path: [...path, index, 'code'], rule: 'twice' as const, detail: code }]
      : [],
  );
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
  const found = scales.flatMap(({ method }, index): Inconsistency[] => {
    const path = ['scales', index, 'method'];
    const parts = method.kind === 'scales' ? method.scales : method.items;
    const double = parts.filter((part, at) => parts.indexOf(part) < at);
    if (method.kind === 'scales') {
      const made = new Set(scales.slice(0, index).map((scale) => scale.name));
      return [
        ...method.scales
          .filter((part) => !made.has(part))
          .map((part) => ({
            path,
            rule: all.has(part) ? ('made-later' as const) : ('unknown-name' as const),
            detail: part,
          })),
        ...double.map((part) => ({ path, rule: 'twice' as const, detail: part })),
      ];
    }
    const fixed = method.kind === 'points' && method.unless ? [method.unless.item] : [];
    const unknown = [...method.items, ...fixed].filter((item) => !known.has(item));
    const needed = method.kind === 'mean' && 'answered' in method.needs ? method.needs.answered : 0;
    return [
      ...unknown.map((item) => ({ path, rule: 'unknown-name' as const, detail: item })),
      ...double.map((item) => ({ path, rule: 'twice' as const, detail: item })),
      ...(needed > method.items.length
        ? [{ path, rule: 'needs-too-many' as const, detail: String(needed) }]
        : []),
    ];
  });
  return [...found, ...tooMany(scales)];
}

/** Items that the SQL of one scale, and of all of them, may come to: scales made of scales can double at each step. */
const mostItems = { scale: 500, all: 5_000 };

function tooMany(scales: readonly Scale[]): Inconsistency[] {
  const counts = new Map<string, number>();
  let all = 0;
  for (const [index, { name, method }] of scales.entries()) {
    const count =
      method.kind === 'scales'
        ? method.scales.reduce((sum, part) => sum + (counts.get(part) ?? 0), 0)
        : method.items.length;
    counts.set(name, count);
    all += count;
    if (count > mostItems.scale || all > mostItems.all)
      return [{ path: ['scales', index, 'method'], rule: 'too-many-items', detail: String(count) }];
  }
  return [];
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
    const judged = limits.flatMap((limit, at): Inconsistency[] => {
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
    return [...codesTwice(['bandings', index, 'bands'], bands), ...judged];
  });
  const known = banding === undefined || bandings.some((each) => each.name === banding);
  return known ? found : [...found, { path: ['banding'], rule: 'unknown-name', detail: banding }];
}
