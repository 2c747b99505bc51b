import type { Population } from '../results/population';
import type { CellName } from '../notebook/cell';
import { givenBesideUnfolding, itemsOf, saidBy, type Item } from '../sql/items';
import { clausesOf, closing, coresOf, definitionsOf, split } from '../sql/query';
import { readText } from '../sql/quote';
import { identifierOf, isSymbol, keywordOf, significant, type Token } from '../sql/tokens';
import type { Segment } from './compile';

/** A query that only puts the groups of another cell together: the same children, under other names. */
export interface Regrouping {
  readonly from: CellName;
  /** By column, which values each new name holds; empty where the column is as it was. */
  readonly groups: ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;
  /** Columns that must have a value. */
  readonly known: readonly string[];
}

/**
 * `SELECT CASE WHEN age_group IN ('3-10', '11-16') THEN 'young' … END AS age_group, sum(n) AS n FROM cell GROUP BY ALL`,
 * or `SELECT sum(n) AS n FROM cell` of them all, where each child is in one row of the cell. Undefined for all that does
 * more than that, or says it in another way.
 * `segments`: a cell and what it reads, itself last.
 */
export function regroupingOf(segments: readonly Pick<Segment, 'name' | 'query'>[]): Regrouping | undefined {
  const texts = segments.map(({ query }) => significant(query.tokens));
  const { definitions, rest } = definitionsOf(texts.at(-1) ?? []);
  const [core = [], ...more] = coresOf(rest);
  const parts = clausesOf(core);
  const [cell, ...beside] = parts.get('FROM') ?? [];
  const at = segments.findIndex(({ name }) => name === identifierOf(cell));
  const from = segments[at]?.name;
  const isPlain = [...parts.keys()].every((part) => /^(SELECT|FROM|WHERE|GROUP|ORDER)$/.test(part));
  const isOne = definitions.length === 0 && more.length === 0 && beside.length === 0;
  const given = givenBesideUnfolding(texts.slice(0, -1));
  const read = groupingOf(texts[at] ?? []);
  if (!isPlain || !isOne || from === undefined || !read) return undefined;
  const where = split(parts.get('WHERE') ?? [], (token) => keywordOf(token) === 'AND');
  const asked = where.map((conjunct) => conditionIn(conjunct, rolledUp(read)));
  const groups = groupsIn(itemsOf(parts.get('SELECT') ?? []));
  const isRead = asked.every((each) => each !== undefined);
  const isGrouped = parts.has('GROUP');
  const isApart = groups && (!given || (isGrouped && keepsApart(groups, texts[at] ?? [], given)));
  return groups && isApart && isRead
    ? { from, groups, known: asked.flatMap((column) => column || []) }
    : undefined;
}

/** Of rows that are unfolded into several only columns of the data are put together: a child has one value of them. */
function keepsApart(
  groups: Regrouping['groups'],
  read: readonly Token[],
  given: ReadonlySet<string>,
): boolean {
  const [core = []] = coresOf(definitionsOf(read).rest);
  const isKept = (name: string) => groups.get(name)?.size === 0;
  const isNumber = (expression: readonly Token[]) =>
    expression.some((token) => isSymbol(token, '(') || isSymbol(token, '/'));
  return itemsOf(clausesOf(core).get('SELECT') ?? []).every(({ name = '', expression }) => {
    const isOfData = expression.length === 1 && !given.has(name);
    return isKept(name) || isOfData || (!groups.has(name) && isNumber(expression));
  });
}

/** Undefined where one of the columns is neither a sum nor a name, or where the children are not counted. */
function groupsIn(items: readonly Item[]): Regrouping['groups'] | undefined {
  const isSum = ({ expression }: Item) =>
    expression.some((token, at) => identifierOf(token) === 'sum' && isSymbol(expression[at + 1], '('));
  const counts = items.some(
    ({ name, expression }) => (name === 'n' || name === 'antal') && saidBy(expression) === `sum ( ${name} )`,
  );
  const named = items
    .filter((item) => !isSum(item))
    .map(({ name = '', expression }) => [name, namesIn(expression, name)] as const);
  const known = named.flatMap(([name, names]) => (names ? [[name, names] as const] : []));
  return counts && known.length === named.length ? new Map(known) : undefined;
}

