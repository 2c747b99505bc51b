import type {
  CompareCell,
  NamedCell,
  PlotCell,
  PracticeCell,
  SqlCell,
  TheoryCell,
} from '../../notebook/cell';
import type { Notebook } from '../../notebook/notebook';
import type { OpenDecision } from '../../notebook/open-decisions';
import { plainText, proseTree, type Block } from '../../notebook/prose-tree';
import { sectionsOf, type Section } from '../../notebook/sections';
import { isPrinted } from '../../report/printed';

export type FigureCell = SqlCell | PlotCell | CompareCell | PracticeCell | TheoryCell;

/** What fills the screen, one at a time. */
export type Screen =
  /** What was decided last time and is not done. */
  | { readonly kind: 'since'; readonly open: readonly OpenDecision[] }
  | SectionScreen
  | { readonly kind: 'minutes' };

export interface SectionScreen {
  readonly kind: 'section';
  readonly heading: string;
  /** One guesses before its figures are seen; not where the notebook only says what it is about. */
  readonly guesses: boolean;
  /** The first paragraph: it stands under the question. */
  readonly lede: string;
  /** The rest of the text, a paragraph or a line of a list each. */
  readonly lines: readonly Line[];
  readonly figures: readonly Figure[];
  /** Of its reflect cell in the notebook. */
  readonly reflection: number | undefined;
}

export interface Line {
  readonly kind: 'paragraph' | 'item';
  readonly text: string;
}

export interface Figure {
  readonly cell: FigureCell;
  /** Of the cell in the notebook. */
  readonly index: number;
}

/** The meeting from its first screen to its last. `open` is what the last meeting left. */
export function screensOf(notebook: Notebook, open: readonly OpenDecision[]): readonly Screen[] {
  const sections = sectionsOf(notebook).map((section, at) => ({
    ...sectionScreen(section, notebook),
    guesses: at > 0 || section.level === 2,
  }));
  return [
    ...(open.length > 0 ? [{ kind: 'since' as const, open }] : []),
    ...sections.filter(({ heading, lede, figures, reflection }) =>
      [heading !== '', lede !== '', figures.length > 0, reflection !== undefined].includes(true),
    ),
    { kind: 'minutes' },
  ];
}

function sectionScreen({ heading, cells }: Section, notebook: Notebook): Omit<SectionScreen, 'guesses'> {
  const lines = cells.flatMap(({ cell }) => (cell.kind === 'prose' ? linesOf(proseTree(cell.text)) : []));
  const [first] = lines;
  const lede = first?.kind === 'paragraph' ? first.text : '';
  const drawn = new Set(cells.flatMap(({ cell }) => (cell.kind === 'plot' ? [cell.spec.data] : [])));
  return {
    kind: 'section',
    heading,
    lede,
    lines: lede === '' ? lines : lines.slice(1),
    figures: cells.flatMap(({ cell, index }) =>
      'name' in cell && isFigure(cell) && isShown(cell, notebook, drawn) ? [{ cell, index }] : [],
    ),
    reflection: cells.find(({ cell }) => cell.kind === 'reflect')?.index,
  };
}

function isFigure(cell: NamedCell): cell is FigureCell {
  return cell.kind !== 'input' && cell.kind !== 'reflect';
}

/** A table that a chart of the section draws is seen in the chart. */
function isShown(cell: FigureCell, notebook: Notebook, drawn: ReadonlySet<string>): boolean {
  if (cell.kind !== 'sql' && cell.kind !== 'compare') return true;
  return !drawn.has(cell.name) && isPrinted(cell, notebook);
}

function linesOf(blocks: readonly Block[]): readonly Line[] {
  return blocks.flatMap((block): readonly Line[] => {
    switch (block.kind) {
      case 'heading':
      case 'paragraph':
        return [{ kind: 'paragraph', text: plainText(block.children) }];
      case 'list':
        return block.items.flatMap((item) =>
          linesOf(item.children).map(({ text }) => ({ kind: 'item' as const, text })),
        );
      case 'quote':
        return linesOf(block.children);
      case 'table':
        return block.rows.map((row) => ({
          kind: 'item' as const,
          text: row
            .map(plainText)
            .filter((text) => text !== '')
            .join(' · '),
        }));
      case 'code':
      case 'rule':
        return [];
    }
  });
}

/** The inputs of the notebook where something is chosen: what the meeting is about. */
export function chosenIn({ cells }: Notebook): readonly string[] {
  return cells.flatMap((cell) => {
    if (cell.kind !== 'input' || (cell.spec.type !== 'select' && cell.spec.type !== 'multi-select'))
      return [];
    const { value } = cell.spec;
    return value === undefined || value === null || value.length === 0 ? [] : [cell.name];
  });
}
