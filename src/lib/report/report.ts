import { floor, type Clearing } from '../disclosure/cleared';
import { formatDate, formatNumber } from '../i18n/format';
import { sentencesOf } from '../i18n/sentences';
import type { Cell, InputCell } from '../notebook/cell';
import { proseTree } from '../notebook/prose-tree';
import { builderIn, type Build } from './build';
import { choiceSentence } from './choice';
import { comparedFigure } from './compared-figure';
import { figureElement, tableFigure, type Numbering } from './figure';
import { foundWords, lookUpOf } from './lookup';
import type { ReportParts } from './outcome';
import { practiceTable } from './practice';
import { proseElements } from './prose';
import { isPrinted } from './printed';
import { reflectionElements } from './reflect';
import { styleOf } from './style';
import { theoryFigure } from './theory';

const policyOfPage = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/**
 * A notebook with its cleared results as one HTML page that needs nothing else: no script, no font, no request.
 * Every word of data goes in as a text node or an attribute value, so none of it can become markup.
 */
export function renderReport(parts: ReportParts): string {
  const build = builderIn(parts.document);
  const page = build('html', { lang: parts.words.language }, headOf(parts, build), bodyOf(parts, build));
  return `<!doctype html>\n${page.outerHTML}\n`;
}

function headOf(parts: ReportParts, build: Build): Element {
  const running = { project: parts.project, title: titleOf(parts), foot: footWords(parts).join(' ') };
  return build(
    'head',
    {},
    build('meta', { charset: 'utf-8' }),
    build('meta', { 'http-equiv': 'Content-Security-Policy', content: policyOfPage }),
    build('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    build('meta', { name: 'referrer', content: 'no-referrer' }),
    build('title', {}, asTitle(titleOf(parts))),
    build('style', {}, styleOf(running)),
  );
}

/** linkedom writes the text of a `title` as it is; a page's name can do without these two signs. */
function asTitle(text: string): string {
  return text.replaceAll('<', '‹').replaceAll('>', '›');
}

function titleOf({ notebook, words }: ReportParts): string {
  return notebook.header.title === '' ? sentencesOf(words.language).report.untitled : notebook.header.title;
}

function bodyOf(parts: ReportParts, build: Build): Element {
  const title = titleOf(parts);
  return build(
    'body',
    {},
    build('header', { class: 'head' }, build('span', {}, parts.project), build('span', {}, title)),
    build(
      'main',
      {},
      ...notices(parts, build),
      ...heading(parts, title, build),
      ...cellElements(parts, build),
    ),
    build('footer', { class: 'foot' }, ...footWords(parts).map((words) => build('span', {}, words))),
  );
}

function notices(parts: ReportParts, build: Build): readonly Element[] {
  const says = sentencesOf(parts.words.language).report;
  const words = [
    ...(parts.synthetic ? [says.synthetic] : []),
    ...(showsAll(parts) ? [says.noPolicy] : []),
    ...(parts.reason === '' ? [] : [says.allTheSame(parts.reason)]),
  ];
  return words.map((notice) => build('p', { class: 'notice' }, notice));
}

/** Is anything on the page shown without withholding? */
function showsAll({ policy, results }: ReportParts): boolean {
  const cleared = (clearing: Clearing) => clearing.ok && clearing.cleared.policy.kind === 'none';
  return (
    policy.kind === 'none' || [...results.values()].some((of) => of.kind === 'result' && cleared(of.clearing))
  );
}

function footWords(parts: ReportParts): readonly string[] {
  const says = sentencesOf(parts.words.language).report;
  const minimum = parts.policy.kind === 'minimum' ? Math.max(floor, parts.policy.minimum) : floor;
  return [
    parts.dataNote,
    showsAll(parts) ? says.noPolicy : says.groupsHidden(formatNumber(minimum, parts.words.language)),
    parts.policy.kind === 'minimum' && parts.policy.rounding
      ? says.roundedTo(formatNumber(parts.policy.rounding, parts.words.language))
      : '',
    says.madeAt(formatDate(parts.madeAt, parts.words.language)),
  ].filter((words) => words !== '');
}

/** The notebook's title, where its prose does not begin with one. */
function heading({ notebook }: ReportParts, title: string, build: Build): readonly Element[] {
  const own = notebook.cells.some(
    (cell) =>
      cell.kind === 'prose' &&
      proseTree(cell.text).some((block) => block.kind === 'heading' && block.level === 1),
  );
  return own ? [] : [build('h1', {}, title)];
}

function cellElements(parts: ReportParts, build: Build): readonly Element[] {
  const numbering: Numbering = { figures: 0, tables: 0 };
  const elements: Element[] = [];
  let choices: InputCell[] = [];
  const say = () => {
    if (choices.length === 0) return;
    elements.push(
      build('p', { class: 'choices' }, choices.map((cell) => choiceSentence(cell, parts.words)).join(' ')),
    );
    choices = [];
  };
  for (const cell of parts.notebook.cells) {
    if (cell.kind === 'input') choices.push(cell);
    else {
      say();
      elements.push(...cellElement(cell, parts, build, numbering));
    }
  }
  say();
  return elements;
}

function cellElement(
  cell: Exclude<Cell, InputCell>,
  parts: ReportParts,
  build: Build,
  numbering: Numbering,
): readonly Element[] {
  switch (cell.kind) {
    case 'prose':
      return proseElements(proseTree(cell.text), build, (lookup) =>
        foundWords(lookUpOf(parts)(lookup), parts.words),
      );
    case 'plot':
      return [figureElement(cell, parts, build, numbering)];
    case 'sql':
      return isPrinted(cell, parts.notebook) ? [tableFigure(cell, parts, build, numbering)] : [];
    case 'compare':
      return isPrinted(cell, parts.notebook) ? [comparedFigure(cell, parts, build, numbering)] : [];
    case 'practice':
      return [practiceTable(cell, parts, build, numbering)];
    case 'theory':
      return [theoryFigure(cell, parts, build, numbering)];
    case 'reflect':
      return reflectionElements(cell, parts, build);
    case 'unread':
      return [build('p', { class: 'note' }, sentencesOf(parts.words.language).report.unread)];
  }
}
