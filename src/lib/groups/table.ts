import { countColumns } from '../disclosure/count';
import { isNumberText, labelColumns, rowKey } from '../disclosure/label';
import type { Segment } from '../dataflow/compile';
import { rolledUp } from '../dataflow/regrouping';
import type { Column, Result } from '../results/result';
import { givenBesideUnfolding, itemsOf, saidBy } from '../sql/items';
import { clausesOf, coresOf, definitionsOf } from '../sql/query';
import { identifierOf, significant, type Token } from '../sql/tokens';
import { measuresOf, type Measure } from './measures';
import { sharesIn } from './shares';
import { askedIn } from './never-missing';

/** A column that divides the children of a table, each into one group. */
export interface Division {
  readonly name: string;
  /** Its groups as they are in the data, in the questionnaire's order, else that of the rows. */
  readonly codes: readonly string[];
  /** What people read for each, and for those of the questionnaire that nobody has; all different. */
  readonly labels: ReadonlyMap<string, string>;
  readonly isCoded: boolean;
  /** Neighbours are alike: ages, bands, better or worse. */
  readonly isOrdered: boolean;
  /** A row without a name is of all groups, by ROLLUP; else of those whose answer is missing. */
  readonly hasTotals: boolean;
  readonly hasMissing: boolean;
  /** Stays as it is: one child may be in several of its groups (a questionnaire, a wave), or it has but one. */
  readonly isFixed: boolean;
  /** Its names would be read as numbers, were they text. */
  readonly isNumbers: boolean;
}

/** A table whose groups can be put together. */
export interface Table {
  readonly result: Result;
  readonly divisions: readonly Division[];
  readonly measures: ReadonlyMap<string, Measure>;
  /** The columns that groups of groups do not have. */
  readonly lost: readonly string[];
}

/** A child has a row for each of these. */
const manyEach = new Set(
  'dataset instrument scale wave respondent item question answered_on place step topic whose'.split(' '),
);
const inOrder = /(^|_)(age_group|age_band|band|direction|reliable)$/;
const aggregate =
  /^(count|sum|avg|mean|mode|min|max|median|first|last|any_value|list|string_agg|quantile\w*)$/;

/**
 * The table of a cell as its query says it: one SELECT that groups rows and counts them. Undefined for any other, where the sum of two groups need not be the group of both. `segments`: the cell last. `sharesOf`: the
 * column that counts the children its shares are of.
 */
export function readTable(
  segments: readonly Pick<Segment, 'name' | 'query'>[],
  result: Result,
  label: (column: Column, code: string) => string,
  sharesOf?: string,
): Table | undefined {
  const texts = segments.map(({ name, query }) => [name, significant(query.tokens)] as const);
  const own = texts.at(-1)?.[1] ?? [];
  const { definitions, rest } = definitionsOf(own);
  const cores = coresOf(rest);
  const core = cores[0] ?? [];
  const parts = clausesOf(core);
  if (cores.length !== 1 || !parts.has('GROUP') || result.truncated) return undefined;
  const scope = new Map([
    ...texts.slice(0, -1),
    ...definitions.map(({ name, body }) => [name, body] as const),
  ]);
  const chief = countColumns(result)[0];
  const given = givenBesideUnfolding(texts.map(([, tokens]) => tokens));
  const labels = labelColumns(result);
  const columns = result.columns.filter((_, index) => labels[index]);
  const divisions = columns.map((column) => divisionOf(column, parts, given, label));
  if (!divisions.every((division) => division !== undefined) || !areTold(columns, result)) return undefined;
  const read = [...measuresOf(core, scope)].filter(([, measure]) => isOfParts(measure, divisions));
  const measures = new Map([...sharesIn(result, sharesOf, new Map(read)), ...read]);
  if (!chief || measures.get(chief.name.toLowerCase())?.kind !== 'sum') return undefined;
  const isReckoned = ({ name }: Column) => columns.some((column) => column.name === name) || hasMeasure(name);
  const hasMeasure = (name: string) => measures.has(name.toLowerCase());
  const lost = result.columns.filter((column) => !isReckoned(column) || column.single);
  return { result, divisions, measures, lost: lost.map(({ name }) => name) };
}

/** Beside rows of all, a sum over rows counts children twice. */
function isOfParts(measure: Measure, divisions: readonly Division[]): boolean {
  if (measure.kind !== 'whole') return true;
  const names = divisions.map(({ name }) => name.toLowerCase());
  return !divisions.some(({ hasTotals }) => hasTotals) && measure.by.every((name) => names.includes(name));
}

/** Two rows of the same names could be of all and of those without an answer. */
function areTold(columns: readonly Column[], { rowCount }: Result): boolean {
  return new Set(Array.from({ length: rowCount }, (_, row) => rowKey(columns, row))).size === rowCount;
}

function divisionOf(
  column: Column,
  parts: ReadonlyMap<string, readonly Token[]>,
  given: ReadonlySet<string> | undefined,
  label: (column: Column, code: string) => string,
): Division | undefined {
  const name = column.name.toLowerCase();
  const item = itemsOf(parts.get('SELECT') ?? []).find((each) => each.name === name);
  if (!item || item.expression.some((token) => aggregate.test(identifierOf(token) ?? ''))) return undefined;
  const hasNone = column.values.includes(null);
  const isRolled = rolledUp(parts.get('GROUP') ?? []).includes(name);
  if (isRolled && !isTotalAlone(name, parts)) return undefined;
  const codes = codesIn(column);
  const said = item.expression.map((token) => identifierOf(token) ?? '');
  // Of rows that are unfolded, a column of the data is told from one that was made.
  const isUnfolded = given !== undefined && (given.has(name) || said.length !== 1);
  const labels = labelsOf(column, column.codes ?? codes, label);
  return {
    name: column.name,
    codes,
    labels,
    isCoded: column.type === 'code',
    isOrdered: column.type === 'code' && (inOrder.test(name) || areRising([...labels.values()])),
    hasTotals: hasNone && isRolled,
    hasMissing: hasNone && !isRolled,
    isFixed:
      isUnfolded || [name, ...said].some((word) => manyEach.has(word)) || codes.length + Number(hasNone) < 2,
    isNumbers: [...labels.values()].some(isNumberText),
  };
}

/** Nobody's answer is missing in a rolled up column, so that a row without a name is of all. */
function isTotalAlone(name: string, parts: ReadonlyMap<string, readonly Token[]>): boolean {
  const asked = askedIn(parts.get('WHERE') ?? []).map(saidBy);
  const having = saidBy(parts.get('HAVING') ?? []);
  const known = `${name} is not null`;
  return asked.includes(known) || having === `${known} or grouping ( ${name} ) = 1`;
}

function codesIn({ codes, values }: Column): readonly string[] {
  const found = new Set(values.filter((value): value is string => typeof value === 'string'));
  return codes ? codes.filter((code) => found.has(code)) : [...found];
}

/** "3–10 år", "11–16 år": each begins with a larger number than the one before. */
function areRising(labels: readonly string[]): boolean {
  const starts = labels.map((label) => Number(/^\D*(\d+)/.exec(label)?.[1] ?? NaN));
  return starts.every((start, at) => at === 0 || start > (starts[at - 1] ?? NaN));
}

/** Codes that read alike keep their codes. */
function labelsOf(
  column: Column,
  codes: readonly string[],
  label: (column: Column, code: string) => string,
): ReadonlyMap<string, string> {
  const labels = codes.map((code) => label(column, code));
  const isClear = new Set(labels).size === labels.length;
  return new Map(codes.map((code, at) => [code, isClear ? (labels[at] ?? code) : code]));
}
