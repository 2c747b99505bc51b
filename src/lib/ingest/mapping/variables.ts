import type { Instrument } from '../../instruments/instrument';
import { reportedTable } from '../../instruments/reported';
import { courseKey, type Field, type ImportTable } from '../table';

/** What a column can be: a field of the courses, one that forms share, an answer, or a total in place of answers. */
export interface Variable {
  /** As a mapping has it. */
  readonly name: string;
  readonly kind: 'course' | 'form' | 'answer' | 'total';
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
    ...answers,
  ];
}

/** Whether it is measured at waves, so that a column of it is of one of them. */
export function isOfWave({ kind, instrument }: Variable): boolean {
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
