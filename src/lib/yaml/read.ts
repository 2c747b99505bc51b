import { CST, Lexer, LineCounter, parseDocument, type Document } from 'yaml';

/** What is wrong in a YAML text; `line` counts from 1 in that text. */
export interface YamlProblem {
  readonly line: number;
  readonly what: string;
}

export type YamlReading =
  | { readonly ok: true; readonly value: unknown; readonly lineOf: (path: readonly PropertyKey[]) => number }
  | { readonly ok: false; readonly problem: YamlProblem };

/** Reads YAML 1.2 text to plain values. Never throws, and ends soon whatever it is given. */
export function readYaml(text: string): YamlReading {
  const deep = lineTooDeep(text);
  if (deep !== undefined) return { ok: false, problem: { line: deep, what: 'Too deep a nesting' } };
  const counter = new LineCounter();
  try {
    const document = parseDocument(text, { lineCounter: counter, prettyErrors: false, stringKeys: true });
    const error = document.errors[0];
    if (error) {
      const line = Math.max(1, counter.linePos(error.pos[0]).line);
      return { ok: false, problem: { line, what: error.message } };
    }
    const value: unknown = document.toJS();
    refuseCircles(value);
    return { ok: true, value, lineOf: (path) => lineOf(document, counter, path) };
  } catch (error) {
    // Aliases that contain themselves, too many aliases.
    return { ok: false, problem: { line: 1, what: error instanceof Error ? error.message : String(error) } };
  }
}

/** Deeper than anything a person writes. */
const deepest = 64;

/**
 * The line where brackets, or the marks `- ` and `? ` of one line, stand too deep in each other. The parser goes into
 * each of them anew: four thousand brackets, and it does not come back.
 */
function lineTooDeep(text: string): number | undefined {
  let line = 1;
  let brackets = 0;
  let marks = 0;
  for (const source of new Lexer().lex(text)) {
    switch (CST.tokenType(source)) {
      case 'flow-map-start':
      case 'flow-seq-start':
        brackets += 1;
        break;
      case 'flow-map-end':
      case 'flow-seq-end':
        brackets -= 1;
        break;
      case 'seq-item-ind':
      case 'explicit-key-ind':
        marks += 1;
        break;
      case 'newline':
        marks = 0;
        break;
      default:
        break;
    }
    if (brackets > deepest || marks > deepest) return line;
    line += source.split('\n').length - 1;
  }
  return undefined;
}

function refuseCircles(value: unknown): void {
  JSON.stringify(value);
}

/** The line of the deepest part of `path` that is there. */
function lineOf(document: Document, counter: LineCounter, path: readonly PropertyKey[]): number {
  for (let depth = path.length; depth > 0; depth--) {
    const node = document.getIn(path.slice(0, depth), true);
    const range = typeof node === 'object' && node && 'range' in node ? node.range : null;
    if (Array.isArray(range) && typeof range[0] === 'number')
      return Math.max(1, counter.linePos(range[0]).line);
  }
  return 1;
}
