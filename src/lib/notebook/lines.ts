/** A text with one kind of line end. */
export function normalise(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

/** A byte order mark belongs to a file, not to its text. */
export function withoutMark(text: string): string {
  return text.replace(/^\uFEFF/, '');
}

export const isBlank = (line: string) => /^[ \t]*$/.test(line);

/** The lines without the blank ones at either end. */
export function trimBlank(lines: readonly string[]): readonly string[] {
  const first = lines.findIndex((line) => !isBlank(line));
  if (first === -1) return [];
  return lines.slice(first, lines.findLastIndex((line) => !isBlank(line)) + 1);
}
