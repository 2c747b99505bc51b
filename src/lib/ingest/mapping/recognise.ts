import type { Field, ImportTable } from '../table';
import type { Part, PartField } from './part';

/** A sheet of our own columns, and those of its columns that nobody knows, or that came twice: never read. */
export interface Recognised {
  readonly part: Part;
  readonly ignored: readonly {
    readonly name: string;
    readonly rule: 'unknown-column' | 'doubled-column' | 'unmapped-column';
  }[];
}

/** By name, whatever its case. `codesOf`: what the file says that its codes stand for. */
export function mapColumns(
  header: readonly string[],
  table: ImportTable,
  codesOf: (field: Field, column: number) => PartField['codes'] = () => undefined,
): Recognised {
  const byName = new Map(table.fields.map((field) => [field.name, field]));
  const taken = new Set<string>();
  const fields: PartField[] = [];
  const ignored: Recognised['ignored'][number][] = [];
  header.forEach((name, column) => {
    const field = byName.get(normalise(name));
    if (!field) ignored.push({ name, rule: 'unknown-column' });
    else if (taken.has(field.name)) ignored.push({ name, rule: 'doubled-column' });
    else {
      taken.add(field.name);
      fields.push({ field, column, codes: codesOf(field, column) });
    }
  });
  return { part: { table, fields, fixed: [], answers: [], collapsed: false }, ignored };
}

export type Recognition =
  | { readonly ok: true; readonly table: ImportTable }
  | { readonly ok: false; readonly problem: { readonly kind: 'unknown-table' } }
  | {
      readonly ok: false;
      readonly problem: { readonly kind: 'no-key-column'; readonly table: string; readonly column: string };
    };

/** Which table this is: what the first of its names says that says anything, or else the table whose columns it has most of. */
export function recognise(
  names: readonly string[],
  header: readonly string[],
  tables: readonly ImportTable[],
): Recognition {
  const columns = new Set(header.map(normalise));
  const [named] = names.flatMap((name) => tableByName(name, tables) ?? []);
  const table = named ?? tableByColumns(columns, tables);
  if (!table) return { ok: false, problem: { kind: 'unknown-table' } };
  const missing = neededColumns(table).find((key) => !columns.has(key));
  if (missing !== undefined)
    return { ok: false, problem: { kind: 'no-key-column', table: table.name, column: missing } };
  return { ok: true, table };
}

function tableByName(name: string, tables: readonly ImportTable[]): ImportTable | undefined {
  const stem = normalise((name.split(/[/\\]/).at(-1) ?? '').replace(/\.[^.]*$/, ''));
  return tables.find((table) => table.name === stem);
}

/** A file counts as a table when it has the key and at least two of the columns that no other table has. */
function tableByColumns(
  columns: ReadonlySet<string>,
  tables: readonly ImportTable[],
): ImportTable | undefined {
  const [best, second] = tables
    .filter((table) => neededColumns(table).every((key) => columns.has(key)))
    .map((table) => ({ table, own: ownColumns(table, tables).filter((name) => columns.has(name)).length }))
    .toSorted((a, b) => b.own - a.own);
  return best && best.own >= 2 && best.own > (second?.own ?? 0) ? best.table : undefined;
}

/** The key, without what has a value of its own when the file brings none. */
function neededColumns(table: ImportTable): string[] {
  const given = new Set(
    table.fields.filter((field) => field.otherwise !== undefined).map(({ name }) => name),
  );
  return table.key.filter((key) => !given.has(key));
}

function ownColumns(table: ImportTable, tables: readonly ImportTable[]): string[] {
  const others = new Set(
    tables.filter((other) => other !== table).flatMap((other) => other.fields.map((f) => f.name)),
  );
  return table.fields.map((field) => field.name).filter((name) => !others.has(name));
}

function normalise(name: string): string {
  return name.trim().toLowerCase();
}
