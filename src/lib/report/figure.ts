import type { Cleared, Unclearable } from '../disclosure/cleared';
import { sentencesOf } from '../i18n/sentences';
import { attributeOf, type AttributeKey, type CellName, type PlotCell, type SqlCell } from '../notebook/cell';
import { CellName as Name } from '../notebook/cell';
import { drawChart } from '../plot/draw';
import type { Build } from './build';
import { captionOf, chartInWords, filledIn, foundWords, lookUpOf, type Caption } from './lookup';
import type { ReportParts, ReportWords } from './outcome';
import { tableElement, tableNote } from './table';

/** How many figures and tables there are so far. */
export interface Numbering {
  figures: number;
  tables: number;
}

/** A chart is drawn twice, and the style shows the one there is room for: letters keep their size on a phone. */
const widths = { wide: 640, narrow: 350 } as const;

/** A chart with its number, title, measure, guide and source; or, in its place, why it is not here. */
export function figureElement(
  cell: PlotCell,
  parts: ReportParts,
  build: Build,
  numbering: Numbering,
): Element {
  const says = sentencesOf(parts.words.language).report;
  const number = ++numbering.figures;
  const chart = chartInWords(cell.spec, lookUpOf(parts), (found) => foundWords(found, parts.words));
  const name = Name.safeParse(chart.data);
  const found = name.success ? clearedOf(name.data, parts) : { why: says.missingData(chart.data) };
  const draw = (cleared: Cleared, size: keyof typeof widths) => {
    const asked = { width: widths[size], id: `figure-${number}-${size}` };
    const drawing = drawChart(chart, cleared, parts.words, asked, parts.document);
    return build('div', { class: `chart ${size}` }, drawing);
  };
  return build(
    'figure',
    { class: 'drawing' },
    titled(says.figure(number), chart.title ?? cell.name, build),
    ...paragraph('subtitle', chart.subtitle, build),
    ...('cleared' in found
      ? [draw(found.cleared, 'wide'), draw(found.cleared, 'narrow')]
      : [note(found.why, build)]),
    ...('cleared' in found ? guide(chart.guide, parts.words, build) : []),
    ...paragraph('source', chart.source, build),
  );
}

/** A table likewise. Its words are attributes of the cell: title, subtitle, guide, source, decimals. */
export function tableFigure(cell: SqlCell, parts: ReportParts, build: Build, numbering: Numbering): Element {
  const says = sentencesOf(parts.words.language).report;
  const number = ++numbering.tables;
  const written = (key: AttributeKey) => attributeOf(cell, key);
  const { title, subtitle } = captionIn({ title: written('title'), subtitle: written('subtitle') }, parts);
  const found = clearedOf(cell.name, parts);
  const body = 'cleared' in found ? tableParts(found.cleared, cell, parts, build) : [note(found.why, build)];
  return build(
    'figure',
    { class: 'table' },
    titled(says.table(number), title ?? cell.name, build),
    ...paragraph('subtitle', subtitle, build),
    ...body,
    ...('cleared' in found ? guideOfTable(filled(written('guide'), parts), build) : []),
    ...paragraph('source', filled(written('source'), parts), build),
  );
}

function tableParts(cleared: Cleared, cell: SqlCell, parts: ReportParts, build: Build): readonly Element[] {
  const decimals = Number(attributeOf(cell, 'decimals') ?? 'none');
  const most = Number.isInteger(decimals) && decimals >= 0 && decimals <= 6 ? decimals : undefined;
  const table = tableElement(cleared, parts.words, build, parts.document, most);
  const said = tableNote(cleared, parts.words);
  return [build('div', { class: 'scroll' }, table), ...(said === undefined ? [] : [note(said, build)])];
}

export function captionIn(
  written: { readonly title?: string | undefined; readonly subtitle?: string | undefined },
  parts: ReportParts,
): Caption {
  return captionOf(written, lookUpOf(parts), (found) => foundWords(found, parts.words));
}

function filled(text: string | undefined, parts: ReportParts): string | undefined {
  return text && filledIn(text, parts);
}

/** The cleared result of a cell, or a sentence about why there is none. */
export function clearedOf(
  name: CellName,
  parts: ReportParts,
): { readonly cleared: Cleared } | { readonly why: string } {
  const says = sentencesOf(parts.words.language).report;
  const outcome = parts.results.get(name);
  if (!outcome) return { why: says.notRun };
  if (outcome.kind === 'failed') return { why: says.failed(outcome.why) };
  if (outcome.kind === 'stale') return { why: says.stale };
  if (outcome.kind === 'left-out') return { why: says.leftOutTable };
  return outcome.clearing.ok
    ? { cleared: outcome.clearing.cleared }
    : { why: unclearableWords(outcome.clearing.problem, parts.words) };
}

export function unclearableWords(problem: Unclearable, words: ReportWords): string {
  const says = sentencesOf(words.language).report;
  switch (problem.kind) {
    case 'no-count':
      return says.noCount;
    case 'single-children':
      return says.singleChildren;
    case 'few-crossed':
      return says.fewCrossed;
  }
}

export const note = (words: string, build: Build) => build('p', { class: 'note' }, words);

export function titled(number: string, title: string, build: Build): Element {
  return build('figcaption', { class: 'title' }, build('span', { class: 'number-of' }, number), ' ', title);
}

export function paragraph(kind: string, words: string | undefined, build: Build): readonly Element[] {
  return words === undefined ? [] : [build('p', { class: kind }, words)];
}

function guide(words: string | undefined, { language }: ReportWords, build: Build): readonly Element[] {
  if (words === undefined) return [];
  return [
    build('p', { class: 'guide' }, build('strong', {}, sentencesOf(language).report.guide), ` ${words}`),
  ];
}

function guideOfTable(words: string | undefined, build: Build): readonly Element[] {
  return words === undefined ? [] : [build('p', { class: 'guide' }, words)];
}
