import type { Place, QueryProblem } from './engine';

type SqlProblem = QueryProblem & { kind: 'sql' };

const excerpt = /\n*LINE (\d+): (.*)\n( *)\^/;

/** DuckDB's words → what an editor needs. `sql` is the text the places are in; DuckDB counted `lineShift` lines before it. */
export function readError(error: unknown, sql: string, lineShift = 0): SqlProblem {
  const full = messageOf(error);
  const match = excerpt.exec(full);
  const message = (match ? full.slice(0, match.index) : full).trimEnd();
  const place = match
    ? placeOf(match, sql, lineShift)
    : /at end of input$/.test(message)
      ? endOf(sql)
      : undefined;
  const problem = { kind: 'sql' as const, message, candidates: candidatesOf(message) };
  return place ? { ...problem, place } : problem;
}

/** Syntax errors come as JSON when a statement is run and as text when it is prepared. */
export function messageOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  if (!text.startsWith('{"exception_type"')) return text;
  try {
    const read = JSON.parse(text) as { exception_type?: unknown; exception_message?: unknown };
    return `${String(read.exception_type)} Error: ${String(read.exception_message)}`;
  } catch {
    return text;
  }
}

function placeOf(match: RegExpExecArray, sql: string, lineShift: number): Place | undefined {
  const lines = sql.split('\n');
  const line = Number(match[1]) - lineShift;
  // A text that stops too early is complained about after its end, in the wrapper.
  if (line > lines.length) return endOf(sql);
  const text = lines[line - 1];
  if (text === undefined) return undefined;
  const shown = match[2] ?? '';
  const caret = (match[3]?.length ?? 0) - `LINE ${match[1]}: `.length;
  return { line, column: columnOf(text, shown, indexAtWidth(shown, caret)) };
}

function endOf(sql: string): Place {
  const lines = sql.trimEnd().split('\n');
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}

/** 1-based, in UTF-16 units of the whole line: DuckDB shows long lines as `...a part of them...`. */
function columnOf(line: string, shown: string, caret: number): number {
  const flat = (text: string) => text.replace(/\s/g, ' ');
  if (flat(line).startsWith(flat(shown))) return caret + 1;
  const head = shown.startsWith('...') ? 3 : 0;
  const part = shown.slice(head, shown.endsWith('...') ? -3 : undefined);
  const from = flat(line).indexOf(flat(part));
  return from < 0 ? 1 : from + caret - head + 1;
}

/** DuckDB places its caret by the width on a screen. */
function indexAtWidth(text: string, width: number): number {
  let index = 0;
  let seen = 0;
  for (const character of text) {
    if (seen >= width) break;
    seen += widthOf(character);
    index += character.length;
  }
  return index;
}

function widthOf(character: string): number {
  if (/\p{M}/u.test(character)) return 0;
  return /[\p{Emoji_Presentation}\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u.test(
    character,
  )
    ? 2
    : 1;
}

function candidatesOf(message: string): string[] {
  const hints = message.match(/^(?:Candidate (?:bindings|Entries):|Did you mean) .*$/gim) ?? [];
  const names = hints.flatMap((hint) =>
    [...hint.matchAll(/"((?:[^"]|"")+)"/g)].map((found) => found[1] ?? ''),
  );
  return [...new Set(names)];
}

/** What the engine can still do after an error: `dead` needs a new worker, `full` was only out of memory. */
export function gravityOf(error: unknown): 'alive' | 'full' | 'dead' {
  const name = error instanceof Error ? error.name : '';
  const message = messageOf(error);
  if (name === 'RuntimeError' || name === 'RangeError') return 'dead';
  if (/^(FATAL|INTERNAL) Error/.test(message) || /database has been invalidated/.test(message)) return 'dead';
  if (/^Out of Memory Error/.test(message)) return 'full';
  // DuckDB's own messages may quote a user's words: `'unreachable'::INT`.
  if (/^[A-Z][A-Za-z ]* Error: /.test(message)) return 'alive';
  return /memory access out of bounds|table index|null function|function signature mismatch|unreachable|Maximum call stack|bad_alloc|Aborted|allocation failed/i.test(
    message,
  )
    ? 'dead'
    : 'alive';
}
