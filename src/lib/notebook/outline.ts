import type { Cell } from './cell';
import type { Notebook } from './notebook';
import { plainText, proseTree, type Block, type Inline, type Level } from './prose-tree';
import { wordsOfPractice } from './practice';
import { templateOf, type Lookup } from './template';
import { wordsOfTheory } from './theory';

export interface OutlineEntry {
  readonly level: Level;
  /** May hold lookups as written. */
  readonly text: string;
  /** Of the cell. */
  readonly index: number;
}

/** The headings of the prose, in order; not those inside quotes and lists. */
export function outline({ cells }: Notebook): readonly OutlineEntry[] {
  return cells.flatMap((cell, index) => {
    if (cell.kind !== 'prose') return [];
    return proseTree(cell.text).flatMap((block) =>
      block.kind === 'heading' ? [{ level: block.level, text: plainText(block.children), index }] : [],
    );
  });
}

/** Is this a text that opens with a heading of the first level? */
export function beginsWithTitle(cell: Cell | undefined): boolean {
  const first = cell?.kind === 'prose' ? proseTree(cell.text)[0] : undefined;
  return first?.kind === 'heading' && first.level === 1;
}

/** What a prose text looks up, in order, each as often as it stands there. */
export function lookupsOf(text: string): readonly Lookup[] {
  return proseTree(text).flatMap(inBlock);
}

/** What a cell's words look up: prose, a chart's title, subtitle, guide and source, a comparison's title, practice, theory and questions. */
export function lookupsIn(cell: Cell): readonly Lookup[] {
  if (cell.kind === 'prose') return lookupsOf(cell.text);
  return wordsOf(cell).flatMap((words) => templateOf(words ?? '').filter(isLookup));
}

function wordsOf(cell: Cell): readonly (string | undefined)[] {
  if (cell.kind === 'compare') return [cell.spec.title];
  if (cell.kind === 'practice') return wordsOfPractice(cell.spec);
  if (cell.kind === 'theory') return wordsOfTheory(cell.spec);
  if (cell.kind === 'reflect') return cell.spec.ask;
  if (cell.kind !== 'plot') return [];
  const { title, subtitle, guide, source } = cell.spec;
  return [title, subtitle, guide, source];
}

function isLookup(part: { readonly kind: string }): part is Lookup {
  return part.kind === 'lookup';
}

function inBlock(block: Block): readonly Lookup[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return block.children.flatMap(inInline);
    case 'list':
      return block.items.flatMap((item) => item.children.flatMap(inBlock));
    case 'quote':
      return block.children.flatMap(inBlock);
    case 'table':
      return [...block.head, ...block.rows.flat()].flat().flatMap(inInline);
    case 'code':
    case 'rule':
      return [];
  }
}

function inInline(inline: Inline): readonly Lookup[] {
  switch (inline.kind) {
    case 'lookup':
      return [inline];
    case 'strong':
    case 'emphasis':
    case 'link':
      return inline.children.flatMap(inInline);
    case 'text':
    case 'code':
    case 'break':
      return [];
  }
}
