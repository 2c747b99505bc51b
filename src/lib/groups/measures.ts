import { clausesOf, closing, split } from '../sql/query';
import { itemsOf, saidBy, type Item } from '../sql/items';
import { identifierOf, isSymbol, keywordOf, type Token } from '../sql/tokens';
import { neverMissing, type Scope } from './never-missing';

/**
 * How a column of groups is reckoned for groups of groups: added up; by the mean weighted with the count in column `of`;
 * the sum of the column `of` over all rows alike in `by`; or the share that one column is of another.
 */
export type Measure =
  | { readonly kind: 'sum' }
  | { readonly kind: 'mean'; readonly of: string }
  | { readonly kind: 'whole'; readonly of: string; readonly by: readonly string[] }
  | { readonly kind: 'ratio'; readonly part: string; readonly whole: string };

/** The columns that can be reckoned so, by name. What is not here cannot: a median, a spread, an interval, a test. */
export function measuresOf(core: readonly Token[], scope: Scope): ReadonlyMap<string, Measure> {
  const parts = clausesOf(core);
  const items = itemsOf(parts.get('SELECT') ?? []);
  const never = neverMissing(parts, scope);
  const found = new Map<string, Measure>();
  // A weight or a whole may stand further to the right than what is reckoned with it.
  for (const { name, expression } of items)
    if (name !== undefined && isSum(expression)) found.set(name, { kind: 'sum' });
  const sums = items.filter(({ name }) => name !== undefined && found.has(name));
  for (const { name, expression } of items) {
    const whole = name === undefined ? undefined : wholeOf(expression, sums);
    if (name !== undefined && whole) found.set(name, whole);
  }
  const counted = items.filter(({ name }) => name !== undefined && found.has(name));
  for (const { name, expression } of items) {
    if (name === undefined || found.has(name)) continue;
    const measure = ratioOf(expression, counted, found) ?? meanOf(name, expression, sums, never);
    if (measure) found.set(name, measure);
  }
  return found;
}

const adding = new Set(['count', 'count_if', 'countif', 'count_star', 'sum']);

/** `count(*) FILTER (…)`, `sum(x)::INTEGER`; not of different ones, which may be in two groups. */
function isSum(expression: readonly Token[]): boolean {
  if (!adding.has(identifierOf(expression[0]) ?? '') || !isSymbol(expression[1], '(')) return false;
  const close = closing(expression, 1);
  if (keywordOf(expression[2]) === 'DISTINCT') return false;
  const rest = withoutFilter(expression.slice(close + 1));
  return rest.length === 0 || (rest.length === 2 && isSymbol(rest[0], '::'));
}

function withoutFilter(tokens: readonly Token[]): readonly Token[] {
  return keywordOf(tokens[0]) === 'FILTER' ? tokens.slice(closing(tokens, 1) + 1) : tokens;
}

/** `sum(n) OVER (PARTITION BY sex)`: of how many, in all rows that are alike. */
function wholeOf(expression: readonly Token[], sums: readonly Item[]): Measure | undefined {
  if (identifierOf(expression[0]) !== 'sum' || !isSymbol(expression[1], '(')) return undefined;
  const close = closing(expression, 1);
  const of = columnFor(expression.slice(2, close), sums);
  const open = close + 2;
  const isOver = keywordOf(expression[close + 1]) === 'OVER' && isSymbol(expression[open], '(');
  if (of === undefined || !isOver || closing(expression, open) !== expression.length - 1) return undefined;
  const inside = expression.slice(open + 1, -1);
  if (inside.length === 0) return { kind: 'whole', of, by: [] };
  if (keywordOf(inside[0]) !== 'PARTITION' || keywordOf(inside[1]) !== 'BY') return undefined;
  const by = split(inside.slice(2)).map((each) => (each.length === 1 ? identifierOf(each[0]) : undefined));
  const names = by.filter((name) => name !== undefined);
  return names.length === by.length ? { kind: 'whole', of, by: names } : undefined;
}

/** The column that is called this, or computed by just this. */
function columnFor(tokens: readonly Token[], among: readonly Item[]): string | undefined {
  const said = saidBy(tokens);
  return among.find(({ name, expression }) => name === said || saidBy(expression) === said)?.name;
}

