import { expect, test } from 'vitest';
import { clear } from '../../../src/lib/disclosure/clear';
import { tellTable } from '../../../src/lib/disclosure/ledger';
import { policyOf } from '../../../src/lib/disclosure/policy';

const all = { source: 'courses', among: new Map([['project', ['A']]]), asked: [], chosen: new Map() };

function told(names: readonly (string | null)[], counts: readonly number[], rounding = 0) {
  const columns = [
    { name: 'Sex', type: 'code' as const, values: names },
    { name: 'n', type: 'integer' as const, values: counts },
  ];
  const clearing = clear({ columns, rowCount: counts.length, truncated: false }, policyOf({ rounding }));
  if (!clearing.ok) throw new Error(clearing.problem.kind);
  return tellTable('t', clearing.cleared, all).counts.map(({ among, least, most }) => [
    among.map(([column, values]) => `${column}=${values.join()}`).join(' '),
    least,
    most,
  ]);
}

test('a row without a name is all of them where it sums the others up', () => {
  expect(told(['girl', 'boy', null], [40, 30, 70]).at(-1)).toEqual(['project=A', 70, 70]);
});

test('and those whose answer is missing where it does not', () => {
  expect(told(['girl', 'boy', null], [40, 30, 20]).at(-1)).toEqual(['project=A sex=', 20, 20]);
});

test('what is withheld is not told, and a rounded count is what it can have been', () => {
  expect(told(['girl', 'boy'], [40, 3])).toEqual([['project=A sex=girl', 40, 40]]);
  expect(told(['girl'], [41], 5)).toEqual([['project=A sex=girl', 38, 42]]);
});
