import { isCellInfo } from './info';
import { trimBlank } from './lines';

/** The text cut into pieces, before anything is read as YAML. `line` is the piece's first line in the text, from 1. */
export type RawBlock =
  | { readonly kind: 'prose'; readonly text: string; readonly line: number }
  | { readonly kind: 'fence'; readonly info: string; readonly body: string; readonly line: number };

export interface RawBlocks {
  readonly blocks: readonly RawBlock[];
  /** The line of a fence that is never closed. It can only be the last one. */
  readonly open: { readonly line: number; readonly marker: string } | null;
}

/** Parts two prose cells that follow each other; Git hosts do not show it. */
export const separator = '<!-- cell -->';

interface Opening {
  readonly indent: string;
  readonly marker: string;
  readonly info: string;
}

/**
 * Cuts lines into prose and cell fences as CommonMark sees fences: one inside another, longer fence is code.
 * A cell fence stands at column 0. An open ordinary fence is closed, so that the prose is whole.
 */
export function readBlocks(lines: readonly string[], firstLine = 1): RawBlocks {
  const blocks: RawBlock[] = [];
  let open: RawBlocks['open'] = null;
  let prose: string[] = [];
  let proseLine = firstLine;
  /** A cell that follows a separator stands also when it is empty. */
  let separated = false;

  function endProse(nextLine: number) {
    const text = trimBlank(prose).join('\n');
    if (text !== '' || separated) blocks.push({ kind: 'prose', text, line: proseLine });
    prose = [];
    proseLine = nextLine;
    separated = false;
  }

  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    const opening = readOpening(line);
    if (opening) {
      const end = closingOf(lines, at, opening);
      if (end === -1) open = { line: firstLine + at, marker: opening.marker };
      const last = end === -1 ? lines.length : end;
      if (isCell(opening)) {
        endProse(firstLine + last + 1);
        const body = lines.slice(at + 1, last);
        if (end === -1 && body.at(-1) === '') body.pop();
        blocks.push({ kind: 'fence', info: opening.info, body: body.join('\n'), line: firstLine + at });
      } else {
        prose.push(...lines.slice(at, last + 1));
        if (end === -1) prose = [...trimBlank(prose), opening.indent + opening.marker];
      }
      at = last;
    } else if (line.trimEnd() === separator) {
      endProse(firstLine + at + 1);
      separated = true;
    } else {
      prose.push(line);
    }
  }
  endProse(firstLine + lines.length);
  return { blocks, open };
}

function isCell({ indent, marker, info }: Opening): boolean {
  return indent === '' && marker.startsWith('`') && isCellInfo(info);
}

function readOpening(line: string): Opening | null {
  const match = /^( {0,3})(?:(`{3,})([^`]*)|(~{3,})([^]*))$/.exec(line);
  if (!match) return null;
  const [, indent = '', ticks, afterTicks, tildes, afterTildes] = match;
  const info = (afterTicks ?? afterTildes ?? '').replace(/^[ \t]+|[ \t]+$/g, '');
  return { indent, marker: ticks ?? tildes ?? '', info };
}

function closingOf(lines: readonly string[], from: number, { indent, marker }: Opening): number {
  const closing = new RegExp(`^ {0,${indent.length + 3}}${marker}${marker.charAt(0)}*[ \\t]*$`);
  for (let at = from + 1; at < lines.length; at++) if (closing.test(lines[at] ?? '')) return at;
  return -1;
}
