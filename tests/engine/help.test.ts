import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Tables } from '../../src/lib/dataflow/session';
import type { Engine } from '../../src/lib/engine/engine';
import { openNodeEngine, openNodeImportEngine } from '../../src/lib/engine/node';
import { instruments } from '../../src/lib/instruments/catalogue';
import { tellTables } from '../../src/lib/ui/help/tables';
import { gate, loadAnalysis } from '../../src/lib/workbench/analysis';
import { fileOfBytes } from '../../src/lib/workbench/exports';
import { importExport } from '../../src/lib/workbench/import';

let engine: Engine;
let relations: Tables['tables'];
beforeAll(async () => {
  const files = [fileOfBytes('courses.csv', new TextEncoder().encode('course_id;age\na;7\n'))];
  const { tables } = await importExport(openNodeImportEngine, [{ dataset: 'd', files }], { instruments });
  engine = await openNodeEngine({ gate });
  ({ tables: relations } = await loadAnalysis(engine, tables, instruments, '1'));
});
afterAll(() => engine.close());

test('the help tells of every table that a notebook can read, with just the columns it has', () => {
  const { courses, shared, forms, others, views, steps } = tellTables();
  const names = (columns: readonly { readonly name: string }[]) => columns.map(({ name }) => name);
  const told = new Map([
    ['courses', names(courses.columns)],
    ...forms.flatMap(({ name, view, series, items, scales }): [string, string[]][] => {
      const own = names(series ? shared.sessions : shared.waves);
      return [
        [name, [...own, ...items]],
        [view, [...own, ...scales.flatMap((scale) => [`${scale}_answered`, scale])]],
      ];
    }),
    ...[...others, ...views, ...steps].map(({ name, columns, withCourses }): [string, string[]] => {
      const own = names(columns);
      const rest = withCourses ? names(courses.columns).filter((each) => !own.includes(each)) : [];
      return [name, [...own, ...rest]];
    }),
  ]);
  const sorted = (columns: readonly string[]) => columns.toSorted();
  expect(Object.fromEntries([...told].map(([name, columns]) => [name, sorted(columns)]))).toEqual(
    Object.fromEntries(relations.map(({ name, columns }) => [name, sorted(columns)])),
  );
});
