import type { Item } from '../../instruments/instrument';
import { exact, gather, type Telling } from './block';

/** Shorter lists are written out. */
const longRun = 4;

/** Items by name, with those that follow each other in the form as "who5_1 til who5_5". */
export function itemNames(names: readonly string[], telling: Telling, turned = false): string {
  const { instrument, words } = telling;
  const order = instrument.items.map(({ name }) => name);
  const runs: string[][] = [];
  for (const name of names) {
    const last = runs.at(-1);
    const before = order[order.indexOf(name) - 1];
    if (last && last.at(-1) === before) last.push(name);
    else runs.push([name]);
  }
  const write = (name: string) =>
    turned && instrument.items.some((item) => item.name === name && item.reversed)
      ? words.method.isTurned(name)
      : name;
  return runs
    .flatMap((run) =>
      run.length < longRun ? run.map(write) : [words.method.to(run[0] ?? '', run.at(-1) ?? '')],
    )
    .join(', ');
}

/** "who5_1 til who5_5: 0–5", for each range of answers. */
export function answerRanges(telling: Telling): string {
  const { instrument, words } = telling;
  const groups = gather(instrument.items, ({ min, max, whole }) => [min, max, whole]);
  return groups
    .map((items) => {
      const [{ min, max, whole }] = items;
      const range = words.answers(namesOf(items, telling), exact(min, telling), exact(max, telling));
      return whole ? range : `${range}, ${words.betweenWhole}`;
    })
    .join('; ');
}

/** "pobeys, pfriend tæller som 2 minus svaret"; empty when none is reversed. */
export function reversedItems(telling: Telling): string {
  const { instrument, words } = telling;
  const reversed = instrument.items.filter((item) => item.reversed);
  return gather(reversed, ({ min, max }) => min + max)
    .map((items) => words.turned(namesOf(items, telling), exact(items[0].min + items[0].max, telling)))
    .join('; ');
}

function namesOf(items: readonly Item[], telling: Telling): string {
  return itemNames(
    items.map(({ name }) => name),
    telling,
  );
}