/** `n / known`, `count(*) FILTER (…) / nullif(n, 0)`. */
function ratioOf(
  expression: readonly Token[],
  counted: readonly Item[],
  measures: ReadonlyMap<string, Measure>,
): Measure | undefined {
  const [above = [], below = [], ...more] = split(expression, (token) => isSymbol(token, '/'));
  const part = columnFor(above, counted);
  const whole = columnFor(unwrapped(below), counted);
  if (more.length > 0 || whole === undefined) return undefined;
  if (part !== undefined) return { kind: 'ratio', part, whole };
  const isPart = isSum(above) && measures.get(whole)?.kind === 'sum';
  return isPart ? { kind: 'mean', of: whole } : undefined;
}

function unwrapped(tokens: readonly Token[]): readonly Token[] {
  if (identifierOf(tokens[0]) !== 'nullif' || closing(tokens, 1) !== tokens.length - 1) return tokens;
  const [inner = [], zero = []] = split(tokens.slice(2, -1));
  return saidBy(zero) === '0' ? inner : tokens;
}

/** `avg(x)`, `avg(after) - avg(before)`: weighted by those who have all of it, where a column counts them. */
function meanOf(
  name: string,
  expression: readonly Token[],
  sums: readonly Item[],
  never: ReadonlySet<string>,
): Measure | undefined {
  const terms = split(expression, (token) => isSymbol(token, '+') || isSymbol(token, '-'));
  const weights = terms.map((term) => weightOf(term, sums, never));
  const own = sums.find((sum) => [`${name}_known`, `${name}_n`, `n_${name}`].includes(sum.name ?? ''))?.name;
  const isMean = terms.every((term) => averaged(term) !== undefined);
  const of = weights[0] ?? (isMean && terms.length === 1 ? own : undefined);
  return of !== undefined && isMean && weights.every((each) => each === weights[0])
    ? { kind: 'mean', of }
    : undefined;
}

function averaged(term: readonly Token[]): { inside: readonly Token[]; filter: string } | undefined {
  if (!['avg', 'mean'].includes(identifierOf(term[0]) ?? '') || !isSymbol(term[1], '(')) return undefined;
  const close = closing(term, 1);
  const rest = term.slice(close + 1);
  if (keywordOf(term[2]) === 'DISTINCT' || withoutFilter(rest).length > 0) return undefined;
  return { inside: term.slice(2, close), filter: saidBy(rest) };
}

/** The column that counts those the mean is of. */
function weightOf(
  term: readonly Token[],
  sums: readonly Item[],
  never: ReadonlySet<string>,
): string | undefined {
  const mean = averaged(term);
  if (!mean) return undefined;
  const counts = isNeverMissing(mean.inside, never)
    ? ['*', ...columnsIn(mean.inside)]
    : countedBy(mean.inside);
  const wanted = counts.map((inside) => `count ( ${inside} ) ${mean.filter}`.trim());
  return sums.find(({ expression }) => wanted.includes(saidBy(expression)))?.name;
}

/** What counts those who have a value: the value itself, and the one column it is made of. */
function countedBy(inside: readonly Token[]): readonly string[] {
  const columns = columnsIn(inside);
  return [saidBy(inside), ...(columns.length === 1 && isPlain(inside) ? columns : [])];
}

const joining = new Set('AND OR NOT IN BETWEEN TRUE FALSE'.split(' '));

/** Missing only where one of its columns is: no call, no CASE, no division. */
function isPlain(inside: readonly Token[]): boolean {
  return inside.every((token, at) => {
    if (keywordOf(token) === 'CASE' || isSymbol(token, '/') || isSymbol(token, '%')) return false;
    const isCall = identifierOf(token) !== undefined && isSymbol(inside[at + 1], '(');
    return !isCall || joining.has(keywordOf(token) ?? '');
  });
}

function isNeverMissing(inside: readonly Token[], never: ReadonlySet<string>): boolean {
  return isPlain(inside) && columnsIn(inside).every((column) => never.has(column));
}

function columnsIn(inside: readonly Token[]): readonly string[] {
  const names = inside.flatMap((token, at) => {
    const name = identifierOf(token);
    const isType = isSymbol(inside[at - 1], '::');
    const isTable = isSymbol(inside[at + 1], '.');
    return name === undefined || isType || isTable || joining.has(keywordOf(token) ?? '') ? [] : [name];
  });
  return [...new Set(names)];
}
