import { expect, it } from 'vitest';
import { partTables } from '../../../src/lib/ui/data-list';

const table = (name: string, rows: number | null) => ({ name, rows, columns: [] });

it('puts tables with rows and the chief views first, and leaves out only the problems, which have a list of their own', () => {
  const parts = partTables([
    table('courses', 0),
    table('who5', 3032),
    table('toddler', 0),
    table('own_form', 12),
    table('scores', null),
    table('changes', null),
    table('pairing_start', null),
    table('import_problems', 3),
  ]);
  const names = (tables: typeof parts.first) => tables.map(({ name }) => name);
  expect(names(parts.first)).toEqual(['courses', 'who5', 'own_form', 'scores', 'changes']);
  expect(names(parts.rest)).toEqual(['toddler', 'pairing_start']);
});
