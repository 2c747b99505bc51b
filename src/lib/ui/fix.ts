import type { Failure } from '../dataflow/session';

/** `changes.age_group` or `"age_group"` → age_group: what would stand in the place of one misspelled word. */
export function plainCandidates(candidates: readonly string[]): readonly string[] {
  return [...new Set(candidates.map((candidate) => candidate.replace(/"/g, '').replace(/^.*\./, '')))].slice(
    0,
    3,
  );
}

/** The text with `wrong` replaced where the failure points, or at its first occurrence as a whole word. */
export function fixText(text: string, failure: Failure, wrong: string, right: string): string {
  const start = failure.line === undefined ? 0 : offsetOf(text, failure.line, failure.column ?? 1);
  const word = new RegExp(`(?<!\\w)${wrong.replace(/[^\w]/g, '\\$&')}(?!\\w)`, 'i');
  for (const from of [Math.max(0, start - wrong.length), 0]) {
    const found = word.exec(text.slice(from));
    if (found)
      return text.slice(0, from + found.index) + right + text.slice(from + found.index + wrong.length);
  }
  return text;
}

/** Where line and column (both from 1) are in the text. */
export function offsetOf(text: string, line: number, column: number): number {
  const before = text.split('\n').slice(0, line - 1);
  return before.reduce((sum, each) => sum + each.length + 1, 0) + column - 1;
}
