import { quoteNumber, quoteText } from '../sql/quote';
import type { CutOff, Instrument, Norm, Reliability } from './instrument';
import { indent } from './scoring';
import { saidIn, type Said } from './said';

/**
 * The facts that change is judged by, as tables: of an instrument's scales the norms, the cut-offs in force and the
 * reliabilities, each with its source. What is known only from memory is in none of them. Of a scale's rows the one with
 * the lowest `place` that fits the child holds; a group that is NULL fits everybody.
 */
export const factTables = ['norms', 'cut_offs', 'reliabilities'] as const;
export type FactTable = (typeof factTables)[number];

/** For whom it holds, and where it comes from. */
interface Fact {
  readonly scale: string;
  readonly ages?: { readonly from: number; readonly to: number } | undefined;
  readonly sex?: string | undefined;
  readonly respondent?: string | undefined;
  readonly source: Said;
  readonly status: string;
}

type Literal = string | number | null | undefined;

/** Column, DuckDB type, value. */
type Columns = readonly (readonly [column: string, type: string, value: Literal])[];

export interface FactRow {
  readonly instrument: string;
  readonly fact: Fact;
  /** What it says beside the group and the source that all facts have. */
  readonly own: Columns;
}

export function factRows(instruments: readonly Instrument[]): Record<FactTable, PlacedFact[]> {
  const norms = instruments.flatMap(({ name, norms }) =>
    norms.filter(isConfirmed).map((norm) => normRow(name, norm)),
  );
  const cutOffs = instruments.flatMap((instrument) =>
    instrument.scales.flatMap(({ name, better }) =>
      cutOffSet(instrument, name).map((cutOff) => cutOffRow(instrument.name, better, cutOff)),
    ),
  );
  const reliabilities = instruments.flatMap(({ name, reliability }) =>
    reliability.filter(isConfirmed).map((each) => reliabilityRow(name, each)),
  );
  return { norms: placed(norms), cut_offs: placed(cutOffs), reliabilities: placed(reliabilities) };
}

/** The cut-offs of a scale of one name; without one, those in force. */
export function cutOffSet(instrument: Instrument, scale: string, set?: string): CutOff[] {
  const confirmed = instrument.cutOffs.filter((cutOff) => cutOff.scale === scale && isConfirmed(cutOff));
  return confirmed.filter(({ name }) => name === (set ?? confirmed[0]?.name));
}

function isConfirmed({ status }: { readonly status: string }): boolean {
  return status !== 'memory';
}

/** A notebook's own fact has another status than a file's, and need not say all. */
type Stated<T> = Omit<T, 'status' | 'kind' | 'value' | 'respondent'> & {
  readonly status: string;
  readonly respondent?: string | undefined;
};

export function normRow(instrument: string, norm: Stated<Norm>): FactRow {
  const own: Columns = [
    ['population', 'VARCHAR', saidIn(norm.population, 'en')],
    ['mean', 'DOUBLE', norm.mean],
    ['sd', 'DOUBLE', norm.sd],
    ['n', 'INTEGER', norm.n],
  ];
  return { instrument, fact: norm, own };
}

export function cutOffRow(
  instrument: string,
  better: 'higher' | 'lower' | undefined,
  cutOff: Stated<CutOff> & { readonly value: number },
): FactRow {
  const own: Columns = [
    ['name', 'VARCHAR', cutOff.name],
    ['cut_off', 'DOUBLE', cutOff.value],
    ['better', 'VARCHAR', better],
  ];
  return { instrument, fact: cutOff, own };
}

export function reliabilityRow(
  instrument: string,
  reliability: Stated<Reliability> & { readonly kind: Reliability['kind'] | null; readonly value: number },
): FactRow {
  const published = reliability.kind === 'threshold';
  const own: Columns = [
    ['kind', 'VARCHAR', reliability.kind],
    ['reliability', 'DOUBLE', published ? null : reliability.value],
    ['published_threshold', 'DOUBLE', published ? reliability.value : null],
    ['population', 'VARCHAR', saidIn(reliability.population, 'en')],
  ];
  return { instrument, fact: reliability, own };
}

