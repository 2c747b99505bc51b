import { floor, type Cleared } from '../disclosure/cleared';
import { formatNumber } from '../i18n/format';
import { sentencesOf } from '../i18n/sentences';
import { penOf } from '../plot/pen';
import { smallUnder, withheldWords } from '../plot/rows';
import { spokenOver, totalRow } from '../plot/total';
import { bracketOf, columnsRead, intervalsOf } from '../results/interval';
import type { Column } from '../results/result';
import type { Build, Child } from './build';
import type { ReportWords } from './outcome';
import { cellWords } from './value';

/** A cleared table for print: n as it stands, withheld rows with a hatched bar and the reason, small n at the name. */
export function tableElement(
  cleared: Cleared,
  spoken: ReportWords,
  build: Build,
  document: Document,
  decimals: number | undefined,
): Element {
  const words = spokenOver(cleared, spoken);
  const total = totalRow(cleared);
  const intervals = intervalsOf(cleared.columns);
  const { brackets } = sentencesOf(words.language).chart;
  const head = columnsOf(cleared).map(([column, index]) => {
    const ends = intervals.has(index) ? [' ', build('span', { class: 'ends' }, brackets)] : [];
    return build('th', { scope: 'col', ...align(column) }, words.heading(column), ...ends);
  });
  const rows = cleared.withheld.map((why, row) => {
    const cells =
      why === null
        ? shownRow(cleared, row, words, build, document, decimals)
        : withheldRow(cleared, row, words, build, document);
    return build('tr', row === total ? { class: 'total' } : {}, ...cells);
  });
  return build('table', {}, build('thead', {}, build('tr', {}, ...head)), build('tbody', {}, ...rows));
}

/** What a person should know of the table as a whole. */
export function tableNote(cleared: Cleared, words: ReportWords): string | undefined {
  const says = sentencesOf(words.language).report;
  if (cleared.rowCount === 0) return says.noRows;
  const notes = [
    ...(cleared.truncated ? [says.truncated(formatNumber(cleared.rowCount, words.language))] : []),
    ...(cleared.leftOut.length > 0 ? [says.leftOut(cleared.leftOut.join(', '))] : []),
  ];
  return notes.length > 0 ? notes.join(' ') : undefined;
}

function align(column: Column): { readonly class?: string } {
  return column.type === 'number' || column.type === 'integer' ? { class: 'number' } : {};
}

function columnsOf({ columns }: Cleared): readonly (readonly [Column, number])[] {
  return columnsRead(columns).flatMap((index) => {
    const column = columns[index];
    return column ? [[column, index] as const] : [];
  });
}

function shownRow(
  cleared: Cleared,
  row: number,
  words: ReportWords,
  build: Build,
  document: Document,
  decimals: number | undefined,
): readonly Element[] {
  const { columns, labels, counts } = cleared;
  const written = (index: number) => {
    const column = columns[index];
    if (cleared.obscured[index]?.has(row)) return sentencesOf(words.language).report.withheldValue;
    return column ? cellWords(column, column.values[row] ?? null, words, decimals) : '';
  };
  const intervals = intervalsOf(columns);
  const nameAt = labels.indexOf(true);
  return columnsOf(cleared).map(([column, index]) => {
    const bracket = bracketOf(columns, intervals.get(index), row, written);
    const ends = bracket ? [' ', build('span', { class: 'ends' }, bracket)] : [];
    const mark = index === nameAt ? smallMark(counts[row] ?? null, words, build, document) : [];
    return build('td', align(column), written(index), ...ends, ...mark);
  });
}

export function smallMark(
  count: number | null,
  words: ReportWords,
  build: Build,
  document: Document,
): readonly Child[] {
  if (count === null || count >= smallUnder) return [];
  const says = sentencesOf(words.language).chart;
  const ring = penOf(document).make(
    'svg',
    { viewBox: '0 0 12 12', width: 12, height: 12, 'aria-hidden': 'true' },
    [
      penOf(document).make('circle', {
        cx: 6,
        cy: 6,
        r: 5,
        fill: 'none',
        stroke: 'var(--warn)',
        'stroke-width': 1.5,
        'stroke-dasharray': '2.5 2',
      }),
    ],
  );
  return [
    ' ',
    build('span', { class: 'small' }, ring, ` ${count < floor ? says.underFive : says.smallCount}`),
  ];
}

/** The names stay; one hatched cell takes the place of everything else. */
function withheldRow(
  cleared: Cleared,
  row: number,
  words: ReportWords,
  build: Build,
  document: Document,
): readonly Element[] {
  const names = cleared.columns.filter((_, index) => cleared.labels[index] === true);
  const hidden = columnsRead(cleared.columns).length - names.length;
  const reason = withheldWords(cleared, words);
  const bar = build(
    'td',
    { class: 'withheld', colspan: String(Math.max(1, hidden)) },
    hatch(document),
    `\u00a0 ${reason}`,
  );
  const first = cleared.labels.indexOf(false);
  return cleared.columns.flatMap((column, index) => {
    if (cleared.labels[index] === true)
      return [build('td', {}, words.label(column, column.values[row] ?? null))];
    return index === first ? [bar] : [];
  });
}

/** Lines, not a background: those are left out when a browser prints. */
export function hatch(document: Document): Element {
  const pen = penOf(document);
  const frame = { x: 0.5, y: 0.5, width: 23, height: 9, fill: 'none', stroke: 'var(--edge)' };
  const lines = [-4, 1, 6, 11, 16, 21].map((x) => {
    const [from, to] = [Math.max(0.5, x), Math.min(23.5, x + 9)];
    return pen.make('line', {
      x1: from,
      y1: 9.5 - (from - x),
      x2: to,
      y2: 9.5 - (to - x),
      stroke: 'var(--edge)',
    });
  });
  return pen.make('svg', { viewBox: '0 0 24 10', width: 24, height: 10, 'aria-hidden': 'true' }, [
    pen.make('rect', frame),
    ...lines,
  ]);
}
