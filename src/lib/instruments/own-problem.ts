import type { z } from 'zod';
import { shorten, types, valueAt } from '../yaml/fault';
import type { Inconsistency } from './consistency';

/** Why a file is no instrument that can be used. Each has its sentence in `i18n/`. */
export const ownProblems = [
  // the file
  'no-instrument',
  'too-big',
  'not-yaml',
  // a field by itself
  'missing',
  'unknown-field',
  'one-of',
  'not-a-number',
  'not-whole',
  'not-text',
  'not-a-list',
  'not-fields',
  'not-a-name',
  'empty',
  'too-few',
  'too-many',
  'too-long',
  'too-low',
  'not-above',
  'too-high',
  'not-allowed',
  // fields that contradict each other
  'unknown-name',
  'made-later',
  'twice',
  'reserved-word',
  'not-rising',
  'needs-too-many',
  'too-many-items',
  // what the program or another instrument has
  'taken',
] as const;

export interface OwnProblem {
  readonly message: (typeof ownProblems)[number];
  /** The field, as a person finds it: `scales[emotion].method.items`; empty for the whole file. */
  readonly path: string;
  /** What stands there. */
  readonly detail: string;
  /** What may stand there: the values, or the limit. Of a file that is no YAML, the line. */
  readonly allowed: string;
}

type Issue = z.core.$ZodIssue;
type Said = Pick<OwnProblem, 'message'> & { readonly allowed?: string | number | bigint | undefined };

/** The first thing wrong, by the field it is in. */
export function problemOf(issue: Issue, raw: unknown): OwnProblem {
  const { path, code } = issue;
  if (code === 'invalid_union' && issue.errors.length > 0) {
    const [inner] = branchMeant(issue.errors);
    if (inner) return problemOf({ ...inner, path: [...path, ...inner.path] }, raw);
  }
  if (code === 'unrecognized_keys')
    return problem('unknown-field', pathOf([...path, ...issue.keys.slice(0, 1)], raw));
  if (code === 'custom') {
    const { rule, detail } = issue.params as Inconsistency;
    return problem(rule, pathOf(path, raw), detail);
  }
  const value = valueAt(path, raw);
  if (value === undefined || value === null) return problem('missing', pathOf(path, raw));
  const { message, allowed = '' } = saidOf(issue);
  return problem(message, pathOf(path, raw), shorten(value), String(allowed));
}

export function problem(
  message: OwnProblem['message'],
  path = '',
  detail = '',
  allowed: string | number = '',
): OwnProblem {
  return { message, path, detail, allowed: String(allowed) };
}

/** Of a union's branches, the one that has least against it. */
function branchMeant(branches: readonly (readonly Issue[])[]): readonly Issue[] {
  return branches.reduce((best, branch) => (branch.length < best.length ? branch : best));
}

function saidOf(issue: Issue): Said {
  switch (issue.code) {
    case 'invalid_value':
      return { message: 'one-of', allowed: issue.values.map(String).join(', ') };
    case 'invalid_union':
      return { message: 'one-of', allowed: optionsOf(issue) };
    case 'invalid_format':
      return { message: 'not-a-name' };
    case 'invalid_type': {
      const type = types[issue.expected];
      return type ? typeSaid[type] : { message: 'not-allowed' };
    }
    case 'too_small':
      if (issue.origin === 'string') return { message: 'empty' };
      if (isCounted(issue.origin)) return { message: 'too-few', allowed: issue.minimum };
      return { message: issue.inclusive === false ? 'not-above' : 'too-low', allowed: issue.minimum };
    case 'too_big':
      if (issue.origin === 'string') return { message: 'too-long', allowed: issue.maximum };
      return { message: isCounted(issue.origin) ? 'too-many' : 'too-high', allowed: issue.maximum };
    default:
      return { message: 'not-allowed' };
  }
}

function isCounted(origin: string): boolean {
  return origin === 'array' || origin === 'tuple';
}

/** Of a union told apart by one field, what that may be. */
function optionsOf(issue: object): string {
  return 'options' in issue && Array.isArray(issue.options) ? issue.options.map(String).join(', ') : '';
}

const typeSaid: Readonly<Record<(typeof types)[string], Said>> = {
  number: { message: 'not-a-number' },
  'whole-number': { message: 'not-whole' },
  text: { message: 'not-text' },
  truth: { message: 'one-of', allowed: 'true, false' },
  list: { message: 'not-a-list' },
  fields: { message: 'not-fields' },
};

/** An entry of a list by the name or code it gives itself, unless that is what is wrong; else by its number from 1. */
function pathOf(path: readonly PropertyKey[], raw: unknown): string {
  return path.reduce<string>((text, key, index) => {
    if (typeof key !== 'number') return text === '' ? String(key) : `${text}.${String(key)}`;
    const entry = valueAt(path.slice(0, index + 1), raw);
    const itself = ['name', 'code', undefined].includes(path[index + 1]?.toString());
    const name = itself ? undefined : (valueAt(['name'], entry) ?? valueAt(['code'], entry));
    return `${text}[${typeof name === 'string' && name !== '' ? name : key + 1}]`;
  }, '');
}
