import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { variables, type About, type Beside, type Question } from '../../../src/lib/explore/question';
import type { Language } from '../../../src/lib/i18n/language';
import { instruments } from '../../../src/lib/instruments/catalogue';

/** A question as its file has it: names in place of what they name. */
export interface Written {
  readonly change?: readonly [instrument: string, scale: string];
  readonly answers?: string;
  readonly dataset?: string;
  readonly whom?: Readonly<Record<string, string>>;
  readonly by?: string;
  readonly beside?: Beside;
  readonly norm?: boolean;
  readonly language?: Language;
}

const folder = new URL('./cases/', import.meta.url);

export const caseNames = readdirSync(folder)
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => file.replace(/\.yaml$/, ''));

export function readCase(name: string): Question {
  return questionOf(parse(readFileSync(new URL(`${name}.yaml`, folder), 'utf8')) as Written);
}

export function questionOf(written: Written): Question {
  return {
    about: aboutOf(written),
    dataset: written.dataset ?? 'pool',
    whom: Object.entries(written.whom ?? {}).map(([name, code]) => ({ variable: variableOf(name), code })),
    by: written.by === undefined ? undefined : variableOf(written.by),
    beside: written.beside ?? 'nothing',
    norm: written.norm ?? true,
    language: written.language ?? 'da',
  };
}

function aboutOf({ change: [named, scaled] = ['', ''], answers }: Written): About {
  if (answers !== undefined) return { kind: 'answers', variable: variableOf(answers) };
  const instrument = instruments.find(({ name }) => name === named);
  const scale = instrument?.scales.find(({ name }) => name === scaled);
  if (!instrument || !scale) throw new Error(`no scale ${named} ${scaled}`);
  return { kind: 'change', instrument, scale };
}

function variableOf(name: string): (typeof variables)[number] {
  const found = variables.find((variable) => variable.name === name);
  if (!found) throw new Error(`no variable ${name}`);
  return found;
}
