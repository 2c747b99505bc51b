import { expect, test } from 'vitest';
import { clear } from '../../../src/lib/disclosure/clear';
import { toldBeside } from '../../../src/lib/disclosure/told';
import type { Result } from '../../../src/lib/results/result';
import { CellName } from '../../../src/lib/notebook/cell';
import { shownClearing } from '../../../src/lib/ui/shown';
import type { Workbench } from '../../../src/lib/ui/workbench-surface';

const resultOf = (names: readonly (string | null)[], counts: readonly number[]): Result => ({
  columns: [
    { name: 'sex', type: 'code', values: names },
    { name: 'n', type: 'integer', values: counts },
  ],
  rowCount: counts.length,
  truncated: false,
});
const [bySex, total] = [CellName.parse('by_sex'), CellName.parse('total')];
const sexes = resultOf(['girl', 'boy', 'other'], [40, 30, 2]);

function workbenchWith(isRunning: boolean, ...others: readonly Result[]): Workbench {
  const results = new Map([
    [bySex, { result: sexes }],
    ...others.map((result) => [total, { result }] as const),
  ]);
  const workbench = {
    session: { results, running: new Map(isRunning ? [[total, {}]] : []) },
    policy: { kind: 'minimum', minimum: 5 },
    status: () => ({ kind: 'fresh' }),
    result: () => sexes,
    clearing: () => clear(sexes, { kind: 'minimum', minimum: 5 }, () => toldBeside(results.values(), sexes)),
  };
  return workbench as unknown as Workbench;
}

test('what other cells tell withholds a row on the screen when no cell runs any more', () => {
  const shown = (workbench: Workbench) => shownClearing(workbench, { unhidden: false } as never, bySex);
  const withheld = (workbench: Workbench) => {
    const clearing = shown(workbench);
    return clearing?.ok ? clearing.cleared.withheld.map((why) => why !== null) : undefined;
  };
  const first = shown(workbenchWith(false));
  expect(withheld(workbenchWith(false))).toEqual([false, false, true]);
  expect(shown(workbenchWith(false, resultOf(['all'], [71])))).toBe(first);
  expect(shown(workbenchWith(true, resultOf(['all'], [72])))).toBe(first);
  expect(withheld(workbenchWith(false, resultOf(['all'], [72])))).toEqual([false, true, true]);
});
