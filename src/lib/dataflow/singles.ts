import { clausesOf, closing, coresOf, definitionsOf, split } from '../sql/query';
import { identifierOf, isSymbol, keywordOf, significant, tokenise, type Token } from '../sql/tokens';
import type { Column, Result } from '../results/result';

/** One child's value: the least, the largest, the first, or every one there is. */
const singling = new Set(
  (
    'min max arg_min arg_max argmin argmax arg_min_null arg_max_null min_by max_by first last any_value arbitrary ' +
    'first_value last_value nth_value lag lead list array_agg array_aggr string_agg group_concat listagg ' +
    'list_min list_max list_first list_last histogram histogram_exact approx_top_k bool_and bool_or bit_and bit_or ' +
    'bit_xor bitstring_agg'
  ).split(' '),
);
const quantiles = new Set(
  'quantile quantile_cont quantile_disc approx_quantile reservoir_quantile'.split(' '),
);
/** Of many children: what comes out of these is no child's. */
const levelling = new Set(
  (
    'avg mean favg count count_if countif count_star sum fsum kahan_sum sumkahan stddev stddev_pop stddev_samp var_pop ' +
    'var_samp variance sem median mad corr covar_pop covar_samp mode kurtosis skewness entropy geomean ' +
    'approx_count_distinct regr_slope regr_r2 regr_intercept regr_count regr_avgx regr_avgy regr_sxx regr_sxy regr_syy ' +
    'kurtosis_pop product sum_no_overflow'
  ).split(' '),
);
/** Every aggregate there is belongs to one of them. */
export const aggregates: readonly ReadonlySet<string>[] = [singling, quantiles, levelling];
const counting = new Set(['count', 'count_if', 'countif', 'count_star']);
const count = /^(n|antal|known)$|^n_.+$|_(n|known)$/;
/** What a query's columns hold: those that are a child's own, and those that count. `any`: no telling which. */
interface Outputs {
  readonly own: ReadonlySet<string>;
  readonly counts: ReadonlySet<string>;
  readonly any: boolean;
}

type Scope = ReadonlyMap<string, Outputs>;

/**
 * The result with its columns of single children's values marked as such: the query says which they are. Minima and
 * maxima are marked, and what is computed from them, until an average, a sum or a count makes many children of them.
 */
export function markSingles(result: Result, sql: string): Result {
  const { own, any } = outputsOf(significant(tokenise(sql)), new Map());
  const isSingle = ({ name }: Column) => any || own.has(name.toLowerCase()) || isUnnamedSingling(name);
  if (!result.columns.some(isSingle)) return result;
  return {
    ...result,
    columns: result.columns.map((column) => (isSingle(column) ? { ...column, single: true } : column)),
  };
}

