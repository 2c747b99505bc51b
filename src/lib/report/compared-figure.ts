import type { Cleared } from '../disclosure/cleared';
import type { CompareCell } from '../notebook/cell';
import { sentencesOf } from '../i18n/sentences';
import { withheldWords } from '../plot/rows';
import type { Build } from './build';
import { comparedTables, keepTogether, type ComparedRow, type ComparedTable } from './compared';
import { captionIn, clearedOf, note, titled, type Numbering } from './figure';
import type { ReportParts } from './outcome';
import { titleOf } from './printed';
import { hatch, smallMark, tableNote } from './table';

/** A comparison for print: one numbered table of several parts, each with its own heads. */
export function comparedFigure(
  cell: CompareCell,
  parts: ReportParts,
  build: Build,
  numbering: Numbering,
): Element {
  const number = sentencesOf(parts.words.language).report.table(++numbering.tables);
  const { title = cell.name } = captionIn({ title: titleOf(cell) }, parts);
  const found = clearedOf(cell.name, parts);
  return build(
    'figure',
    { class: 'table' },
    titled(number, title, build),
    ...('cleared' in found ? comparedElements(found.cleared, cell, parts, build) : [note(found.why, build)]),
  );
}

function comparedElements(
  cleared: Cleared,
  cell: CompareCell,
  parts: ReportParts,
  build: Build,
): readonly Element[] {
  const said = tableNote(cleared, parts.words);
  return [
    ...comparedTables(cleared, parts.words, cell.spec.decimals).flatMap((table) => [
      build('p', { class: 'subtitle' }, build('strong', {}, `${table.caption}.`), ` ${table.note}`),
      build('div', { class: 'scroll' }, tableElement(table, cleared, parts, build)),
    ]),
    ...(said === undefined ? [] : [note(said, build)]),
  ];
}

function tableElement(table: ComparedTable, cleared: Cleared, parts: ReportParts, build: Build): Element {
  const says = sentencesOf(parts.words.language).compare;
  const head = (text: string, number: boolean) =>
    build('th', { scope: 'col', ...(number && { class: 'number' }) }, text);
  const heads = [head(says.group, false), head('n', true), ...table.heads.map((text) => head(text, true))];
  const rows = table.rows.map((row) => rowElement(row, table, cleared, parts, build));
  return build('table', {}, build('thead', {}, build('tr', {}, ...heads)), build('tbody', {}, ...rows));
}

function rowElement(
  row: ComparedRow,
  { heads }: ComparedTable,
  cleared: Cleared,
  { words, document }: ReportParts,
  build: Build,
): Element {
  const small = row.withheld ? [] : smallMark(cleared.counts[row.row] ?? null, words, build, document);
  const name = build('td', {}, row.name, ...small);
  const span = { class: 'withheld', colspan: String(heads.length + 1) };
  const values = row.withheld
    ? [build('td', span, hatch(document), `\u00a0 ${withheldWords(cleared, words)}`)]
    : [row.n, ...row.cells].map((text) => build('td', { class: 'number' }, keepTogether(text)));
  return build('tr', row.total ? { class: 'total' } : {}, name, ...values);
}
