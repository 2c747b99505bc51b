import {
  isMap,
  isScalar,
  isSeq,
  stringify,
  type Document,
  type Pair,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import type { Edit } from './edit';

type Ranged = { readonly range?: readonly [number, number, number] | null | undefined };
type Span = readonly [start: number, end: number];

/** The text with the characters of one edit exchanged; undefined where the text is not written in a way that allows it. */
export function splice(text: string, document: Document, edit: Edit): string | undefined {
  const parent = edit.path.length === 1 ? document.contents : document.getIn(edit.path.slice(0, -1), true);
  const key = edit.path.at(-1);
  if (isMap(parent)) {
    const at = parent.items.findIndex((pair) => String(pair.key) === key);
    const pair = parent.items[at];
    if (edit.kind === 'set')
      return pair ? setValue(text, pair, edit.value, flows(parent)) : addPair(text, parent, edit);
    if (edit.kind === 'remove') return pair && removeEntry(text, parent, at);
    return edit.kind === 'rename' ? pair && renameKey(text, pair, edit.to) : undefined;
  }
  if (!isSeq(parent) || typeof key !== 'number') return undefined;
  if (edit.kind === 'insert') return insertItem(text, parent, key, edit.value);
  if (edit.kind === 'remove') return removeEntry(text, parent, key);
  return edit.kind === 'set' ? setItem(text, parent, key, edit.value) : undefined;
}

const flows = (node: YAMLMap | YAMLSeq) => node.flow === true;

/** A value on one line, as our own notebooks have it; in braces and lists some characters need quotes that they do not outside. */
function written(value: unknown, within: boolean): string {
  if (Array.isArray(value)) return `[${value.map((item) => written(item, true)).join(', ')}]`;
  if (typeof value === 'object' && value !== null) return `{ ${writtenPairs(value)} }`;
  const options = { lineWidth: 0, blockQuote: false, singleQuote: true } as const;
  if (!within) return stringify(value, options).trimEnd();
  return stringify([value], { ...options, collectionStyle: 'flow' })
    .trim()
    .slice(1, -1)
    .trim();
}

const writtenPairs = (value: object) =>
  Object.entries(value)
    .map(([key, of]) => `${written(key, true)}: ${written(of, true)}`)
    .join(', ');

function spanOf(text: string, node: unknown): Span | undefined {
  const range = (node as Ranged | null)?.range;
  if (!range) return undefined;
  const [start, end] = range;
  // A block of text ends past its last line.
  return [start, start + text.slice(start, end).trimEnd().length];
}

function exchange(text: string, [start, end]: Span, by: string): string {
  return text.slice(0, start) + by + text.slice(end);
}

function setValue(text: string, pair: Pair, value: unknown, within: boolean): string | undefined {
  const span = isScalar(pair.value) || flowing(pair.value) ? spanOf(text, pair.value) : undefined;
  if (!span) return undefined;
  const gap = /\s$/.test(text.slice(0, span[0])) ? '' : ' ';
  const indent = within ? undefined : indentOf(text, spanOf(text, pair.key));
  return exchange(text, span, gap + (inLines(value, indent) ?? written(value, within)));
}

/** Several lines stand under each other where they can, so that a change of one is a change of one. */
function inLines(value: unknown, indent: string | undefined): string | undefined {
  if (typeof value !== 'string' || !/\S\n[^]/.test(value) || indent === undefined) return undefined;
  const block = stringify({ a: value }, { lineWidth: 0 }).trimEnd();
  return block.slice(3).replaceAll(/\n(?!\n)/g, `\n${indent}`);
}

function indentOf(text: string, span: Span | undefined): string | undefined {
  const before = span && text.slice(lineStart(text, span[0]), span[0]);
  return before?.trim() === '' ? before : undefined;
}

const flowing = (node: unknown) => (isMap(node) || isSeq(node)) && flows(node);

function setItem(text: string, list: YAMLSeq, at: number, value: unknown): string | undefined {
  const span = isScalar(list.items[at]) ? spanOf(text, list.items[at]) : undefined;
  return span && exchange(text, span, written(value, flows(list)));
}

function renameKey(text: string, pair: Pair, to: string): string | undefined {
  const span = spanOf(text, pair.key);
  return span && exchange(text, span, to);
}

/** From the start of an entry to the end of its value. */
function entrySpan(text: string, parent: YAMLMap | YAMLSeq, at: number): Span | undefined {
  if (isSeq(parent)) return spanOf(text, parent.items[at]);
  const key = spanOf(text, parent.items[at]?.key);
  const value = spanOf(text, parent.items[at]?.value);
  return key && [key[0], Math.max(key[1], value?.[1] ?? 0)];
}

const lineStart = (text: string, at: number) => text.lastIndexOf('\n', at - 1) + 1;
function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end === -1 ? text.length : end;
}

