import described from './codebook.yaml';
import type { Codebook, CodedVariable, Label, Variable } from './schema';

const { variables, scales, columns } = described as Codebook;

/** Every variable, in the order a person reads them. The file was checked when it was read, at build. */
export const codebook: readonly Variable[] = variables;

/** The scales of instruments that people look for by other words than their labels. */
export const searchedScales: Codebook['scales'] = scales;

/**
 * The variables of a table in the order a person reads them. Any table but `courses`, `sessions` and `changes` is an
 * instrument's: it gives the columns that all instruments share, without the items.
 */
export function tableOf(name: string): readonly Variable[] {
  const table = name === 'courses' || name === 'sessions' || name === 'changes' ? name : 'forms';
  return codebook.filter((variable) => variable.table === table);
}

export function variableOf(table: string, name: string): Variable | undefined {
  return tableOf(table).find((variable) => variable.name === name);
}

/** The codes a coded variable may have, in the questionnaire's order; empty when they come from the data. */
export function codesOf(variable: CodedVariable): readonly string[] {
  return variable.codes.map(({ code }) => code);
}

const coded = codebook.filter((variable) => variable.type === 'code');
const byCodes = new Map(coded.map((variable) => [keyOf(codesOf(variable)), variable]));

function keyOf(codes: readonly string[]): string {
  return JSON.stringify([...codes].sort());
}

/**
 * What a person reads for a code of a result's column. The variable is found by its whole set of codes, which a
 * queried ENUM keeps under any alias. A code that is in no list, such as a project's name, is its own label.
 */
export function labelOfCode(codes: readonly string[], code: string, language: keyof Label): string {
  const found = byCodes.get(keyOf(codes))?.codes.find((each) => each.code === code);
  return found ? found.label[language] : code;
}

const byName = new Map([...codebook].reverse().map((variable) => [variable.name, variable]));

/** What a person reads for a column of that name; a column the codebook does not know is its own label. */
export function labelOfColumn(name: string, language: keyof Label): string {
  const label = byName.get(name)?.label ?? (Object.hasOwn(columns, name) ? columns[name] : undefined);
  return label?.[language] ?? name;
}
