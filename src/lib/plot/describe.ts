import type { Cleared } from '../disclosure/cleared';
import { formatPercent } from '../i18n/format';
import { sentencesOf } from '../i18n/sentences';
import type { Chart } from '../notebook/chart';
import type { Column, Value } from '../results/result';
import { baseOf } from './base';
import { figureOf, tickOf } from './figures';
import { arrowOf, bandsOf, rulesOf, sharesOf } from './plan';
import { columnNamed, numberAt, rowsOf, withheldWords, type Row } from './rows';
import { sharesAt } from './shares';
import type { ChartWords } from './words';

/** The chart as sentences: the text alternative a screen reader speaks. It says what is drawn and nothing more. */
export function describeChart(chart: Chart, cleared: Cleared, words: ChartWords): string {
  const opening = [chart.title, chart.subtitle].filter((part) => part !== undefined);
  return [...opening.map(ended), ...describeRows(chart, cleared, words), ...describeFrame(chart, words)].join(
    ' ',
  );
}

const ended = (text: string) => (/[.!?]$/.test(text) ? text : `${text}.`);

function describeRows(chart: Chart, cleared: Cleared, words: ChartWords): readonly string[] {
  const says = sentencesOf(words.language).chart;
  const arrow = arrowOf(chart);
  const shares = sharesOf(chart);
  const groups = columnNamed(cleared, arrow?.y ?? shares?.y ?? '');
  if (!groups) return arrow || shares ? [] : describeMarks(chart, cleared, words);
  const what = arrow ? arrowWords(chart, cleared, words) : sharesWords(chart, cleared, words);
  return rowsOf(cleared, groups, arrow?.n ?? shares?.n ?? 'n', words).map((row) => {
    const parts = [row.withheld ?? what(row) ?? row.absent, row.count, row.small];
    return says.row(row.group, parts.filter((part) => part !== undefined).join(', '));
  });
}

type RowWords = (row: Row) => string | undefined;

function arrowWords(chart: Chart, cleared: Cleared, words: ChartWords): RowWords {
  const mark = arrowOf(chart);
  const start = columnNamed(cleared, mark?.x1 ?? '');
  const end = columnNamed(cleared, mark?.x2 ?? '');
  const figure = figureOf(chart.x, words.language, mark?.decimals);
  return (row) => {
    const from = start ? numberAt(start, row.index) : null;
    const to = end ? numberAt(end, row.index) : null;
    if (from === null || to === null) return undefined;
    return sentencesOf(words.language).chart.fromTo(figure(from), figure(to));
  };
}

function sharesWords(chart: Chart, cleared: Cleared, words: ChartWords): RowWords {
  const mark = sharesOf(chart);
  const [down, same, up] = [mark?.down, mark?.same, mark?.up].map((name) => columnNamed(cleared, name ?? ''));
  const says = sentencesOf(words.language).chart;
  return (row) => {
    if (!down || !same || !up) return undefined;
    const shares = sharesAt({ down, same, up, group: down }, row.index);
    if (!shares) return undefined;
    const part = (name: string, share: number) =>
      says.share(name.toLowerCase(), formatPercent(share, words.language));
    return [part(says.down, shares.down), part(says.same, shares.same), part(says.up, shares.up)].join(', ');
  };
}

/** A chart of plain marks: what each row has in the columns that are drawn. Of many rows only the first are read. */
function describeMarks(chart: Chart, cleared: Cleared, words: ChartWords): readonly string[] {
  const drawn = drawnColumns(chart, cleared);
  const names = drawn.filter((column) => cleared.labels[cleared.columns.indexOf(column)] === true);
  const rest = drawn.filter((column) => !names.includes(column));
  const figure = figureOf(chart.x, words.language);
  const speak = (column: Column, value: Value) =>
    typeof value === 'number' ? figure(value) : words.label(column, value);
  return cleared.withheld.slice(0, 40).map((why, row) => {
    const group = names.map((column) => words.label(column, column.values[row] ?? null)).join(', ');
    const figures = rest.map((column) => `${column.name} ${speak(column, column.values[row] ?? null)}`);
    const base = baseOf(chart, cleared, words, (other) => other === row);
    const what =
      why === null
        ? [...figures, ...(base === undefined ? [] : [base])].join(', ')
        : withheldWords(cleared, words);
    return group === '' ? ended(what) : sentencesOf(words.language).chart.row(group, what);
  });
}

function drawnColumns(chart: Chart, cleared: Cleared): readonly Column[] {
  const channels = chart.marks.flatMap((mark) =>
    Object.values(mark).flatMap((options) => Object.values(options)),
  );
  return cleared.columns.filter((column) => channels.includes(column.name));
}

function describeFrame(chart: Chart, words: ChartWords): readonly string[] {
  const says = sentencesOf(words.language).chart;
  const value = tickOf(chart.x, words.language);
  return [
    ...[...rulesOf(chart, 'x'), ...rulesOf(chart, 'y')].flatMap((rule) =>
      rule.label === undefined ? [] : [says.line(rule.label, value(rule.at))],
    ),
    ...bandsOf(chart).flatMap((band) =>
      band.label === undefined ? [] : [says.field(band.label, value(band.from), value(band.to))],
    ),
  ];
}
