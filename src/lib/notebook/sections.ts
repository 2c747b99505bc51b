import type { Cell } from './cell';
import { markdown, nest } from './markdown';
import type { Notebook } from './notebook';
import { plainText, proseTree } from './prose-tree';

/** A part of a notebook from one heading of the first or second level to the next. */
export interface Section {
  /** May hold lookups as written; empty for what stands before the first heading. */
  readonly heading: string;
  readonly level: 0 | 1 | 2;
  readonly cells: readonly SectionCell[];
}

/** A cell, or of a text that several sections stand in this section's part; without the heading. */
export interface SectionCell {
  readonly cell: Cell;
  /** Of the cell in the notebook. */
  readonly index: number;
}

/** The notebook in its sections, in order: every cell is in one of them, and the words of a text stand once. */
export function sectionsOf({ cells }: Notebook): readonly Section[] {
  const sections: { heading: string; level: 0 | 1 | 2; cells: SectionCell[] }[] = [];
  const last = () => {
    const section = sections.at(-1) ?? { heading: '', level: 0 as const, cells: [] };
    if (sections.length === 0) sections.push(section);
    return section;
  };
  cells.forEach((cell, index) => {
    if (cell.kind !== 'prose') last().cells.push({ cell, index });
    else
      for (const part of partsOf(cell.text)) {
        if (part.level > 0) sections.push({ heading: part.heading, level: part.level, cells: [] });
        if (part.text !== '') last().cells.push({ cell: { kind: 'prose', text: part.text }, index });
      }
  });
  return sections;
}

interface Part {
  readonly heading: string;
  readonly level: Section['level'];
  /** Markdown, without the heading. */
  readonly text: string;
}

/** A text cut before each of its headings; those within quotes and lists cut nothing. */
function partsOf(text: string): readonly Part[] {
  const lines = text.split('\n');
  const heads = nest(markdown.parse(text, {})).flatMap(({ token }) => {
    const level = token.tag === 'h1' ? 1 : token.tag === 'h2' ? 2 : undefined;
    return token.type === 'heading_open' && level && token.map
      ? [{ level, from: token.map[0], to: token.map[1] } as const]
      : [];
  });
  const textOf = (from: number, to?: number) => lines.slice(from, to).join('\n').trim();
  const before = { heading: '', level: 0 as const, text: textOf(0, heads[0]?.from) };
  const rest = heads.map(({ level, from, to }, at) => ({
    heading: headingOf(textOf(from, to)),
    level,
    text: textOf(to, heads[at + 1]?.from),
  }));
  return before.text === '' ? rest : [before, ...rest];
}

function headingOf(text: string): string {
  const [block] = proseTree(text);
  return block?.kind === 'heading' ? plainText(block.children) : '';
}
