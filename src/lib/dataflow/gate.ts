import { columnWords, reservedWords } from '../sql/keywords';
import { imbalanceOf } from '../sql/balance';
import { identifierOf, isSymbol, keywordOf, significant, tokenise, type Token } from '../sql/tokens';
import { readClauses, type Clauses, type TableUse } from './clauses';

export interface Refused {
  readonly reason: 'function' | 'not-one-select' | 'parentheses';
  /** What stands there: the function, the table, the statement's word. */
  readonly what: string;
  /** 1-based. */
  readonly line: number;
  readonly column: number;
}

/** Words besides DuckDB's reserved ones that may stand before a parenthesis and call nothing. */
const grammar = new Set(
  `by columns cube enum escape exclude filter ilike is join like materialized nulls over overlaps rename replace rollup
  sets similar struct try try_cast unpack map`.split(/\s+/),
);
/** Functions that DuckDB also calls without parentheses, and whose answer changes by itself. */
const clocks = new Set('current_date current_time current_timestamp localtime localtimestamp'.split(' '));
const catalogue = /^(?:duckdb|pragma|sqlite|pg)_/;
const changing = new Set(
  `alter analyze attach call checkpoint comment copy create deallocate delete detach drop execute explain export force
  import insert install load merge pragma prepare reset set truncate update use vacuum`.split(/\s+/),
);
/** After a column called `load` these go on with the expression. */
const continues = new Set(
  'and as asc between collate desc else end ilike in is like not or order similar then when'.split(' '),
);
const short = new Set(['pivot', 'pivot_wider']);

/**
 * Why a compiled text may not run, or null when it may: one query that only reads, with parentheses in order, calling
 * nothing but `allowed` (lower case), reading nothing but named tables. A first wall: the engine behind it is locked.
 */
export function refuse(sql: string, allowed: ReadonlySet<string>): Refused | null {
  const tokens = tokenise(sql);
  const stray = imbalanceOf(tokens);
  if (stray) return refused('parentheses', stray, stray.text.slice(0, 40));
  const seen = trimEnd(significant(tokens));
  const clauses = readClauses(seen);
  return notOneSelect(seen, clauses) ?? forbiddenTable(clauses) ?? forbiddenCall(seen, clauses, allowed);
}

function refused(reason: Refused['reason'], { line, column }: Token, what: string): Refused {
  return { reason, what, line, column };
}

function trimEnd(tokens: readonly Token[]): readonly Token[] {
  return tokens.slice(0, tokens.findLastIndex((token) => !isSymbol(token, ';')) + 1);
}

function notOneSelect(tokens: readonly Token[], { starts }: Clauses): Refused | null {
  const first = tokens[0];
  if (!first) return { reason: 'not-one-select', what: '', line: 1, column: 1 };
  if (!beginsQuery(first)) return refused('not-one-select', first, first.text);
  const another = tokens.find((token) => isSymbol(token, ';'));
  if (another) return refused('not-one-select', another, ';');
  for (const { token, afterWith } of starts) {
    if (!isReading(token, afterWith, tokens))
      return refused('not-one-select', token, token.text.toUpperCase());
  }
  return null;
}

function beginsQuery(token: Token): boolean {
  return isSymbol(token, '(') || ['WITH', 'SELECT', 'FROM', 'VALUES'].includes(keywordOf(token) ?? '');
}

/** A column may be called `load` or `set`: those words begin a statement only when more words follow. */
function isReading(token: Token, afterWith: boolean, tokens: readonly Token[]): boolean {
  const word = keywordOf(token)?.toLowerCase() ?? '';
  if (short.has(word)) return false;
  if (afterWith)
    return beginsQuery(token) || ['table', 'unpivot', 'describe', 'summarize', 'show'].includes(word);
  if (!changing.has(word)) return true;
  const next = tokens[tokens.indexOf(token) + 1];
  const follows = identifierOf(next);
  if (follows === undefined) return next?.kind !== 'string';
  return next?.kind === 'name' && continues.has(follows);
}

function forbiddenTable({ tables }: Clauses): Refused | null {
  for (const table of tables) {
    const [first] = table.parts;
    if (!first || table.called || table.local || isPlainTable(table)) continue;
    return refused('function', first, table.parts.map(({ text }) => text).join('.'));
  }
  return null;
}

/** Not a file, not an address, not another schema, not DuckDB's own catalogue. */
function isPlainTable({ parts }: TableUse): boolean {
  const names = parts.map(identifierOf);
  const name = names.at(-1);
  if (name === undefined || catalogue.test(name) || !/^[\p{L}_][\p{L}\p{M}\p{N}_ ]*$/u.test(name))
    return false;
  const schema = names.slice(0, -1).join('.');
  return schema === '' || schema === 'main' || schema === 'memory' || schema === 'memory.main';
}

function forbiddenCall(
  tokens: readonly Token[],
  clauses: Clauses,
  allowed: ReadonlySet<string>,
): Refused | null {
  for (const [i, token] of tokens.entries()) {
    const name = identifierOf(token);
    if (name === undefined) continue;
    if (isSymbol(tokens[i + 1], '(')) {
      if (!allowed.has(name) && !isNoCall(tokens, i, clauses)) return refused('function', token, token.text);
    } else if (clocks.has(name) && !isSymbol(tokens[i - 1], '.') && !allowed.has(name)) {
      return refused('function', token, token.text);
    }
  }
  return null;
}

function isNoCall(tokens: readonly Token[], i: number, { lists }: Clauses): boolean {
  const token = tokens[i];
  const previous = tokens[i - 1];
  if (!token || isSymbol(previous, '.')) return false;
  if (isSymbol(previous, '::')) return true;
  if (lists.has(token)) return isNameList(tokens, i + 1);
  const word = keywordOf(token)?.toLowerCase() ?? '';
  return reservedWords.has(word) || columnWords.has(word) || grammar.has(word);
}

/** `(a, b)`: names only, at least one. */
function isNameList(tokens: readonly Token[], open: number): boolean {
  for (let at = open + 1; identifierOf(tokens[at]) !== undefined; at += 2) {
    if (isSymbol(tokens[at + 1], ')')) return true;
    if (!isSymbol(tokens[at + 1], ',')) return false;
  }
  return false;
}
