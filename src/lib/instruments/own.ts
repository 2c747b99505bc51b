import { readYaml } from '../yaml/yaml';
import { instruments, withOwn } from './catalogue';
import { scalesViewName, stepNames, viewNames } from './definitions';
import { Instrument } from './instrument';
import { problem, problemOf, type OwnProblem } from './own-problem';

export type OwnReading =
  | { readonly ok: true; readonly instrument: Instrument }
  | { readonly ok: false; readonly problem: OwnProblem };

/** Four times the longest of ours; a file that is longer has another purpose. */
export const longestFile = 100_000;

/** Reads a user's instrument: the same schema as ours. The first thing wrong is told, by the field it is in. */
export function readOwnInstrument(text: string): OwnReading {
  if (text.length > longestFile)
    return refuse(
      looksMeant(text) ? problem('too-big', '', String(text.length), longestFile) : problem('no-instrument'),
    );
  const yaml = readYaml(text);
  if (!yaml.ok) {
    const { line, what } = yaml.problem;
    return refuse(looksMeant(text) ? problem('not-yaml', '', what, line) : problem('no-instrument'));
  }
  if (!isMeant(yaml.value)) return refuse(problem('no-instrument'));
  const read = Instrument.safeParse(yaml.value);
  if (read.success) return { ok: true, instrument: read.data };
  const [issue] = read.error.issues;
  return refuse(issue ? problemOf(issue, yaml.value) : problem('not-allowed'));
}

function refuse(why: OwnProblem): OwnReading {
  return { ok: false, problem: why };
}

/** Two of these are enough: one may be misspelled or forgotten. Other YAML has not even two. */
const telling = ['table', 'items', 'scales'];

function isMeant(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return telling.filter((field) => Object.hasOwn(value, field)).length >= 2;
}

/** The same of a text that cannot be read. */
function looksMeant(text: string): boolean {
  const found = [...text.matchAll(/^(\w+)[ \t]*:/gm)].map(([, field = '']) => field);
  return telling.filter((field) => found.includes(field)).length >= 2;
}

export interface InstrumentFile {
  readonly name: string;
  readonly text: string;
}

/** An instrument of the user's, and the file it came in. */
export interface OwnInstrument {
  readonly file: string;
  readonly instrument: Instrument;
}

export interface RefusedInstrument {
  readonly file: string;
  readonly problem: OwnProblem;
}

export interface OwnReadings {
  readonly own: readonly OwnInstrument[];
  readonly refused: readonly RefusedInstrument[];
}

/**
 * Reads files that come together, beside the instruments of the user's that are `held` already: one of the same name
 * takes the held one's place. Files that come together cannot say different things of one name, and no two instruments
 * can have one table.
 */
export function readOwnInstruments(
  files: readonly InstrumentFile[],
  held: readonly OwnInstrument[] = [],
): OwnReadings {
  const come: OwnInstrument[] = [];
  const refused: RefusedInstrument[] = [];
  const all = () => [...held.filter(({ instrument }) => !hasName(come, instrument.name)), ...come];
  for (const { name: file, text } of files) {
    const reading = readOwnInstrument(text);
    const why = reading.ok ? conflictOf(reading.instrument, come, all()) : reading.problem;
    if (why) refused.push({ file, problem: why });
    else if (reading.ok && !hasName(come, reading.instrument.name))
      come.push({ file, instrument: reading.instrument });
  }
  return { own: all(), refused };
}

function hasName(own: readonly OwnInstrument[], name: string): boolean {
  return own.some(({ instrument }) => instrument.name === name);
}

function conflictOf(
  instrument: Instrument,
  together: readonly OwnInstrument[],
  own: readonly OwnInstrument[],
): OwnProblem | undefined {
  const { name, table } = instrument;
  const twin = together.find((each) => each.instrument.name === name);
  if (twin)
    return isSame(twin.instrument, instrument) ? undefined : problem('taken', 'name', name, twin.file);
  const others = [...instruments, ...own.map((each) => each.instrument)].filter((each) => each.name !== name);
  const taken = new Set([...reserved, ...others.flatMap((other) => [other.table, scalesViewName(other)])]);
  return taken.has(table) || taken.has(scalesViewName(instrument)) || isDuckDbs(table)
    ? problem('taken', 'table', table)
    : undefined;
}

/** Names that what is loaded and computed has already; an instrument's table or its view may not be one of them. */
const reserved: readonly string[] = [
  ...['courses', 'import_problems', 'reported_scores', 'benchmark', 'pejling_staging'],
  ...viewNames([]),
  ...stepNames,
];

/** DuckDB's catalogue, by which the engine tells what is there. */
function isDuckDbs(table: string): boolean {
  return /^(duckdb|pragma|pg|sqlite)_/.test(table);
}

function isSame(one: Instrument, other: Instrument): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** The instruments in force: ours, and the user's own. */
export function inForce(own: readonly OwnInstrument[]): readonly Instrument[] {
  return withOwn(
    instruments,
    own.map(({ instrument }) => instrument),
  );
}