/** The GROUP BY of one SELECT; undefined for a query of another form. */
function groupingOf(query: readonly Token[]): readonly Token[] | undefined {
  const [core = [], ...more] = coresOf(definitionsOf(query).rest);
  return more.length === 0 ? clausesOf(core).get('GROUP') : undefined;
}

/** The columns that ROLLUP, CUBE and GROUPING SETS leave out in turn. */
export function rolledUp(group: readonly Token[]): readonly string[] {
  const at = group.findIndex((token) => /^(ROLLUP|CUBE|SETS)$/.test(keywordOf(token) ?? ''));
  const inside = at === -1 ? [] : group.slice(at + 1, closing(group, at + 1));
  return inside.flatMap((token) => identifierOf(token) ?? []);
}

/** The column of `x IS NOT NULL`; empty for `x IS NULL` of a rolled up column, which reads the rows of all. */
function conditionIn(conjunct: readonly Token[], rolled: readonly string[]): string | undefined {
  const [column, ...rest] = conjunct;
  const name = identifierOf(column);
  const said = saidBy(rest);
  if (name !== undefined && said === 'is null') return rolled.includes(name) ? '' : undefined;
  return said === 'is not null' ? name : undefined;
}

/** The names that a column or a CASE of it gives. */
function namesIn(
  expression: readonly Token[],
  name: string,
): ReadonlyMap<string, readonly string[]> | undefined {
  if (isColumn(expression, name)) return new Map();
  if (keywordOf(expression[0]) !== 'CASE' || keywordOf(expression.at(-1)) !== 'END') return undefined;
  const inside = expression.slice(1, -1);
  const [cases = [], otherwise, ...more] = split(inside, (token) => keywordOf(token) === 'ELSE');
  if (more.length > 0 || !otherwise || !isColumn(otherwise, name)) return undefined;
  const found = new Map<string, string[]>();
  for (const branch of split(cases, (token) => keywordOf(token) === 'WHEN')) {
    const [asked = [], gives = []] = split(branch, (token) => keywordOf(token) === 'THEN');
    const values = split(asked, (token) => keywordOf(token) === 'OR').map((each) => valuesOf(each, name));
    const group = gives.length === 1 ? readText(gives[0]?.text ?? '') : undefined;
    if (group === undefined || !values.every((each) => each !== undefined)) return undefined;
    found.set(group, [...new Set([...(found.get(group) ?? []), ...values.flat()])].toSorted());
  }
  return found;
}

/** `sex`, `sex::VARCHAR`. */
function isColumn(tokens: readonly Token[], name: string): boolean {
  const isCast = isSymbol(tokens[1], '::') && keywordOf(tokens[2]) === 'VARCHAR' && tokens.length === 3;
  return identifierOf(tokens[0]) === name && (tokens.length === 1 || isCast);
}

/** `sex = 'girl'`, `sex IN (…)`; those without an answer are the empty text. */
function valuesOf(condition: readonly Token[], name: string): readonly string[] | undefined {
  const [column, sign, value, ...more] = condition;
  if (identifierOf(column) !== name) return undefined;
  if (keywordOf(sign) === 'IS' && keywordOf(value) === 'NULL' && more.length === 0) return [''];
  const isList =
    keywordOf(sign) === 'IN' && isSymbol(value, '(') && closing(condition, 2) === condition.length - 1;
  const listed = isList ? split(condition.slice(3, -1)) : isSymbol(sign, '=') ? [condition.slice(2)] : [];
  const texts = listed.map((item) => (item.length === 1 ? readText(item[0]?.text ?? '') : undefined));
  return texts.length > 0 && texts.every((text) => text !== undefined) ? texts : undefined;
}

/** Whom the groups of a cell are of once they are put together. */
export function regrouped(whole: Population, { groups, known }: Regrouping): Population {
  const held = new Map(whole.groups);
  for (const [column, names] of groups) {
    const before = whole.groups?.get(column);
    const own = [...names].map(([name, values]) => {
      const inner = values.flatMap((value) => before?.get(value) ?? [value]);
      return [name, inner.toSorted()] as const;
    });
    held.set(column, new Map([...(before ?? []), ...own]));
  }
  const asked = [...whole.asked, ...known.map((column) => `${column} is not null`)].toSorted();
  return { ...whole, asked, groups: held };
}
