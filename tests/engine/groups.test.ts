import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { compiledOf, statusOf } from '../../src/lib/dataflow/status';
import type { Tables } from '../../src/lib/dataflow/session';
import type { Engine } from '../../src/lib/engine/engine';
import type { Group, Merge } from '../../src/lib/groups/merge';
import { reckon } from '../../src/lib/groups/reckon';
import { readTable } from '../../src/lib/groups/table';
import { writeMerge } from '../../src/lib/groups/write-sql';
import { instruments } from '../../src/lib/instruments/catalogue';
import { CellName } from '../../src/lib/notebook/cell';
import { parse } from '../../src/lib/notebook/parse';
import { columnOf, type Result } from '../../src/lib/results/result';
import { dataWords } from '../../src/lib/workbench/labels';
import { prepareSession, runNotebook } from '../../src/lib/workbench/run-notebook';
import { loadDemonstration } from './demonstration';

/** A cell, what is put together, and the same computed from the children: adding a case is adding a file. */
interface Case {
  readonly cell: string;
  readonly out?: readonly string[];
  readonly groups?: Readonly<Record<string, readonly Group[]>>;
  readonly direct: string;
  /** The names are compared too; where the direct query has codes, they are not. */
  readonly labels?: boolean;
}

const folder = new URL('./groups/', import.meta.url);
const cases = readdirSync(folder)
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => file.replace(/\.yaml$/, ''));

let engine: Engine;
let tables: Tables;
beforeAll(async () => {
  ({ engine, tables } = await loadDemonstration());
});
afterAll(() => engine.close());

const words = dataWords(instruments, 'da');

async function run(cells: Readonly<Record<string, string>>) {
  const fences = Object.entries(cells).map(([name, sql]) => `\`\`\`sql ${name}\n${sql.trimEnd()}\n\`\`\`\n`);
  const { notebook } = parse(`---\nformat: 1\ntitle: t\nlanguage: da\n---\n${fences.join('\n')}`);
  const session = await runNotebook(prepareSession(notebook), engine, tables);
  const result = (name: string): Result => {
    const found = session.results.get(CellName.parse(name))?.result;
    if (!found) throw new Error(`${name}: ${JSON.stringify(statusOf(session, CellName.parse(name)))}`);
    return found;
  };
  return { session, result };
}

describe.each(cases)('%s', (name) => {
  const written = parseYaml(readFileSync(new URL(`${name}.yaml`, folder), 'utf8')) as Case;
  const merge: Merge = { out: new Set(written.out), groups: new Map(Object.entries(written.groups ?? {})) };

  test('is written so, gives what the children give, and what is reckoned beside it', async () => {
    const { session, result } = await run({ t: written.cell });
    const segments = compiledOf(session, CellName.parse('t'))?.segments ?? [];
    const table = readTable(segments, result('t'), (column, code) => words.label(column, code));
    if (!table) throw new Error('no table');
    const sql = writeMerge(table, merge, 't');
    const left = table.lost.length > 0 ? `-- left out: ${table.lost.join(', ')}\n` : '';
    await expect(`${left}${sql}\n`).toMatchFileSnapshot(`./groups/${name}.sql`);
    const { result: after } = await run({ t: written.cell, merged: sql, direct: written.direct });
    const [merged, direct] = [after('merged'), after('direct')];
    expect(valuesOf(reckon(table, merge))).toEqual(valuesOf(merged));
    expect(merged.columns.map((column) => column.name)).toEqual(
      reckon(table, merge).columns.map((column) => column.name),
    );
    const compared = merged.columns.filter(
      ({ type }) => written.labels !== false || type === 'number' || type === 'integer',
    );
    expect(compared.map(({ name: column, values }) => [column, values.map(rounded)])).toEqual(
      compared.map(({ name: column }) => [column, columnOf(direct, column)?.values.map(rounded)]),
    );
  });
});

const rounded = (value: unknown) => (typeof value === 'number' ? Number(value.toFixed(9)) : value);

function valuesOf({ columns }: Result) {
  return columns.map(({ name, values }) => [name, values.map(rounded)]);
}
