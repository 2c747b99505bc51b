import type { Token } from 'markdown-it';
import { markdown, nest, type Nested } from './markdown';
import { lookupSource, templateOf, type Lookup, type TextPart } from './template';

/** Markdown as a small typed tree. No HTML in it anywhere: who shows it builds nodes. */
export type Block =
  | { readonly kind: 'heading'; readonly level: Level; readonly children: readonly Inline[] }
  | { readonly kind: 'paragraph'; readonly children: readonly Inline[] }
  | List
  | Table
  | { readonly kind: 'quote'; readonly children: readonly Block[] }
  | { readonly kind: 'code'; readonly language: string; readonly text: string }
  | { readonly kind: 'rule' };

export type Level = 1 | 2 | 3 | 4 | 5 | 6;

export interface List {
  readonly kind: 'list';
  readonly ordered: boolean;
  /** The first number of an ordered list. */
  readonly start: number;
  /** Written without blank lines between its items: they are set close. */
  readonly tight: boolean;
  readonly items: readonly ListItem[];
}
export interface ListItem {
  readonly kind: 'item';
  readonly children: readonly Block[];
}

export interface Table {
  readonly kind: 'table';
  /** One for each column. */
  readonly align: readonly Align[];
  readonly head: readonly (readonly Inline[])[];
  readonly rows: readonly (readonly (readonly Inline[])[])[];
}
export type Align = 'left' | 'center' | 'right' | null;

export type Inline =
  | TextPart
  | Lookup
  | { readonly kind: 'strong' | 'emphasis'; readonly children: readonly Inline[] }
  | { readonly kind: 'code'; readonly text: string }
  /** Only https:, http:, mailto: and # of this page. */
  | { readonly kind: 'link'; readonly href: string; readonly children: readonly Inline[] }
  | { readonly kind: 'break' };

/** Reads Markdown without HTML; an image becomes its alt text and address, a link to anywhere else its words. */
export function proseTree(text: string): readonly Block[] {
  return nest(markdown.parse(text, {})).flatMap(readBlock);
}

function readBlock({ token, children }: Nested): readonly Block[] {
  switch (token.type) {
    case 'heading_open':
      return [{ kind: 'heading', level: levelOf(token.tag), children: inlineOf(children) }];
    case 'paragraph_open':
      return [{ kind: 'paragraph', children: inlineOf(children) }];
    case 'bullet_list_open':
    case 'ordered_list_open':
      return [readList(token, children)];
    case 'blockquote_open':
      return [{ kind: 'quote', children: children.flatMap(readBlock) }];
    case 'table_open':
      return [readTable(children)];
    case 'fence':
    case 'code_block':
      return [{ kind: 'code', language: token.info.trim(), text: token.content.replace(/\n$/, '') }];
    case 'hr':
      return [{ kind: 'rule' }];
    default:
      return [];
  }
}

function levelOf(tag: string): Level {
  const level = Number(tag.slice(1));
  return level === 1 || level === 2 || level === 3 || level === 4 || level === 5 ? level : 6;
}

function readList(token: Token, children: readonly Nested[]): List {
  const paragraphs = children
    .flatMap((item) => item.children)
    .filter((child) => child.token.type === 'paragraph_open');
  return {
    kind: 'list',
    ordered: token.type === 'ordered_list_open',
    start: Number(token.attrGet('start') ?? 1),
    tight: paragraphs.every((paragraph) => paragraph.token.hidden),
    items: children.map((item) => ({ kind: 'item', children: item.children.flatMap(readBlock) })),
  };
}

function readTable(children: readonly Nested[]): Table {
  const rowsOf = (part: string) =>
    children.filter(({ token }) => token.type === part).flatMap((found) => found.children);
  const head = rowsOf('thead_open')[0]?.children ?? [];
  return {
    kind: 'table',
    align: head.map(({ token }) => alignOf(String(token.attrGet('style') ?? ''))),
    head: head.map((cell) => inlineOf(cell.children)),
    rows: rowsOf('tbody_open').map((row) => row.children.map((cell) => inlineOf(cell.children))),
  };
}

function alignOf(style: string): Align {
  const word = style.replace('text-align:', '');
  return word === 'left' || word === 'center' || word === 'right' ? word : null;
}

function inlineOf(children: readonly Nested[]): readonly Inline[] {
  return joinText(children.flatMap(({ token }) => nest(token.children ?? []).flatMap(readInline)));
}

function readInline({ token, children }: Nested): readonly Inline[] {
  switch (token.type) {
    case 'text':
      return [{ kind: 'text', text: token.content }];
    case 'softbreak':
      return [{ kind: 'text', text: ' ' }];
    case 'hardbreak':
      return [{ kind: 'break' }];
    case 'code_inline':
      return [{ kind: 'code', text: token.content }];
    case 'strong_open':
      return [{ kind: 'strong', children: joinText(children.flatMap(readInline)) }];
    case 'em_open':
      return [{ kind: 'emphasis', children: joinText(children.flatMap(readInline)) }];
    case 'link_open':
      return readLink(String(token.attrGet('href') ?? ''), joinText(children.flatMap(readInline)));
    case 'image':
      return [{ kind: 'text', text: imageWords(token) }];
    case 'lookup':
      return templateOf(token.content);
    default:
      return [];
  }
}

/** Never fetched: what it was to show, and where it lies. */
function imageWords(token: Token): string {
  const alt = plainText(inlineOf([{ token, children: [] }]));
  const address = String(token.attrGet('src') ?? '');
  const short = address.length > longest ? `${address.slice(0, longest)}…` : address;
  return [alt, short && `(${short})`].filter(Boolean).join(' ');
}
const longest = 120;

function readLink(href: string, children: readonly Inline[]): readonly Inline[] {
  const leads = href.startsWith('#') || (/^(https?:\/\/|mailto:)/i.test(href) && URL.canParse(href));
  return leads ? [{ kind: 'link', href, children }] : children;
}

function joinText(inlines: readonly Inline[]): readonly Inline[] {
  const joined: Inline[] = [];
  for (const inline of inlines) {
    const before = joined.at(-1);
    if (inline.kind === 'text' && inline.text === '') continue;
    if (inline.kind === 'text' && before?.kind === 'text') {
      joined[joined.length - 1] = { kind: 'text', text: before.text + inline.text };
    } else {
      joined.push(inline);
    }
  }
  return joined;
}

/** The words alone; a lookup as it is written, so that `templateOf` finds it again. */
export function plainText(inlines: readonly Inline[]): string {
  return inlines.map(wordsOf).join('');
}

function wordsOf(inline: Inline): string {
  switch (inline.kind) {
    case 'text':
    case 'code':
      return inline.text;
    case 'break':
      return ' ';
    case 'lookup':
      return lookupSource(inline);
    case 'strong':
    case 'emphasis':
    case 'link':
      return plainText(inline.children);
  }
}
