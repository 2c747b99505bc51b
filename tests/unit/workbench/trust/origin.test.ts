import { expect, test } from 'vitest';
import { parse } from '../../../../src/lib/notebook/parse';
import { serialize } from '../../../../src/lib/notebook/serialize';
import { isShipped, originOf, readShipped } from '../../../../src/lib/workbench/trust/origin';
import { trusts } from '../../../../src/lib/workbench/trust/trusts';

const shipped = await readShipped();
const textOf = (name: string) => {
  const found = shipped.find((each) => each.name === name);
  return found ? serialize(found.notebook) : '';
};
const origin = (text: string, name = 'notesbog') => originOf(parse(text).notebook, name, shipped)?.name;

test('each of ours is of its own origin, shipped, and trusted', async () => {
  expect(shipped.length).toBeGreaterThan(10);
  for (const { name } of shipped) {
    expect(origin(textOf(name)), name).toBe(name);
    expect(isShipped(textOf(name), shipped), name).toBe(true);
    expect(await trusts(textOf(name)), name).toBe(true);
  }
});

test('a letter more is neither shipped nor trusted, but of the same origin, under whatever title', async () => {
  const changed = textOf('trivsel')
    .replace('FROM ', 'FROM  ')
    .replace(/^title: .*$/m, 'title: Vores egen');
  expect(isShipped(changed, shipped)).toBe(false);
  expect(await trusts(changed)).toBe(false);
  expect(origin(changed)).toBe('trivsel');
});

test('a name or a title alone is no kinship', () => {
  const other = '---\nformat: 1\ntitle: Trivsel før og efter\n---\n\n```sql a\nSELECT 1\n```\n';
  expect(origin(other, 'trivsel-2')).toBeUndefined();
  expect(origin('---\nformat: 1\n---\n')).toBeUndefined();
});
