import { surenesses } from '../../ingest/mapping/guess';
import { standingOf, type MatchedColumn } from '../../ingest/mapping/matching';
import type { Variable } from '../../ingest/mapping/variables';

export type Filter = 'all' | 'unanswered' | 'likely' | 'left-out';

/** A line of the list: one column, or the answers of one questionnaire that stand beside each other. */
export interface Line {
  readonly columns: readonly number[];
}

const fewest = 3;

/** The columns a filter shows, the answers of one form as one line. */
export function linesOf(
  columns: readonly MatchedColumn[],
  variables: ReadonlyMap<string, Variable>,
  filter: Filter,
): readonly Line[] {
  const lines: { columns: number[]; series: string | undefined }[] = [];
  columns.forEach((column, index) => {
    if (!isShown(column, filter)) return;
    const series = seriesOf(column, variables);
    const last = lines.at(-1);
    const follows = last?.columns.at(-1) === index - 1 && series !== undefined && last.series === series;
    if (follows) last.columns.push(index);
    else lines.push({ columns: [index], series });
  });
  return lines.flatMap(({ columns: each }) =>
    each.length >= fewest ? [{ columns: each }] : each.map((column) => ({ columns: [column] })),
  );
}

export function isShown(column: MatchedColumn, filter: Filter): boolean {
  const standing = standingOf(column);
  switch (filter) {
    case 'all':
      return true;
    case 'likely':
      return standing === 'read' && !column.isAnswered && column.guess.sureness === 'likely';
    case 'unanswered':
    case 'left-out':
      return standing === filter;
  }
}

/** Answers are shown together when nobody need look at one of them. */
function seriesOf(column: MatchedColumn, variables: ReadonlyMap<string, Variable>): string | undefined {
  const variable = variables.get(column.use.variable ?? '');
  if (variable?.kind !== 'answer' || standingOf(column) !== 'read') return undefined;
  return `${variable.table} ${column.use.wave ?? ''}`;
}

/** Of several the least sure one. */
export function leastSure(columns: readonly MatchedColumn[]): MatchedColumn | undefined {
  const [least] = columns.toSorted(
    (a, b) => surenesses.indexOf(b.guess.sureness) - surenesses.indexOf(a.guess.sureness),
  );
  return least;
}

/** What stands in a column, in a few words: its range, or what is most frequent. */
export function shownValues({ profile }: MatchedColumn): string {
  const { values, least, greatest, numbers, filled, distinct } = profile;
  const isRange = numbers === filled && distinct > 3 && least !== null && greatest !== null;
  if (isRange && greatest - least < 1000) return `${least}–${greatest}`;
  return values
    .slice(0, 3)
    .map(({ value, label }) => label || value)
    .map((shown) => (shown.length > 24 ? `${shown.slice(0, 22)}…` : shown))
    .join(' · ');
}
