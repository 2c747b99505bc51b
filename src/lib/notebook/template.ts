import { CellName } from './cell';

/** How a looked-up value is written: with so many decimals, as a share of 100, or with its sign. */
export const lookupFormats = ['0', '1', '2', 'percent', 'signed'] as const;
export type LookupFormat = (typeof lookupFormats)[number];

/** `{{ cell.column | percent }}`: the value of a cell's first row. It cannot compute. */
export interface Lookup {
  readonly kind: 'lookup';
  readonly cell: CellName;
  readonly column: string;
  readonly format?: LookupFormat;
}
export interface TextPart {
  readonly kind: 'text';
  readonly text: string;
}
export type TemplatePart = TextPart | Lookup;

const pattern = String.raw`\{\{[ \t]*([a-z_][a-z0-9_]*)\.([\p{L}_][\p{L}\p{N}_]*)[ \t]*(?:\|[ \t]*(\w+)[ \t]*)?\}\}`;

/** The lookup that begins at `at`, and where it ends; null for anything else, an unknown format too. */
export function readLookup(
  text: string,
  at: number,
): { readonly lookup: Lookup; readonly end: number } | null {
  const anchored = new RegExp(pattern, 'uy');
  anchored.lastIndex = at;
  const match = anchored.exec(text);
  const lookup = match && lookupFrom(match);
  return lookup ? { lookup, end: anchored.lastIndex } : null;
}

/** A chart's title, subtitle or guide as text and lookups. What is no lookup stays text. */
export function templateOf(text: string): readonly TemplatePart[] {
  const parts: TemplatePart[] = [];
  let done = 0;
  for (const match of text.matchAll(new RegExp(pattern, 'gu'))) {
    const lookup = lookupFrom(match);
    if (!lookup) continue;
    if (match.index > done) parts.push({ kind: 'text', text: text.slice(done, match.index) });
    parts.push(lookup);
    done = match.index + match[0].length;
  }
  if (done < text.length) parts.push({ kind: 'text', text: text.slice(done) });
  return parts;
}

/** The lookup as it is written in a text. */
export function lookupSource({ cell, column, format }: Lookup): string {
  return `{{ ${cell}.${column}${format === undefined ? '' : ` | ${format}`} }}`;
}

function lookupFrom([, name, column, word]: RegExpExecArray): Lookup | null {
  const cell = CellName.safeParse(name);
  if (!cell.success || column === undefined) return null;
  if (word === undefined) return { kind: 'lookup', cell: cell.data, column };
  const format = lookupFormats.find((known) => known === word);
  return format ? { kind: 'lookup', cell: cell.data, column, format } : null;
}
