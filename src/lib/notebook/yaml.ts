import { LineCounter, parseDocument, stringify, type Document } from 'yaml';
import type { z } from 'zod';

/** What is wrong in a YAML text; `line` counts from 1 in that text. */
export interface YamlProblem {
  readonly line: number;
  readonly what: string;
}

export type YamlReading =
  | { readonly ok: true; readonly value: unknown; readonly lineOf: (path: readonly PropertyKey[]) => number }
  | { readonly ok: false; readonly problem: YamlProblem };

/** Reads YAML 1.2 text to plain values. Never throws. */
export function readYaml(text: string): YamlReading {
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
    // Aliases that contain themselves, too many aliases, too deep a nesting.
    return { ok: false, problem: { line: 1, what: error instanceof Error ? error.message : String(error) } };
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

export function writeYaml(value: unknown): string {
  return stringify(value, { lineWidth: 0 });
}

/** A value on one line, to stand after `key: `. */
export function writeYamlInline(value: unknown): string {
  return stringify(value, { lineWidth: 0, blockQuote: false, collectionStyle: 'flow' }).trimEnd();
}

/** The field and what is wrong with it, in zod's words, of the deepest fault of a union. */
export function describeIssue(issue: z.core.$ZodIssue): {
  readonly path: PropertyKey[];
  readonly what: string;
} {
  const { path, message } = deepest(issue);
  return { path, what: path.length > 0 ? `${path.map(String).join('.')}: ${message}` : message };
}

/** Of a union, the branch meant is the one that knows all keys and got furthest; without one, the key is the fault. */
function deepest(issue: z.core.$ZodIssue): { path: PropertyKey[]; message: string } {
  if (issue.code !== 'invalid_union') return issue;
  const meant = issue.errors.filter((issues) => !issues.some(isUnknownKey)).flat();
  const faults = meant.length > 0 ? meant : issue.errors.flat().filter(isUnknownKey);
  const inner = faults.reduce(
    (far, fault) => (fault.path.length > far.path.length ? fault : far),
    faults[0] ?? issue,
  );
  if (inner === issue) return issue;
  const below = deepest(inner);
  return { path: [...issue.path, ...below.path], message: below.message };
}

function isUnknownKey({ code, path }: z.core.$ZodIssue): boolean {
  return code === 'unrecognized_keys' && path.length === 0;
}
