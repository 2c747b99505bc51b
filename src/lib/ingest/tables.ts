import { codesOf, tableOf } from '../codebook/codebook';
import type { Variable } from '../codebook/schema';
import { instruments } from '../instruments/catalogue';
import type { Instrument } from '../instruments/instrument';
import { courseKey, type Field, type ImportTable } from './table';

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

/** Every table an export can become: the codebook's and one for each instrument. */
export const importTables: readonly ImportTable[] = [courses, ...instruments.map(formTable)];

function formTable(instrument: Instrument): ImportTable {
  const items = instrument.items.map(({ name, min, max }): Field => ({ name, type: 'integer', min, max }));
  return {
    name: instrument.table,
    key: [courseKey, 'wave'],
    fields: [...fieldsOf(instrument.table), ...items],
  };
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
