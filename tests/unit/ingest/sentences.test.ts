import { expect, test } from 'vitest';
import { imports as danish } from '../../../src/lib/i18n/da/imports';
import { imports as english } from '../../../src/lib/i18n/en/imports';
import { actions, rules } from '../../../src/lib/ingest/problem';

test('every rule and every action has its sentence', () => {
  for (const imports of [danish, english]) {
    expect(Object.keys(imports.rules).toSorted()).toEqual([...rules].toSorted());
    expect(Object.keys(imports.actions).toSorted()).toEqual([...actions].toSorted());
    for (const sentence of Object.values(imports.rules)) {
      expect(sentence({ column: 'age', value: '170' })).toMatch(/^\S.*[.?]$/);
    }
  }
});

test('of doubled rows no sentence says that the first is used where it is not', () => {
  for (const { rules: sentences } of [danish, english]) {
    const doubled = (action: string) => sentences['doubled-row']({ column: '', value: 'c1', action });
    expect(doubled('row-left-out')).toMatch(/den første|the first/);
    for (const action of ['earlier-row-left-out', 'every-row-left-out'])
      expect(doubled(action)).not.toMatch(/første|first/);
  }
});