/** A row with its place among those of its table. */
export type PlacedFact = FactRow & { readonly place: number };

export function placed(rows: readonly FactRow[], first = 1): PlacedFact[] {
  return rows.map((row, index) => ({ ...row, place: first + index }));
}

/** The place of the first fact that fits the child, of `pair` and `courses`, as SQL; NULL where none does. */
export function placeCase(rows: readonly PlacedFact[]): string {
  const byScale = new Map<string, PlacedFact[]>();
  for (const row of rows) {
    const scale = `pair.scale = ${quoteText(row.fact.scale)}::scale AND pair.instrument = ${quoteText(row.instrument)}::instrument`;
    byScale.set(scale, [...(byScale.get(scale) ?? []), row]);
  }
  const whens = [...byScale].map(([scale, facts]) => `WHEN ${scale} THEN ${indent(firstThatFits(facts), 2)}`);
  return whens.length > 0 ? `CASE\n  ${whens.join('\n  ')}\nEND` : 'NULL';
}

function firstThatFits(rows: readonly PlacedFact[]): string {
  const cases = rows.map(({ fact, place }) => ({ condition: conditionOf(fact), place: literalOf(place) }));
  const forAll = cases.findIndex(({ condition }) => condition === '');
  const groups = cases
    .slice(0, forAll === -1 ? cases.length : forAll)
    .map(({ condition, place }) => `WHEN ${condition} THEN ${place}`);
  const rest = cases[forAll]?.place;
  if (groups.length === 0) return rest ?? 'NULL';
  return `CASE\n  ${[...groups, ...(rest ? [`ELSE ${rest}`] : [])].join('\n  ')}\nEND`;
}

function conditionOf({ ages, sex, respondent }: Fact): string {
  return [
    ...(ages ? [`courses.age BETWEEN ${ages.from} AND ${ages.to}`] : []),
    ...(sex ? [`courses.sex = ${quoteText(sex)}`] : []),
    ...(respondent ? [`pair.respondent = ${quoteText(respondent)}`] : []),
  ].join(' AND ');
}

const nothing = { scale: '', name: '', population: '', source: '', status: '' };

/** For the columns of a table that has no rows. */
const patterns: Record<FactTable, FactRow> = {
  norms: normRow('', { ...nothing, mean: 0 }),
  cut_offs: cutOffRow('', 'higher', { ...nothing, value: 0 }),
  reliabilities: reliabilityRow('', { ...nothing, kind: null, value: 0 }),
};

/** The rows as a query. */
export function factQuery(table: FactTable, rows: readonly PlacedFact[]): string {
  const columns = columnsOf(patterns[table]);
  const lines = rows.map((row) => lineOf([row.place, ...valuesOf(row)]));
  const selected = columns.map(([name, type]) => `${name}::${type} AS ${name}`);
  // VALUES must have a row
  const values = lines.length > 0 ? lines : [lineOf([null, ...columns.map(() => null)])];
  return `SELECT place::INTEGER AS place, ${selected.join(', ')}
FROM (VALUES
  ${indent(values.join(',\n'), 2)}
) AS fact(place, ${columns.map(([name]) => name).join(', ')})
WHERE place IS NOT NULL`;
}

function columnsOf({ instrument, fact, own }: FactRow): Columns {
  return [
    ['instrument', 'instrument', instrument],
    ['scale', 'scale', fact.scale],
    ['age_from', 'INTEGER', fact.ages?.from],
    ['age_to', 'INTEGER', fact.ages?.to],
    ['sex', 'VARCHAR', fact.sex],
    ['respondent', 'VARCHAR', fact.respondent],
    ...own,
    ['source', 'VARCHAR', saidIn(fact.source, 'en')],
    ['status', 'VARCHAR', fact.status],
  ];
}

function valuesOf(row: FactRow): Literal[] {
  return columnsOf(row).map(([, , value]) => value);
}

function lineOf(values: readonly Literal[]): string {
  return `(${values.map(literalOf).join(', ')})`;
}

function literalOf(value: Literal): string {
  if (value === null || value === undefined) return 'NULL';
  return typeof value === 'number' ? quoteNumber(value) : quoteText(value);
}
