import type { ColumnSpec, ImportEngine, LoadedTable } from '../engine/engine';
import { problemsQuery, readProblems } from '../ingest/list-problems';
import { gathering } from '../ingest/source';
import { actions, rules, type ImportProblem } from '../ingest/problem';
import type { Field, ImportTable } from '../ingest/table';
import { columnOf } from '../results/result';
import { quoteName, quoteText } from '../sql/quote';

export interface HandedOver {
  /** Every table of the codebook and of the instruments, and `import_problems`; empty where the exports had none. */
  readonly tables: LoadedTable[];
  /** The first of the problems, at most `problemLimit`; all of them are in `import_problems`. */
  readonly problems: ImportProblem[];
  readonly problemCount: number;
}

/** What has gathered in the import engine, as Arrow for the other one. */
export async function handOver(
  engine: ImportEngine,
  imported: readonly ImportTable[],
  datasets: readonly string[],
  problemLimit: number,
): Promise<HandedOver> {
  const codes = await openCodes(engine, imported);
  const tables: LoadedTable[] = [];
  for (const table of imported) {
    const columns = [datasetColumn(datasets), ...table.fields.map((field) => specOf(field, codes))];
    const names = columns.map((column) => quoteName(column.name)).join(', ');
    const parts: { arrow: Uint8Array; rowCount: number }[] = [];
    for (const dataset of datasets) {
      const sql = `SELECT ${names} FROM ${gathering(table.name)} WHERE dataset = ${quoteText(dataset)}`;
      const part = await engine.extract(sql);
      if (part.rowCount > 0) parts.push(part);
    }
    tables.push(tableOfParts(table.name, columns, parts));
  }
  const all = await engine.extract(problemsQuery());
  tables.push(tableOfParts('import_problems', problemColumns(datasets), all.rowCount > 0 ? [all] : []));
  const problems = readProblems(await engine.run(problemsQuery(Math.min(problemLimit, all.rowCount))));
  return { tables, problems, problemCount: all.rowCount };
}

function tableOfParts(
  name: string,
  columns: readonly ColumnSpec[],
  parts: readonly { readonly arrow: Uint8Array; readonly rowCount: number }[],
): LoadedTable {
  const rowCount = parts.reduce((sum, part) => sum + part.rowCount, 0);
  return { name, columns, arrow: parts.map((part) => part.arrow), rowCount };
}

const datasetColumn = (datasets: readonly string[]): ColumnSpec => ({
  name: 'dataset',
  type: 'ENUM',
  enumeration: 'dataset',
  codes: datasets,
});

function problemColumns(datasets: readonly string[]): ColumnSpec[] {
  return [
    datasetColumn(datasets),
    { name: 'file', type: 'VARCHAR' },
    { name: 'line', type: 'INTEGER' },
    { name: 'column', type: 'VARCHAR' },
    { name: 'value', type: 'VARCHAR' },
    { name: 'rule', type: 'ENUM', enumeration: 'import_rule', codes: rules },
    { name: 'action', type: 'ENUM', enumeration: 'import_action', codes: actions },
  ];
}

/** Codes that only the data knows (projects, units), over all datasets and tables, as Danes sort them. */
async function openCodes(
  engine: ImportEngine,
  tables: readonly ImportTable[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const queries = new Map<string, string[]>();
  for (const table of tables) {
    for (const field of table.fields) {
      if (field.type !== 'open-code') continue;
      const query = `SELECT ${quoteName(field.name)} AS code FROM ${gathering(table.name)}`;
      queries.set(field.enumeration, [...(queries.get(field.enumeration) ?? []), query]);
    }
  }
  const collator = new Intl.Collator('da', { numeric: true });
  const codes = new Map<string, readonly string[]>();
  for (const [enumeration, selects] of queries) {
    const result = await engine.run(
      `SELECT DISTINCT code FROM (${selects.join(' UNION ALL ')}) WHERE code IS NOT NULL`,
    );
    const found = (columnOf(result, 'code')?.values ?? []).map(String);
    codes.set(
      enumeration,
      found.toSorted((a, b) => collator.compare(a, b) || (a < b ? -1 : 1)),
    );
  }
  return codes;
}

/** A field as a column of the analysis engine; `codes` are those that only the data knows, by enumeration. */
export function specOf(field: Field, codes: ReadonlyMap<string, readonly string[]>): ColumnSpec {
  const { name } = field;
  switch (field.type) {
    case 'code':
      return { name, type: 'ENUM', enumeration: field.enumeration, codes: field.codes };
    case 'open-code':
      return {
        name,
        type: 'ENUM',
        enumeration: field.enumeration,
        codes: codes.get(field.enumeration) ?? [],
      };
    case 'integer':
      return { name, type: 'INTEGER' };
    case 'number':
      return { name, type: 'DOUBLE' };
    case 'date':
      return { name, type: 'DATE' };
    case 'boolean':
      return { name, type: 'BOOLEAN' };
    case 'text':
      return { name, type: 'VARCHAR' };
  }
}
