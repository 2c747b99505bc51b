import { columnWords, functionWords, reservedWords } from '../sql/keywords';
import { identifierOf, isSymbol, keywordOf, type Token } from '../sql/tokens';

/** A place where SQL names what to read: after FROM, JOIN, a comma in a from list, TABLE, DESCRIBE … */
export interface TableUse {
  /** The names between the dots (`main.courses` has two), or one string token. */
  readonly parts: readonly Token[];
  /** True for `range(3)`: a function's rows. */
  readonly called: boolean;
  /** True for the name of a CTE of this very text. */
  readonly local: boolean;
}

export interface Clauses {
  readonly tables: readonly TableUse[];
  /** Names that open a list of columns, not a call: `t` in `FROM y AS t(a, b)` and `WITH t(a, b) AS`. */
  readonly lists: ReadonlySet<Token>;
  /** Where a query begins: the first token of the text, of a parenthesis, and after a WITH list. */
  readonly starts: readonly { readonly token: Token; readonly afterWith: boolean }[];
}

/** One parenthesis, or the text itself. */
interface Frame {
  /** `start` may yet be a list of arguments; `query` is where a SELECT must come. */
  clause: 'start' | 'query' | 'with' | 'from' | 'other';
  /** In a from list: a table comes next. */
  expecting: boolean;
  /** In a from list: a table has just been named, an alias may follow. */
  item: boolean;
  /** In a from list: the parenthesis that comes next belongs to a table function. */
  calling: boolean;
  recursive: boolean;
  pending: string | undefined;
  readonly locals: Set<string>;
  /** What closing this parenthesis completes. */
  readonly role: 'table' | 'call' | 'definition' | 'other';
}

const beginsTable = new Set([
  'TABLE',
  'DESCRIBE',
  'DESC',
  'SHOW',
  'SUMMARIZE',
  'PIVOT',
  'UNPIVOT',
  'PIVOT_WIDER',
  'PIVOT_LONGER',
]);
const endsFrom = new Set(`SELECT WHERE GROUP HAVING QUALIFY WINDOW ORDER LIMIT OFFSET`.split(' '));
const combines = new Set(['UNION', 'EXCEPT', 'INTERSECT']);
const definesAfter = new Set(['AS', 'MATERIALIZED']);

/** Walks a text's significant tokens once and says which part each plays. Total: any text gives an answer. */
export function readClauses(tokens: readonly Token[]): Clauses {
  const tables: TableUse[] = [];
  const lists = new Set<Token>();
  const starts: { token: Token; afterWith: boolean }[] = [];
  const frames: Frame[] = [frameFor('other', false)];

  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    const top = frames.at(-1);
    if (!token || !top) break;
    const previous = tokens[i - 1];
    const next = tokens[i + 1];
    if (i === 0 || isSymbol(previous, '(')) starts.push({ token, afterWith: false });

    if (opens(token)) {
      frames.push(isSymbol(token, '(') ? openFrame(top, previous) : frameFor('other', false));
      continue;
    }
    if (closes(token)) {
      if (frames.length > 1) closeFrame(frames);
      continue;
    }
    if (endsWithList(top, token, previous)) {
      starts.push({ token, afterWith: true });
      top.clause = 'query';
    }
    if (isSymbol(token, ',')) {
      if (top.clause === 'from') Object.assign(top, { expecting: true, item: false });
      continue;
    }
    if (readKeyword(top, token, previous, next)) continue;
    if (top.clause === 'with') readDefinition(top, token, previous, next, lists);
    if (top.clause !== 'from') continue;
    if (top.expecting) {
      if (isSymbol(next, ':') && identifierOf(token) !== undefined) {
        i += 1;
        continue;
      }
      const parts = partsAt(tokens, i);
      if (parts.length === 0) continue;
      i += 2 * (parts.length - 1);
      const called = isSymbol(tokens[i + 1], '(');
      tables.push({ parts, called, local: parts.length === 1 && isLocal(frames, parts[0]) });
      Object.assign(top, { expecting: false, item: !called, calling: called });
    } else if (top.item && keywordOf(token) !== 'AS') {
      if (isAlias(token, previous) && isSymbol(next, '(')) lists.add(token);
      top.item = false;
    }
  }
  return { tables, lists, starts };
}

function opens(token: Token): boolean {
  return token.kind === 'symbol' && '([{'.includes(token.text);
}

function closes(token: Token): boolean {
  return token.kind === 'symbol' && ')]}'.includes(token.text);
}

function frameFor(role: Frame['role'], table: boolean): Frame {
  const clause = table ? 'from' : 'start';
  return {
    clause,
    expecting: table,
    item: false,
    calling: false,
    recursive: false,
    pending: undefined,
    locals: new Set(),
    role,
  };
}

