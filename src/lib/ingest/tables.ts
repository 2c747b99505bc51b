import { codesOf, tableOf } from '../codebook/codebook';
import type { Variable } from '../codebook/schema';
import type { Instrument } from '../instruments/instrument';
import { reportedTable } from '../instruments/reported';
import { unstatedKind } from '../instruments/sourced';
import { benchmarkTable } from './benchmark';
import { courseKey, type Check, type Field, type ImportTable } from './table';

/** What an export may leave out because the rest of the row says it. */
const derivations: ReadonlyMap<string, string> = new Map([
  ['child_id', 'course_id'],
  [
    'age_group',
    `CASE WHEN age <= 2 THEN '0-2' WHEN age <= 10 THEN '3-10' WHEN age <= 16 THEN '11-16' WHEN age <= 24 THEN '17-24' END`,
  ],
  [
    'misuse_by',
    `CASE
      WHEN misuse_by_mother AND misuse_by_father THEN 'both'
      WHEN misuse_by_mother THEN 'mother'
      WHEN misuse_by_father THEN 'father'
      WHEN misuse_by_other THEN 'other'
    END`,
  ],
  ['days', 'CASE WHEN ended_on >= started_on THEN ended_on - started_on END'],
]);

const courses: ImportTable = {
  name: 'courses',
  key: [courseKey],
  fields: fieldsOf('courses').map((field) => {
    const otherwise = derivations.get(field.name);
    return otherwise === undefined ? field : { ...field, otherwise };
  }),
  checks: [{ rule: 'ended-before-started', column: 'ended_on', fails: 'ended_on < started_on' }],
};

/** Every table an export can become: the codebook's, one for each of these instruments, totals, and a pool's benchmark. */
export function importTablesOf(instruments: readonly Instrument[]): ImportTable[] {
  return [
    courses,
    ...instruments.map(tableOfInstrument),
    reportedScores(instruments),
    benchmarkTable(instruments),
  ];
}

/** Totals that an export brings in place of answers: one row for each form and scale. */
function reportedScores(instruments: readonly Instrument[]): ImportTable {
  const scored = instruments.filter(({ when }) => when.kind === 'waves');
  const scales = scored.flatMap((instrument) => instrument.scales.map(({ name }) => name));
  const form = (name: string) => fieldsOf('forms').filter((field) => field.name === name);
  return {
    name: reportedTable,
    key: [courseKey, 'wave', 'instrument', 'scale'],
    fields: [
      ...form(courseKey),
      ...form('wave'),
      {
        name: 'instrument',
        type: 'code',
        enumeration: 'reported_instrument',
        codes: scored.map(({ name }) => name),
      },
      { name: 'scale', type: 'code', enumeration: 'reported_scale', codes: [...new Set(scales)] },
      { name: 'score', type: 'number' },
    ],
  };
}

function tableOfInstrument(instrument: Instrument): ImportTable {
  const { table: name, ages, when } = instrument;
  const items = instrument.items.map(({ name, min, max, whole }): Field => ({
    name,
    type: whole ? 'integer' : 'number',
    min,
    max,
  }));
  if (when.kind === 'sessions') {
    const kinds = when.kinds.map(({ code }) => code);
    const fields = [...sessionFields(name, kinds), ...items];
    return { name, key: [courseKey, 'session', 'kind'], ages, fields };
  }
  const fields = [...fieldsOf('forms'), ...items];
  return { name, key: [courseKey, 'wave'], ages, fields, checks: wavesCheck(when.waves) };
}

/** A form at a wave the instrument is not asked at; a check only where there is such a wave. */
function wavesCheck(waves: readonly string[]): Check[] {
  const wave = fieldsOf('forms').find(({ name }) => name === 'wave');
  if (wave?.type !== 'code' || wave.codes.every((code) => waves.includes(code))) return [];
  return [
    {
      rule: 'other-wave',
      column: 'wave',
      fails: `wave NOT IN (${waves.map((code) => `'${code}'`).join(', ')})`,
    },
  ];
}

/** What a form has, with session, kind and date in place of wave and day. */
function sessionFields(table: string, kinds: readonly string[]): Field[] {
  const kind: Field = {
    name: 'kind',
    type: 'code',
    enumeration: `${table}_kind`,
    codes: [...kinds, unstatedKind],
    otherwise: `'${unstatedKind}'`,
  };
  const own = fieldsOf('sessions').map((field) => (field.name === 'kind' ? kind : field));
  const form = (name: string) => fieldsOf('forms').filter((field) => field.name === name);
  return [...form(courseKey), ...own, ...form('respondent')];
}

/** `dataset` is not read from a file: it is which export the file came with. */
function fieldsOf(table: string): Field[] {
  return tableOf(table)
    .filter((variable) => variable.name !== 'dataset')
    .map(fieldOf);
}

function fieldOf(variable: Variable): Field {
  const { name } = variable;
  switch (variable.type) {
    case 'code':
      return variable.open
        ? { name, type: 'open-code', enumeration: variable.enumeration }
        : { name, type: 'code', enumeration: variable.enumeration, codes: codesOf(variable) };
    case 'integer':
    case 'number': {
      const { range } = variable;
      return range
        ? { name, type: variable.type, min: range.from, max: range.to }
        : { name, type: variable.type };
    }
    case 'text':
    case 'date':
    case 'boolean':
      return { name, type: variable.type };
  }
}
