import { LineCounter, parseDocument, stringify, type Document } from 'yaml';
import type { z } from 'zod';
import { lineTooDeep } from './depth';
import { describeIssue, syntaxFault, type Fault } from './fault';

/** What is wrong in a YAML text; `line` counts from 1 in that text. */
export interface YamlProblem {
  readonly line: number;
  readonly fault: Fault;
  /** The same in the reader's own English, for logs and terminals. */
  readonly what: string;
}

export type YamlReading =
  | { readonly ok: true; readonly value: unknown; readonly lineOf: (path: readonly PropertyKey[]) => number }
  | { readonly ok: false; readonly problem: YamlProblem };

/** Reads YAML 1.2 text to plain values. Never throws, and ends soon whatever it is given. */
export function readYaml(text: string): YamlReading {
  const deep = lineTooDeep(text);
  if (deep !== undefined)
    return {
      ok: false,
      problem: { line: deep, fault: { kind: 'syntax', code: 'deep' }, what: 'Too deep a nesting' },
    };
  const counter = new LineCounter();
  try {
    const document = parseDocument(text, { lineCounter: counter, prettyErrors: false, stringKeys: true });
    const error = document.errors[0];
    if (error) {
      const line = Math.max(1, counter.linePos(error.pos[0]).line);
      return { ok: false, problem: { line, fault: syntaxFault(error.code), what: error.message } };
    }
    const value: unknown = document.toJS();
    refuseCircles(value);
    return { ok: true, value, lineOf: (path) => lineOf(document, counter, path) };
  } catch (error) {
    // Aliases that contain themselves, too many aliases.
    const what = error instanceof Error ? error.message : String(error);
    return { ok: false, problem: { line: 1, fault: { kind: 'syntax', code: 'other' }, what } };
  }
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

export type SpecReading<T> =
  { readonly ok: true; readonly spec: T } | { readonly ok: false; readonly problem: YamlProblem };

/** Reads a YAML text by its schema, or says which field is wrong, and where. */
export function readSpec<T>(schema: z.ZodType<T>, text: string): SpecReading<T> {
  const yaml = readYaml(text);
  if (!yaml.ok) return yaml;
  const read = schema.safeParse(yaml.value);
  if (read.success) return { ok: true, spec: read.data };
  const [issue] = read.error.issues;
  if (!issue) throw read.error;
  const { path, fault, what } = describeIssue(issue, yaml.value);
  return { ok: false, problem: { line: yaml.lineOf(path), fault, what } };
}

export function writeYaml(value: unknown): string {
  const text = stringify(value, { lineWidth: 0 });
  // Blank lines at the end are the last value's; who reads up to a fence would lose one of them.
  return /\n\s*\n$/.test(text) ? stringify(value, { lineWidth: 0, blockQuote: false }) : text;
}

/** A value on one line, to stand after `key: `. */
export function writeYamlInline(value: unknown): string {
  return stringify(value, { lineWidth: 0, blockQuote: false, collectionStyle: 'flow' }).trimEnd();
}
