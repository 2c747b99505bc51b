import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { compiledOf, statusOf } from '../../src/lib/dataflow/status';
import type { Tables } from '../../src/lib/dataflow/session';
import type { Engine } from '../../src/lib/engine/engine';
import type { Group, Merge } from '../../src/lib/groups/merge';
import { reckon } from '../../src/lib/groups/reckon';
import { readTable, type Table } from '../../src/lib/groups/table';
import { writeMerge } from '../../src/lib/groups/write-sql';
import { instruments } from '../../src/lib/instruments/catalogue';
import { populationAfter } from '../../src/lib/dataflow/population';
import { attributeOf, CellName } from '../../src/lib/notebook/cell';
import { parse } from '../../src/lib/notebook/parse';
import { columnOf, type Column, type Result } from '../../src/lib/results/result';
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

describe.each(['maalgruppen', 'frafald', 'trivsel'])('the tables of %s', (name) => {
  test('give by SQL what is reckoned, when two groups become one or a division goes', async () => {
    const { notebook } = parse(readFileSync(`notebooks/${name}.md`, 'utf8'));
    const session = await runNotebook(prepareSession(notebook), engine, tables);
    const unlike: string[] = [];
    let offered = 0;
    for (const cell of notebook.cells) {
      const given = cell.kind === 'sql' ? session.results.get(cell.name)?.result : undefined;
      const compiled = cell.kind === 'sql' ? compiledOf(session, cell.name) : undefined;
      if (cell.kind !== 'sql' || !given || !compiled) continue;
      const label = (column: Column, code: string) => words.label(column, code);
      const table = readTable(compiled.segments, given, label, attributeOf(cell, 'interval'));
      for (const merge of table ? mergesOf(table) : []) {
        if (!table) continue;
        offered += 1;
        const sql = writeMerge(table, merge, cell.name);
        const answer = await engine.query(`WITH ${cell.name} AS (\n${compiled.sql}\n)\n${sql}`);
        const isAlike =
          answer.ok &&
          JSON.stringify(valuesOf(answer.result)) === JSON.stringify(valuesOf(reckon(table, merge)));
        if (!isAlike || !populationAfter(session, cell.name, sql)) unlike.push(`${cell.name}: ${sql}`);
      }
    }
    expect(unlike).toEqual([]);
    expect(offered).toBeGreaterThan(4);
  });
});

/** Each division's first and last group put together, and each left out. */
function mergesOf(table: Table): readonly Merge[] {
  const free = table.divisions.filter(({ isFixed }) => !isFixed);
  return free.flatMap(({ name, codes }) => {
    const ends = [codes[0] ?? null, codes.at(-1) ?? null];
    const joined: Merge = {
      out: new Set(),
      groups: new Map([[name, [{ name: 'begge ender', codes: ends }]]]),
    };
    const without: Merge = { out: new Set([name]), groups: new Map() };
    return table.divisions.length > 1 ? [joined, without] : [joined];
  });
}