/** `SELECT max(score)` without a name of its own is called just that. */
function isUnnamedSingling(column: string): boolean {
  const found = /^"?(\w+)"?\(/.exec(column.toLowerCase())?.[1];
  return found !== undefined && singling.has(found) && !/^\w+\((n|count_star\(\)|count\(.*)\)$/i.test(column);
}

function outputsOf(tokens: readonly Token[], outer: Scope): Outputs {
  const { definitions, rest } = definitionsOf(tokens);
  const scope = new Map(outer);
  for (const { name, body } of definitions) scope.set(name, outputsOf(body, scope));
  return together(coresOf(rest).map((core) => coreOf(core, scope)));
}

function together(all: readonly Outputs[]): Outputs {
  return {
    own: new Set(all.flatMap(({ own }) => [...own])),
    counts: new Set(all.flatMap(({ counts }) => [...counts])),
    any: all.some(({ any }) => any),
  };
}

function coreOf(core: readonly Token[], scope: Scope): Outputs {
  if (core.length > 0 && isSymbol(core[0], '(') && closing(core, 0) === core.length - 1)
    return outputsOf(core.slice(1, -1), scope);
  const parts = clausesOf(core);
  const from = parts.get('FROM') ?? [];
  const read = together(tablesIn(from, scope));
  const select = parts.get('SELECT');
  if (!select)
    return { ...read, any: read.any || core.some((token) => singling.has(identifierOf(token) ?? '')) };
  const picks =
    parts.has('QUALIFY') || (keywordOf(select[0]) === 'DISTINCT' && keywordOf(select[1]) === 'ON');
  const all = picks && !parts.has('GROUP');
  const own = new Set<string>();
  const counts = new Set<string>();
  let any = read.any && split(select).some((item) => isStar(item));
  for (const item of split(select)) {
    const name = nameOf(item);
    if (isStar(item)) {
      read.own.forEach((each) => own.add(each));
      read.counts.forEach((each) => counts.add(each));
      any ||= all;
    } else if (name !== undefined && isCount(item)) counts.add(name);
    else if (all || isOwn(item, read, scope)) {
      own.add(name ?? '');
      any ||= item.some((token) => keywordOf(token) === 'COLUMNS');
    }
  }
  return { own, counts, any };
}

/** What the tables and subqueries of a FROM give. */
function tablesIn(from: readonly Token[], scope: Scope): readonly Outputs[] {
  const found: Outputs[] = [];
  for (let at = 0; at < from.length; at += 1) {
    const token = from[at];
    if (isSymbol(token, '(')) {
      const close = closing(from, at);
      const inner = from.slice(at + 1, close);
      const isQuery =
        /^(SELECT|WITH|FROM|VALUES)$/.test(keywordOf(inner[0]) ?? '') || isSymbol(inner[0], '(');
      found.push(...(isQuery ? [outputsOf(inner, scope)] : tablesIn(inner, scope)));
      at = close;
    } else {
      const read = scope.get(identifierOf(token) ?? '');
      if (read) found.push(read);
    }
  }
  return found;
}

/** Outside what levels it, does the item single out a child, or name a column that does? */
function isOwn(item: readonly Token[], read: Outputs, scope: Scope): boolean {
  for (let at = 0; at < item.length; at += 1) {
    const word = identifierOf(item[at]);
    const isCall = isSymbol(item[at + 1], '(');
    if (isSymbol(item[at], '(') && /^(SELECT|WITH|FROM)$/.test(keywordOf(item[at + 1]) ?? '')) {
      const close = closing(item, at);
      const inner = outputsOf(item.slice(at + 1, close), scope);
      if (inner.any || inner.own.size > 0) return true;
      at = close;
    } else if (word !== undefined && isCall) {
      const close = closing(item, at + 1);
      const inside = item.slice(at + 2, close);
      if (singling.has(word) && !isOfCounts(inside, read)) return true;
      if (quantiles.has(word) && !isMiddle(inside)) return true;
      if (levelling.has(word) || word === 'filter' || word === 'over' || singling.has(word)) at = close;
    } else if (word !== undefined && read.own.has(word) && !isAliasAt(item, at)) return true;
  }
  return false;
}

const isAliasAt = (item: readonly Token[], at: number) => at > 0 && keywordOf(item[at - 1]) === 'AS';

/** The largest of counts is a count. */
function isOfCounts(inside: readonly Token[], read: Outputs): boolean {
  const words = inside.flatMap((token) => identifierOf(token) ?? []);
  return (
    words.length > 0 && words.every((word) => count.test(word) || read.counts.has(word) || counting.has(word))
  );
}

/** `quantile_cont(x, 0.25)`, not the ends of it. */
function isMiddle(inside: readonly Token[]): boolean {
  const [, ...shares] = split(inside);
  const numbers = shares
    .flat()
    .filter(({ kind }) => kind === 'number')
    .map(({ text }) => Number(text));
  return numbers.length > 0 && numbers.every((share) => share >= 0.05 && share <= 0.95);
}

function isCount(item: readonly Token[]): boolean {
  return counting.has(identifierOf(item[0]) ?? '') && isSymbol(item[1], '(');
}

function isStar(item: readonly Token[]): boolean {
  const last = item.find((token) => isSymbol(token, '*'));
  return last !== undefined && (item[0] === last || isSymbol(item[item.indexOf(last) - 1], '.'));
}

/** What a column of the select list is called; undefined where it has no name of its own. */
function nameOf(item: readonly Token[]): string | undefined {
  return identifierOf(item.at(-1));
}
