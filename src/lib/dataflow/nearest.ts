/** The names that `written` most likely is a slip of the pen for, the nearest first: at most a third of it differs. */
export function nearest(written: string, names: Iterable<string>): readonly string[] {
  const most = Math.max(1, Math.ceil(written.length / 3));
  return [...names]
    .map((name) => ({ name, far: distance(written.toLowerCase(), name) }))
    .filter(({ far }) => far <= most)
    .toSorted((a, b) => a.far - b.far)
    .map(({ name }) => name);
}

/** Levenshtein's: letters put in, taken out or changed. */
function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, at) => at);
  for (const [line, letter] of [...from].entries()) {
    const next = [line + 1];
    for (let at = 0; at < to.length; at++) {
      const changed = (row[at] ?? 0) + (letter === to[at] ? 0 : 1);
      next.push(Math.min(changed, (row[at + 1] ?? 0) + 1, (next[at] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
