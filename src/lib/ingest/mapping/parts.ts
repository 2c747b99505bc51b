import { reportedTable } from '../../instruments/reported';
import type { Field, ImportTable } from '../table';
import type { ColumnUse, FileMapping, Wave } from './file-mapping';
import type { Part, PartField } from './part';
import { keyVariable, waveVariable, type Variable } from './variables';

/** A column with what it is. */
interface Used {
  readonly use: ColumnUse;
  readonly column: number;
  readonly variable: Variable;
}

/**
 * What a mapped sheet fills: `courses` when a column tells of them, and each instrument's table, once for each wave that
 * its columns are of, or once in all when a column says the wave. No part without the column that says whose a row is.
 * `isOneForm`: each row is of one questionnaire, so that a course may have several.
 */
export function partsOf(
  { columns }: FileMapping,
  variables: readonly Variable[],
  tables: readonly ImportTable[],
  isOneForm = false,
): readonly Part[] {
  const known = new Map(variables.map((variable) => [variable.name, variable]));
  const used = columns.flatMap((use, column): Used[] => {
    const variable = use.variable === undefined ? undefined : known.get(use.variable);
    return variable ? [{ use, column, variable }] : [];
  });
  const key = used.find(({ variable }) => variable.name === keyVariable);
  if (!key) return [];
  const hasWaves = used.some(({ variable }) => variable.name === waveVariable);
  const parts: Part[] = [];
  const courses = used.filter(({ variable }) => variable.kind === 'course');
  const table = tables.find(({ name }) => name === 'courses');
  if (table && courses.some((each) => each !== key))
    parts.push(coursePart(table, courses, hasWaves || isOneForm));
  for (const instrumentTable of new Set(answersOf(used).map(({ variable }) => variable.table))) {
    const target = tables.find(({ name }) => name === instrumentTable);
    if (target) parts.push(...formParts(target, key, used));
  }
  const reported = tables.find(({ name }) => name === reportedTable);
  if (reported) parts.push(...totalParts(reported, key, used));
  return parts;
}

/** The columns that hold answers, of these used ones. */
function answersOf(used: readonly Used[]): readonly Used[] {
  return used.filter(({ variable }) => variable.kind === 'answer');
}

function coursePart(table: ImportTable, used: readonly Used[], collapsed: boolean): Part {
  return { table, fields: used.map((each) => partField(each)), fixed: [], answers: [], collapsed };
}

function formParts(table: ImportTable, key: Used, used: readonly Used[]): Part[] {
  const answers = answersOf(used).filter(({ variable }) => variable.table === table.name);
  const shared = used.filter(
    ({ variable }) => variable.kind === 'form' && fieldOf(table, variable.field.name),
  );
  return wavesOf(answers, shared).map((wave) => {
    const own = answers.filter(({ use }) => use.wave === wave);
    const about = shared.filter(({ use }) => use.wave === undefined || use.wave === wave);
    return {
      table,
      // Of this table's own: each series has its kinds
      fields: [key, ...about, ...own].map((each) =>
        partField(each, fieldOf(table, each.variable.field.name)),
      ),
      fixed: fixedWave(table, wave),
      answers: own.map(({ variable }) => variable.field.name),
      collapsed: false,
    };
  });
}

/** A total is a row of its own: whose, when, of which scale. */
function totalParts(table: ImportTable, key: Used, used: readonly Used[]): Part[] {
  const wave = used.find(({ variable }) => variable.name === waveVariable);
  return used
    .filter(({ variable }) => variable.kind === 'total')
    .map((total) => ({
      table,
      fields: [key, ...(wave && total.use.wave === undefined ? [wave] : []), total].map((each) =>
        partField(each),
      ),
      fixed: [
        ...fixedWave(table, total.use.wave),
        ...fixedTo(table, 'instrument', total.variable.instrument?.name),
        ...fixedTo(table, 'scale', total.variable.scale),
      ],
      answers: ['score'],
      collapsed: false,
    }));
}

/** Each wave the columns are of; none where a column says it. */
function wavesOf(answers: readonly Used[], shared: readonly Used[]): readonly (Wave | undefined)[] {
  const waves = new Set(answers.map(({ use }) => use.wave));
  const isSaid = shared.some(({ variable }) => variable.name === waveVariable);
  return [...waves].filter((wave) => wave !== undefined || isSaid || waves.size === 1);
}

function fixedWave(table: ImportTable, wave: Wave | undefined): Part['fixed'] {
  return fixedTo(table, 'wave', wave);
}

function fixedTo(table: ImportTable, name: string, value: string | undefined): Part['fixed'] {
  const field = fieldOf(table, name);
  return field && value !== undefined ? [{ field, value }] : [];
}

function fieldOf(table: ImportTable, name: string): Field | undefined {
  return table.fields.find((field) => field.name === name);
}

function partField({ use, column, variable }: Used, field: Field = variable.field): PartField {
  return { field, column, codes: use.codes };
}
