import { codebook, labelOfColumn, tableOf } from '../../codebook/codebook';
import type { Label, Variable } from '../../codebook/schema';
import { importTablesOf } from '../../ingest/tables';
import { instruments } from '../../instruments/catalogue';
import { scalesViewName } from '../../instruments/definitions';
import { steps, views, type View } from './views';

export interface Column {
  readonly name: string;
  /** Undefined where it is told in the help's own words. */
  readonly label?: Label;
  readonly type?: Variable['type'];
  readonly derived?: Label;
  readonly range?: { readonly from: number; readonly to: number };
  /** Codes with their labels; empty where they come from the data. */
  readonly codes?: readonly { readonly code: string; readonly label: Label }[];
}

export interface Told {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly withCourses: boolean;
}

/** An instrument's table and the view of its scales. */
export interface FormTable {
  readonly instrument: string;
  readonly title: Label;
  readonly name: string;
  readonly view: string;
  readonly series: boolean;
  readonly items: readonly string[];
  readonly scales: readonly string[];
}

/** Every table a notebook can read, as plain data. */
export function tellTables() {
  const series = instruments.find(({ when }) => when.kind === 'sessions');
  const others = importTablesOf(instruments).filter(
    ({ name }) => name !== 'courses' && !instruments.some(({ table }) => table === name),
  );
  return {
    courses: { name: 'courses', columns: tableOf('courses').map(ofVariable), withCourses: false },
    shared: {
      waves: ['dataset', ...tableOf('forms').map(({ name }) => name)].map(columnOf),
      sessions: series ? sharedBySessions() : [],
    },
    forms: instruments.map((instrument): FormTable => ({
      instrument: instrument.name,
      title: instrument.title,
      name: instrument.table,
      view: scalesViewName(instrument),
      series: instrument.when.kind === 'sessions',
      items: instrument.items.map(({ name }) => name),
      scales: instrument.scales.map(({ name }) => name),
    })),
    others: [
      ...others.map(({ name, fields }) =>
        told({ name, columns: ['dataset', ...fields.map((field) => field.name)], withCourses: false }),
      ),
      told({ name: 'import_problems', columns: problemColumns, withCourses: false }),
    ],
    views: views.map(told),
    steps: steps.map(told),
  };
}
export type TablesTold = ReturnType<typeof tellTables>;

const problemColumns = ['dataset', 'file', 'line', 'column', 'value', 'rule', 'action'];

/** As a form's, but the wave: a session, its kind and its date stand for that. */
function sharedBySessions(): readonly Column[] {
  const isOther = ({ name }: Variable) => name !== 'wave' && name !== 'answered_on';
  return [
    columnOf('dataset'),
    ...[...tableOf('forms').filter(isOther), ...tableOf('sessions')].map(ofVariable),
  ];
}

function told({ name, columns, withCourses }: View): Told {
  return { name, columns: columns.map(columnOf), withCourses };
}

function columnOf(name: string): Column {
  const variable = codebook.find((each) => each.name === name);
  if (variable && variable.table !== 'sessions') return ofVariable(variable);
  const [da, en] = [labelOfColumn(name, 'da'), labelOfColumn(name, 'en')];
  return da === name || variable ? { name } : { name, label: { da, en } };
}

function ofVariable(variable: Variable): Column {
  const { name, label, type, derived } = variable;
  return {
    ...{ name, label, type },
    ...(derived && { derived }),
    ...('range' in variable && variable.range && { range: variable.range }),
    ...(variable.type === 'code' && { codes: variable.codes }),
  };
}
