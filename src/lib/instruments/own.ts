import { parseDocument } from 'yaml';
import { z } from 'zod';
import { instruments } from './catalogue';
import type { Inconsistency } from './consistency';
import { Instrument } from './instrument';

/** Why a file is no instrument: its sentences are in `i18n/`. Those from `unknown-name` on are contradictions within it. */
export const ownProblems = [
  'too-big',
  'not-yaml',
  'missing',
  'unknown-field',
  'not-allowed',
  'taken',
  'unknown-name',
  'made-later',
  'twice',
  'reserved-word',
  'not-rising',
  'needs-too-many',
] as const;

export interface OwnProblem {
  /** The field, as a person finds it: `scales[emotion].method.items`; empty for the whole file. */
  readonly path: string;
  readonly message: (typeof ownProblems)[number];
  /** What stands there or, where only some values are allowed, those. */
  readonly detail: string;
}

export type OwnInstrument =
  | { readonly ok: true; readonly instrument: Instrument }
  | { readonly ok: false; readonly problem: OwnProblem };

/** Names that what is loaded and computed has already; an instrument's table or its view may not be one of them. */
const ours: readonly string[] = [
  ...['courses', 'import_problems', 'reported_scores', 'benchmark', 'scores', 'changes', 'form_scores'],
  ...['score_pairs', 'added_value', 'reliable_change'],
];

/** Longer than any instrument; a file that is has another purpose. */
const longest = 500_000;

/** Reads a user's instrument: the same schema as ours. The first thing wrong is told, by the field it is in. */
export function readOwnInstrument(text: string): OwnInstrument {
  if (text.length > longest) return refuse('', 'too-big', String(text.length));
  const document = parseDocument(text);
  const [error] = document.errors;
  if (error) return refuse('', 'not-yaml', error.message.split('\n')[0] ?? '');
  const raw = toData(document);
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return refuse('', 'not-yaml', '');
  const read = Instrument.safeParse(raw);
  if (!read.success) return { ok: false, problem: problemOf(read.error.issues[0], raw) };
  return taken(read.data) ?? { ok: true, instrument: read.data };
}

function refuse(path: string, message: OwnProblem['message'], detail: string): OwnInstrument {
  return { ok: false, problem: { path, message, detail } };
}

/** Aliases that multiply without end are refused by the reader, with an exception. */
function toData(document: ReturnType<typeof parseDocument>): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch {
    return null;
  }
}

/** A table is one instrument's: that of the same name may be replaced, another's may not be taken. */
function taken(own: Instrument): OwnInstrument | undefined {
  const other = instruments.find(({ table, name }) => table === own.table && name !== own.name);
  const views = instruments.flatMap(({ table }) => [`${table}_scales`]);
  if (other || ours.includes(own.table) || views.includes(own.table))
    return refuse('table', 'taken', own.table);
  return undefined;
}

type Issue = z.core.$ZodIssue;

function problemOf(issue: Issue | undefined, raw: unknown): OwnProblem {
  if (!issue) return { path: '', message: 'not-allowed', detail: '' };
  const at = (more: readonly PropertyKey[] = []) => pathOf([...issue.path, ...more], raw);
  switch (issue.code) {
    case 'unrecognized_keys':
      return { path: at(issue.keys.slice(0, 1)), message: 'unknown-field', detail: '' };
    case 'custom':
      return { path: at(), ...contradiction(issue.params) };
    default:
      break;
  }
  if (valueAt(issue.path, raw) === undefined) return { path: at(), message: 'missing', detail: '' };
  if (issue.code === 'invalid_value')
    return { path: at(), message: 'not-allowed', detail: issue.values.map(String).join(', ') };
  return { path: at(), message: 'not-allowed', detail: shown(valueAt(issue.path, raw)) };
}

/** As `inconsistencies` gave it. */
function contradiction(params: unknown): Pick<OwnProblem, 'message' | 'detail'> {
  const { rule, detail } = params as Inconsistency;
  return { message: rule, detail };
}

function valueAt(path: readonly PropertyKey[], raw: unknown): unknown {
  let value = raw;
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Record<PropertyKey, unknown>)[key];
  }
  return value;
}

/** What stands there, short enough for a sentence. */
function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

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
