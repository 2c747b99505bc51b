import type { Instrument } from '../../instruments/instrument';
import { reportedTable } from '../../instruments/reported';
import { courseKey, type Field, type ImportTable } from '../table';

/**
 * What a column can be: a field of the courses, one that forms share, an answer, or a total in place of answers. In a file
 * with a row for each answer: which question it is to, or of which questionnaire and by what number, and what was answered.
 */
export interface Variable {
  /** As a mapping has it. */
  readonly name: string;
  readonly kind:
    'course' | 'form' | 'answer' | 'total' | 'question' | 'questionnaire' | 'number' | 'response';
  /** The table it goes to; `forms` for what all forms of the file share. */
  readonly table: string;
  readonly field: Field;
  /** The instrument of an answer or a total. */
  readonly instrument?: Instrument;
  /** The scale of a total. */
  readonly scale?: string;
}

export const keyVariable = `courses.${courseKey}`;
export const childVariable = 'courses.child_id';
export const waveVariable = 'forms.wave';
export const questionVariable = 'answers.question';
export const questionnaireVariable = 'answers.questionnaire';
export const numberVariable = 'answers.number';
export const responseVariable = 'answers.response';

/** Every variable, in the order a person reads them. */
export function listVariables(
  tables: readonly ImportTable[],
  instruments: readonly Instrument[],
): readonly Variable[] {
  const courses = tables.find(({ name }) => name === 'courses')?.fields ?? [];
  const shared = new Map<string, Field>();
  const answers: Variable[] = [];
  for (const instrument of instruments) {
    const items = new Set(instrument.items.map(({ name }) => name));
    const table = tables.find(({ name }) => name === instrument.table);
    for (const field of table?.fields ?? []) {
      if (items.has(field.name)) {
        const name = `${instrument.table}.${field.name}`;
        answers.push({ name, kind: 'answer', table: instrument.table, field, instrument });
      } else if (field.name !== courseKey && !shared.has(field.name)) shared.set(field.name, field);
    }
    if (instrument.when.kind === 'waves') answers.push(...totalsOf(instrument));
  }
  const questions = answers.map(({ name }) => name);
  const items = instruments.map((instrument) => instrument.items.length);
  return [
    ...courses.map((field): Variable => ({
      name: `courses.${field.name}`,
      kind: 'course',
      table: 'courses',
      field,
    })),
    ...[...shared.values()].map((field): Variable => ({
      name: `forms.${field.name}`,
      kind: 'form',
      table: 'forms',
      field,
    })),
    {
      name: questionVariable,
      kind: 'question',
      table: 'answers',
      field: { name: 'question', type: 'code', enumeration: 'question', codes: questions },
    },
    {
      name: questionnaireVariable,
      kind: 'questionnaire',
      table: 'answers',
      field: {
        name: 'questionnaire',
        type: 'code',
        enumeration: 'questionnaire',
        codes: [...new Set(instruments.map(({ table }) => table))],
      },
    },
    {
      name: numberVariable,
      kind: 'number',
      table: 'answers',
      field: { name: 'number', type: 'integer', min: 1, max: Math.max(...items) },
    },
    {
      name: responseVariable,
      kind: 'response',
      table: 'answers',
      field: { name: 'response', type: 'text' },
    },
    ...answers,
  ];
}

/** Whether it is measured at waves, so that a column of it is of one of them. */
export function isOfWave({ kind, instrument }: Variable): boolean {
  if (kind === 'question' || kind === 'questionnaire') return true;
  return (kind === 'answer' || kind === 'total') && instrument?.when.kind === 'waves';
}

/** Whether a column of it can be of one wave only: a measurement, and what is told of one. */
export function takesWave(variable: Variable): boolean {
  return isOfWave(variable) || (variable.kind === 'form' && variable.name !== waveVariable);
}

function totalsOf(instrument: Instrument): Variable[] {
  return instrument.scales.map(({ name, range }) => ({
    name: `reported.${instrument.name}.${name}`,
    kind: 'total',
    table: reportedTable,
    field: { name: 'score', type: 'number', min: range[0], max: range[1] },
    instrument,
    scale: name,
  }));
}
