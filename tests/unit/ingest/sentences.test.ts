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
