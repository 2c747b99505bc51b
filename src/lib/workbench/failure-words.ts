import type { Failure } from '../dataflow/session';
import type { Sentences } from '../i18n/sentences';

/** A failure as a person reads it. `fix` replaces a word of the cell; `detail` is the engine's own text. */
export interface FailureWords {
  readonly title: string;
  readonly help: string;
  readonly wrong?: string;
  readonly detail: string;
}

type Words = Sentences['failure'];

export function failureWords(failure: Failure, words: Words): FailureWords {
  const { message } = failure;
  switch (failure.kind) {
    case 'sql':
      return { help: '', ...sqlWords(message, words), detail: message };
    case 'refused':
      return { ...refusedWords(failure, words), detail: message };
    case 'cancelled':
      return { title: words.cancelled, help: words.cancelledHelp, detail: message };
    case 'stopped':
      return message === 'memory'
        ? { title: words.stoppedMemory, help: words.stoppedMemoryHelp, detail: '' }
        : { title: words.stoppedTime, help: words.stoppedTimeHelp, detail: '' };
    case 'duplicate-name':
      return { title: words.duplicateName(message), help: words.duplicateNameHelp, detail: '' };
    case 'name-is-table':
      return { title: words.nameIsTable(message), help: words.nameIsTableHelp, detail: '' };
    case 'cycle':
      return { title: words.cycle(message), help: words.cycleHelp, detail: '' };
    case 'unknown-input':
      return {
        title: words.unknownInput(message),
        help: words.unknownInputHelp,
        wrong: `$${message}`,
        detail: '',
      };
    case 'unknown-cell':
      return { title: words.unknownCell(message), help: words.unknownCellHelp, wrong: message, detail: '' };
    case 'compare':
      return compareWords(message, words);
    case 'unbalanced':
      return { title: words.unbalanced, help: words.unbalancedHelp, detail: '' };
  }
}

function compareWords(message: string, words: Words): FailureWords {
  const why = isKeyOf(words.compare, message) ? message : 'broken';
  return { title: words.compare[why], help: words.compareHelp[why], detail: '' };
}

function isKeyOf<Of extends object>(of: Of, key: PropertyKey): key is keyof Of {
  return Object.hasOwn(of, key);
}

type SqlWords = Pick<FailureWords, 'title'> & Partial<Pick<FailureWords, 'help' | 'wrong'>>;
type Reader = readonly [pattern: RegExp, read: (words: Words, found: readonly string[]) => SqlWords];

const named = (title: (name: string) => string, name = ''): SqlWords => ({ title: title(name), wrong: name });

/** DuckDB 1.4's common messages. Anything else gets a general sentence, with DuckDB's own below it. */
const readers: readonly Reader[] = [
  [/Referenced column "([^"]+)" not found/, (words, [name]) => named(words.column, name)],
  [
    /Table "([^"]+)" does not have a column named "([^"]+)"/,
    (words, [table = '', name = '']) => ({
      title: words.columnIn(name, table),
      wrong: name,
    }),
  ],
  [
    /Values list "([^"]+)" does not have a column named "([^"]+)"/,
    (words, [table = '', name = '']) => ({
      title: words.columnIn(name, table),
      wrong: name,
    }),
  ],
  [/Table with name "?([^\s"!]+)"? does not exist/, (words, [name]) => named(words.table, name)],
  [/Referenced table "([^"]+)" not found/, (words, [name]) => named(words.table, name)],
  [/Function with name "?([^\s"!]+)"? does not exist/, (words, [name]) => named(words.function, name)],
  [/syntax error at or near "([^"]+)"/, (words, [near]) => named(words.syntax, near)],
  [/syntax error at end of input/, (words) => ({ title: words.syntaxEnd })],
  [
    /Could not convert string '([^']*)' to (\w+)/,
    (words, [value = '', type = '']) => ({ title: words.conversion(value, type) }),
  ],
  [/column "([^"]+)" must appear in the GROUP BY clause/, (words, [name]) => named(words.group, name)],
  [
    /Ambiguous reference to column name "([^"]+)"/,
    (words, [name = '']) => ({
      title: words.ambiguous(name),
      help: words.ambiguousHelp,
      wrong: name,
    }),
  ],
  [/Cannot compare values of type|Cannot mix values of type/, (words) => ({ title: words.types })],
];

function sqlWords(message: string, words: Words): SqlWords {
  for (const [pattern, read] of readers) {
    const match = pattern.exec(message);
    if (match) return read(words, match.slice(1));
  }
  return { title: words.other };
}

function refusedWords({ reason, message }: Failure, words: Words): Pick<FailureWords, 'title' | 'help'> {
  if (reason === 'function') {
    return { title: words.refusedFunction(message), help: words.refusedFunctionHelp };
  }
  return reason === 'parentheses'
    ? { title: words.unbalanced, help: words.unbalancedHelp }
    : { title: words.refusedStatement, help: words.refusedStatementHelp };
}
