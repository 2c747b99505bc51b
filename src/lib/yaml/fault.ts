import type { ErrorCode } from 'yaml';
import type { z } from 'zod';

/** What is wrong in a file that a person wrote, as data: the words are in `i18n/`. `field` is a path such as `marks.0.dot.x`. */
export type Fault =
  | { readonly kind: 'syntax'; readonly code: SyntaxFault }
  | { readonly kind: 'unknown-field'; readonly field: string }
  | { readonly kind: 'missing'; readonly field: string }
  | {
      readonly kind: 'not-allowed';
      readonly field: string;
      /** What stands there, short enough for a sentence. */
      readonly found: string;
      readonly wanted: Wanted;
    };

/** `open`: a block between two lines with `---` that does not end. */
export type SyntaxFault = 'indent' | 'tab' | 'twice' | 'unclosed' | 'open' | 'deep' | 'other';

export type Wanted =
  | { readonly kind: 'one-of'; readonly values: readonly string[] }
  | { readonly kind: 'type'; readonly type: 'text' | 'number' | 'whole-number' | 'truth' | 'list' | 'fields' }
  /** Of a number its size, of a text its characters, of a list its entries. */
  | { readonly kind: 'at-least' | 'at-most'; readonly limit: string }
  | { readonly kind: 'other' };

const syntax: Partial<Record<ErrorCode, SyntaxFault>> = {
  BAD_INDENT: 'indent',
  TAB_AS_INDENT: 'tab',
  DUPLICATE_KEY: 'twice',
  MISSING_CHAR: 'unclosed',
};

export function syntaxFault(code: ErrorCode): Fault {
  return { kind: 'syntax', code: syntax[code] ?? 'other' };
}

type Issue = z.core.$ZodIssue;

export interface Described {
  readonly path: readonly PropertyKey[];
  readonly fault: Fault;
  /** The same in zod's own English, for logs and terminals. */
  readonly what: string;
}

/** The field and what is wrong with it, of the deepest fault of a union; `raw` is what was read. */
export function describeIssue(issue: Issue, raw: unknown): Described {
  const { path, issue: inner } = deepest(issue, issue.path);
  const field = path.map(String).join('.');
  return {
    path,
    fault: faultOf(inner, path, raw),
    what: field === '' ? inner.message : `${field}: ${inner.message}`,
  };
}

function faultOf(issue: Issue, path: readonly PropertyKey[], raw: unknown): Fault {
  const field = path.map(String).join('.');
  if (issue.code === 'unrecognized_keys')
    return { kind: 'unknown-field', field: [...path, ...issue.keys.slice(0, 1)].map(String).join('.') };
  const found = valueAt(path, raw);
  if (found === undefined && field !== '') return { kind: 'missing', field };
  return { kind: 'not-allowed', field, found: shorten(found), wanted: wantedOf(issue) };
}

type WantedType = Extract<Wanted, { kind: 'type' }>['type'];

/** What zod expected, as a person would call it. */
export const types: Readonly<Record<string, WantedType>> = {
  string: 'text',
  number: 'number',
  int: 'whole-number',
  boolean: 'truth',
  array: 'list',
  tuple: 'list',
  object: 'fields',
  record: 'fields',
};

function wantedOf(issue: Issue): Wanted {
  switch (issue.code) {
    case 'invalid_value':
      return { kind: 'one-of', values: issue.values.map(String) };
    case 'invalid_type': {
      const type = types[issue.expected];
      return type ? { kind: 'type', type } : { kind: 'other' };
    }
    case 'too_small':
      return { kind: 'at-least', limit: String(issue.minimum) };
    case 'too_big':
      return { kind: 'at-most', limit: String(issue.maximum) };
    default:
      return { kind: 'other' };
  }
}

/** Of a union, the branch meant is the one that knows all keys and got furthest; without one, the key is the fault. */
function deepest(issue: Issue, path: readonly PropertyKey[]): { path: readonly PropertyKey[]; issue: Issue } {
  if (issue.code !== 'invalid_union') return { path, issue };
  const meant = issue.errors.filter((issues) => !issues.some(isUnknownKey)).flat();
  const faults = meant.length > 0 ? meant : issue.errors.flat().filter(isUnknownKey);
  const [first] = faults;
  if (!first) return { path, issue };
  const inner = faults.reduce((far, fault) => (fault.path.length > far.path.length ? fault : far), first);
  return deepest(inner, [...path, ...inner.path]);
}

function isUnknownKey({ code, path }: Issue): boolean {
  return code === 'unrecognized_keys' && path.length === 0;
}

/** Only what the value has itself: a path may be `__proto__`. */
export function valueAt(path: readonly PropertyKey[], raw: unknown): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, key)
        ? (value as Record<PropertyKey, unknown>)[key]
        : undefined,
    raw,
  );
}

/** What stands there, short enough for a sentence. */
export function shorten(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
