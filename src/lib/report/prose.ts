import type { Block, Inline, Table } from '../notebook/prose-tree';
import type { Build, Child } from './build';

/** What a lookup in the prose says. */
export type Speak = (lookup: Extract<Inline, { kind: 'lookup' }>) => string;

/** Prose as elements, lookups as the values they found. */
export function proseElements(blocks: readonly Block[], build: Build, speak: Speak): readonly Element[] {
  const inline = (children: readonly Inline[]): readonly Child[] =>
    children.map((child) => inlineNode(child, build, speak));
  return blocks.map((block) => {
    switch (block.kind) {
      case 'heading':
        return build(`h${block.level}`, {}, ...inline(block.children));
      case 'paragraph':
        return build('p', {}, ...inline(block.children));
      case 'list': {
        const items = block.items.map((item) =>
          build('li', {}, ...proseElements(item.children, build, speak)),
        );
        const start = block.ordered && block.start !== 1 ? { start: String(block.start) } : {};
        const close = block.tight ? { class: 'tight' } : {};
        return build(block.ordered ? 'ol' : 'ul', { ...start, ...close }, ...items);
      }
      case 'table':
        return proseTable(block, build, inline);
      case 'quote':
        return build('blockquote', {}, ...proseElements(block.children, build, speak));
      case 'code':
        return build('pre', {}, build('code', {}, block.text));
      case 'rule':
        return build('hr', {});
    }
  });
}

function inlineNode(inline: Inline, build: Build, speak: Speak): Child {
  const children = (of: readonly Inline[]) => of.map((child) => inlineNode(child, build, speak));
  switch (inline.kind) {
    case 'text':
      return inline.text;
    case 'lookup':
      return build('span', { class: 'live' }, speak(inline));
    case 'strong':
      return build('strong', {}, ...children(inline.children));
    case 'emphasis':
      return build('em', {}, ...children(inline.children));
    case 'code':
      return build('code', {}, inline.text);
    case 'link':
      return build('a', { href: inline.href, rel: 'noreferrer' }, ...children(inline.children));
    case 'break':
      return build('br', {});
  }
}

function proseTable(
  table: Table,
  build: Build,
  inline: (children: readonly Inline[]) => readonly Child[],
): Element {
  const row = (tag: 'th' | 'td', cells: readonly (readonly Inline[])[]) =>
    build(
      'tr',
      {},
      ...cells.map((cell, index) =>
        build(tag, table.align[index] === 'right' ? { class: 'number' } : {}, ...inline(cell)),
      ),
    );
  return build(
    'table',
    {},
    build('thead', {}, row('th', table.head)),
    build('tbody', {}, ...table.rows.map((cells) => row('td', cells))),
  );
}