function addPair(text: string, map: YAMLMap, edit: Extract<Edit, { kind: 'set' }>): string | undefined {
  const at = placeOf(map, edit);
  const before = entrySpan(text, map, at - 1);
  const key = written(String(edit.path.at(-1)), true);
  const lines = flows(map) ? undefined : inLines(edit.value, indentOf(text, before));
  const pair = `${key}: ${lines ?? written(edit.value, true)}`;
  const first = before ? undefined : entrySpan(text, map, 0);
  if (first) {
    const gap = flows(map) ? ', ' : `\n${' '.repeat(first[0] - lineStart(text, first[0]))}`;
    return exchange(text, [first[0], first[0]], pair + gap);
  }
  if (!before) {
    const braces = flows(map) ? spanOf(text, map) : undefined;
    return braces && exchange(text, braces, `{ ${pair} }`);
  }
  return flows(map) ? exchange(text, [before[1], before[1]], `, ${pair}`) : newLine(text, before, pair);
}

/** Behind the last of the keys it is said to follow; behind all where nothing is said. */
export function placeOf(map: YAMLMap, { after }: Extract<Edit, { kind: 'set' }>): number {
  if (after === undefined) return map.items.length;
  return map.items.findLastIndex((item) => after.includes(String(item.key))) + 1;
}

/** A line of its own behind what stands there; what is said at the end of that line stays with it. */
function newLine(text: string, [start, end]: Span, line: string): string {
  const at = lineEnd(text, end);
  return exchange(text, [at, at], `\n${' '.repeat(start - lineStart(text, start))}${line}`);
}

function insertItem(text: string, list: YAMLSeq, at: number, value: unknown): string | undefined {
  const item = written(value, true);
  const next = entrySpan(text, list, at);
  const last = entrySpan(text, list, at - 1);
  if (flows(list)) {
    if (next) return exchange(text, [next[0], next[0]], `${item}, `);
    return last && exchange(text, [last[1], last[1]], `, ${item}`);
  }
  const isPair = typeof value === 'object' && value !== null && Object.keys(value).length === 1;
  const line = `- ${isPair ? writtenPairs(value) : item}`;
  const found = next ?? last;
  const dash = found && text.lastIndexOf('-', found[0] - 1);
  if (found === undefined || dash === undefined || dash < lineStart(text, found[0])) return undefined;
  const start = lineStart(text, dash);
  const indent = text.slice(start, dash);
  if (indent.trim() !== '') return undefined;
  if (next) return exchange(text, [start, start], `${indent}${line}\n`);
  const end = lineEnd(text, found[1]);
  return exchange(text, [end, end], `\n${indent}${line}`);
}

function removeEntry(text: string, parent: YAMLMap | YAMLSeq, at: number): string | undefined {
  const span = entrySpan(text, parent, at);
  if (!span) return undefined;
  if (flows(parent)) {
    const next = entrySpan(text, parent, at + 1);
    if (next) return exchange(text, [span[0], next[0]], '');
    const last = entrySpan(text, parent, at - 1);
    return exchange(text, last ? [last[1], span[1]] : span, '');
  }
  const start = lineStart(text, span[0]);
  const before = text.slice(start, span[0]);
  if (!(isSeq(parent) ? /^\s*-\s*$/ : /^\s*$/).test(before)) return undefined;
  const end = lineEnd(text, span[1]);
  return end < text.length
    ? exchange(text, [start, end + 1], '')
    : exchange(text, [Math.max(0, start - 1), end], '');
}
