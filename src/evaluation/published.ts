import { z } from 'zod';
import { kinds, type Kind } from '../lib/ui/figures/outcome';
import { readYaml } from '../lib/yaml/yaml';

/**
 * `computed` by a cell from the export; a `constant` of an instrument file, a norm or a cut-off; `contradicted` by another
 * printed value; `lost` with a picture; `not-data`: prose, ratings, other people's numbers; `open`: nothing is said of it, which
 * is a miss.
 */
const kind = z.enum(kinds);

/** Column → value: which rows of a result are meant. */
const At = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));
export type At = z.output<typeof At>;

/** Where an instrument file has it. */
const Constant = z.strictObject({
  instrument: z.string(),
  of: z.enum(['norm', 'cut-off']),
  scale: z.string().default('total'),
  sex: z.string().optional(),
  /** Printed per question where the file has the sum. */
  per: z.int().positive().default(1),
});
export type Constant = z.output<typeof Constant>;

/** Said of an object, a column, a row or a single value; what is said nearest to the value holds. */
const Said = {
  /** `notebook/cell`. */
  cell: z
    .string()
    .regex(/^[a-z_]+\/[a-z_0-9]+$/)
    .optional(),
  at: At.optional(),
  /** The column of the result that holds the value. */
  take: z.string().optional(),
  kind: kind.optional(),
  /** A share is printed in percent. */
  unit: z.enum(['percent', 'number']).optional(),
  /** Why it is not computed, in Danish: a person reads it beside the number. */
  why: z.string().optional(),
  constant: Constant.optional(),
  /** Printed as ca., næsten or omkring: within 2.5 of the last printed place. */
  about: z.literal(true).optional(),
};

/** How many children a printed value is of. */
const Count = z.union([z.int(), z.strictObject({ ...Said, printed: z.int() })]).optional();

const Column = z.strictObject({ ...Said, n: Count });
const Row = z.strictObject({
  ...Said,
  label: z.string(),
  n: Count,
  printed: z.record(z.string(), z.string()),
  /** Where words are printed: the number they say. */
  says: z.record(z.string(), z.number()).optional(),
  /** Of single values, by column. */
  except: z.record(z.string(), z.strictObject(Said)).optional(),
});

/** A figure, a table or a passage with numbers, and every number in it. */
export const PublishedObject = z.strictObject({
  ...Said,
  object: z.string(),
  title: z.string(),
  /** The document: 000 is the BRUS report, 002 the midterm evaluation, 004 the BALLAST report. */
  document: z.string(),
  export: z.enum(['pool', 'brus', 'ballast']).default('pool'),
  columns: z.record(z.string(), Column).default({}),
  rows: z.array(Row).default([]),
});
export type PublishedObject = z.output<typeof PublishedObject>;

const files = import.meta.glob<string>('./published/*.yaml', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** In the order of the documents. Throws when a file is not as the schema has it. */
export function readPublished(): readonly PublishedObject[] {
  return Object.keys(files)
    .toSorted()
    .flatMap((file) => {
      const yaml = readYaml(files[file] ?? '');
      if (!yaml.ok) throw new Error(`${file} is no YAML`);
      return z.strictObject({ objects: z.array(PublishedObject) }).parse(yaml.value).objects;
    });
}

/** One printed number with all that is said of it. */
export interface PrintedValue {
  readonly object: PublishedObject;
  readonly row: string;
  readonly column: string;
  readonly printed: string;
  readonly value: number;
  readonly decimals: number;
  readonly kind: Kind;
  readonly why: string | undefined;
  readonly cell: string | undefined;
  readonly at: At;
  readonly take: string | undefined;
  readonly constant: Constant | undefined;
  readonly unit: 'percent' | 'number';
  readonly about: boolean;
  /** A number of children, not what is said of them. */
  readonly counts: boolean;
}

/** Every number of an object: first those of the columns' children, then row by row. */
export function valuesOf(object: PublishedObject): readonly PrintedValue[] {
  const counts = Object.entries(object.columns).flatMap(([label, column]) =>
    countOf(object, ['n', label], column.n, column),
  );
  const rows = object.rows.flatMap((row) => [
    ...countOf(object, [row.label, 'n'], row.n, row),
    ...Object.entries(row.printed).map(([label, printed]) => {
      const said = [row.except?.[label] ?? {}, row, object.columns[label] ?? {}];
      const value = row.says?.[label] ?? numberIn(printed);
      return valueOf(object, { row: row.label, column: label, printed, value, counts: false }, said);
    }),
  ]);
  return [...counts, ...rows];
}

function countOf(
  object: PublishedObject,
  [row, column]: readonly [row: string, column: string],
  count: z.output<typeof Count>,
  said: Said,
): readonly PrintedValue[] {
  if (count === undefined) return [];
  const place = (value: number) => ({ row, column, printed: String(value), value, counts: true });
  if (typeof count === 'number') return [valueOf(object, place(count), [{ take: 'n' }, said])];
  const { printed, ...own } = count;
  // A count of its own cell is of other rows.
  return [valueOf(object, place(printed), [{ take: 'n', ...own }, own.at ? { ...said, at: {} } : said])];
}

type Said = Partial<Pick<z.output<typeof Row>, keyof typeof Said>>;

function valueOf(
  object: PublishedObject,
  place: Pick<PrintedValue, 'row' | 'column' | 'printed' | 'value' | 'counts'>,
  nearestFirst: readonly Said[],
): PrintedValue {
  const all = [...nearestFirst, object];
  const first = <K extends keyof Said>(key: K) =>
    all.map((each) => each[key]).find((each) => each !== undefined);
  const cell = first('cell');
  const constant = first('constant');
  return {
    object,
    ...place,
    decimals: /,(\d+)/.exec(place.printed)?.[1]?.length ?? 0,
    kind: first('kind') ?? (constant ? 'constant' : cell ? 'computed' : 'open'),
    why: first('why'),
    cell,
    at: Object.assign({}, ...all.toReversed().map(({ at }) => at ?? {})) as At,
    take: first('take'),
    constant,
    unit: first('unit') ?? 'percent',
    about: first('about') ?? false,
  };
}

/** The number in `- 3,2`, `14 pct.` or `3.766`. Not a number where there is none. */
export function numberIn(printed: string): number {
  const text = printed.replace(/(\d)\.(?=\d{3}(\D|$))/g, '$1').replace(/^\s*-\s+/, '-');
  const found = /-?\d+(?:,\d+)?/.exec(text)?.[0];
  return found === undefined ? NaN : Number(found.replace(',', '.'));
}