function openFrame(top: Frame, previous: Token | undefined): Frame {
  if (top.clause === 'from' && top.expecting) {
    top.expecting = false;
    return frameFor('table', true);
  }
  if (top.clause === 'with' && top.pending !== undefined && definesAfter.has(keywordOf(previous) ?? '')) {
    if (top.recursive) top.locals.add(top.pending);
    return frameFor('definition', false);
  }
  const word = identifierOf(previous);
  const called = word !== undefined && !(previous?.kind === 'name' && reservedWords.has(word));
  return frameFor(called ? 'call' : 'other', false);
}

function closeFrame(frames: Frame[]): void {
  const closed = frames.pop();
  const top = frames.at(-1);
  if (!top || !closed) return;
  if (closed.role === 'definition' && top.pending !== undefined) {
    top.locals.add(top.pending);
    top.pending = undefined;
  }
  if (top.clause === 'from' && (closed.role === 'table' || top.calling)) top.item = true;
  top.calling = false;
}

/** A WITH list goes on with a comma; anything else after a definition's parenthesis is the query itself. */
function endsWithList(top: Frame, token: Token, previous: Token | undefined): boolean {
  if (top.clause !== 'with' || top.pending !== undefined || !isSymbol(previous, ')')) return false;
  return !isSymbol(token, ',');
}

/** True when the token is a keyword that decides what follows, and nothing more. */
function readKeyword(
  top: Frame,
  token: Token,
  previous: Token | undefined,
  next: Token | undefined,
): boolean {
  const word = keywordOf(token);
  if (word === undefined || isSymbol(previous, '.') || keywordOf(previous) === 'AS') return false;
  const begins = top.clause === 'start' || top.clause === 'query' || (top.clause === 'from' && top.expecting);
  if (word === 'FROM') return readFrom(top, previous);
  if (word === 'WITH' && begins) return enter(top, 'with');
  if (word === 'VALUES' && begins && isSymbol(next, '(')) return enter(top, 'other');
  if (beginsTable.has(word) && begins) return enter(top, 'from');
  if (combines.has(word)) return enter(top, 'query');
  if (endsFrom.has(word)) return enter(top, 'other');
  if (word === 'JOIN' && top.clause === 'from') return enter(top, 'from');
  return word === 'LATERAL' && top.clause === 'from' && top.expecting;
}

function enter(top: Frame, clause: Frame['clause']): true {
  Object.assign(top, { clause, expecting: clause === 'from', item: false });
  if (clause === 'with') top.recursive = false;
  return true;
}

/** `IS DISTINCT FROM x`, `extract(year FROM x)` and their like read no table. */
function readFrom(top: Frame, previous: Token | undefined): boolean {
  if (keywordOf(previous) === 'DISTINCT') return true;
  if (top.role === 'call' && top.clause === 'start' && !isSymbol(previous, '(')) return true;
  return enter(top, 'from');
}

function readDefinition(
  top: Frame,
  token: Token,
  previous: Token | undefined,
  next: Token | undefined,
  lists: Set<Token>,
): void {
  const after = keywordOf(previous);
  if (
    keywordOf(token) === 'RECURSIVE' &&
    after === 'WITH' &&
    !isSymbol(next, '(') &&
    keywordOf(next) !== 'AS'
  ) {
    top.recursive = true;
  } else if (after === 'WITH' || (after === 'RECURSIVE' && top.recursive) || isSymbol(previous, ',')) {
    top.pending = identifierOf(token);
    if (top.pending !== undefined && isSymbol(next, '(')) lists.add(token);
  }
}

/** The dotted name or the string at `i`; empty when there is neither. */
function partsAt(tokens: readonly Token[], i: number): readonly Token[] {
  const first = tokens[i];
  if (first?.kind === 'string') return [first];
  const parts: Token[] = [];
  for (let at = i; identifierOf(tokens[at]) !== undefined; at += 2) {
    const part = tokens[at];
    if (part) parts.push(part);
    if (!isSymbol(tokens[at + 1], '.')) break;
  }
  return parts;
}

function isLocal(frames: readonly Frame[], token: Token | undefined): boolean {
  const name = identifierOf(token);
  return name !== undefined && frames.some(({ locals }) => locals.has(name));
}

function isAlias(token: Token, previous: Token | undefined): boolean {
  const name = identifierOf(token);
  if (name === undefined || isSymbol(previous, '.')) return false;
  if (token.kind === 'quoted') return true;
  return (
    !reservedWords.has(name) &&
    !functionWords.has(name) &&
    (keywordOf(previous) === 'AS' || !columnWords.has(name))
  );
}
