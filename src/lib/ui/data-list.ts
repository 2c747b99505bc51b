import type { DataOverview } from './workbench-surface';

type Tables = DataOverview['tables'];

/** The views every analysis begins with. */
const chief: readonly string[] = ['scores', 'changes', 'pairing_ledger'];

/** What a reader looks for first, tables with rows and the chief views; and the rest: empty tables, steps on the way. */
export function partTables(tables: Tables): { readonly first: Tables; readonly rest: Tables } {
  const known = tables.filter(({ name }) => name !== 'import_problems');
  const isFirst = ({ name, rows }: Tables[number]) =>
    name === 'courses' || (rows === null ? chief.includes(name) : rows > 0);
  return { first: known.filter(isFirst), rest: known.filter((table) => !isFirst(table)) };
}
