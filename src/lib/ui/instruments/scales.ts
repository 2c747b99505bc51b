import type { Method, Scale } from '../../instruments/instrument';
import { leastAnswered } from '../../instruments/scoring';
import { exact, gather, scaleCell, sourceOf, type Block, type Cell, type Telling } from './block';
import { itemNames } from './items';

/** Of each scale how it is computed, how much must be answered, its range and its better end; by rule. */
export function scaleBlocks(telling: Telling): Block[] {
  const { instrument, language, words } = telling;
  const { column } = words;
  return gather(instrument.scales, ({ rule }) => rule).map((scales) => ({
    title: '',
    note: scales[0].rule.text[language],
    columns: [
      { name: column.scale, width: 0 },
      { name: column.computed, width: 25 },
      { name: column.needs, width: 13 },
      { name: column.range, width: 11 },
      { name: column.better, width: 10 },
    ],
    rows: scales.map((scale) => [
      { ...scaleCell(scale.name, telling), beneath: madeOf(scale, telling) },
      { text: arithmeticOf(scale, telling) },
      { text: neededOf(scale.method, telling) },
      rangeOf(scale, telling),
      { text: words.better[scale.better] },
    ]),
    ...sourceOf(scales[0].rule, telling),
  }));
}

function rangeOf({ range: [from, to] }: Scale, telling: Telling): Cell {
  return { text: `${exact(from, telling)}–${exact(to, telling)}` };
}

/** "gennemsnit × 5, rundet" */
function arithmeticOf({ method }: Scale, telling: Telling): string {
  const { method: words } = telling.words;
  const times = (what: string, factor: number) =>
    factor === 1 ? what : words.times(what, exact(factor, telling));
  switch (method.kind) {
    case 'sum':
      return times(method.items.length > 1 ? words.sum : answerOf(method.items[0], telling), method.factor);
    case 'mean': {
      const mean = times(words.mean, method.factor);
      return method.round === 'none' ? mean : `${mean}, ${words.rounded}`;
    }
    case 'scales':
      return times(words.ofScales, method.factor);
    case 'points':
      return words.points;
  }
}

function answerOf(name: string | undefined, { instrument, words }: Telling): string {
  const item = instrument.items.find((each) => each.name === name);
  return item?.reversed ? words.method.turnedAnswer : words.method.answer;
}

function neededOf(method: Method, telling: Telling): string {
  const { method: words } = telling.words;
  if (method.kind === 'scales') return words.allScales;
  return words.needed(exact(leastOf(method), telling), exact(method.items.length, telling));
}

/** How many answers a score needs at the least. */
function leastOf(method: Exclude<Method, { kind: 'scales' }>): number {
  switch (method.kind) {
    case 'sum':
      return method.items.length;
    case 'mean':
      return leastAnswered(method);
    case 'points':
      return 1;
  }
}

/** The items, or the scales, that it is made of. */
function madeOf({ method }: Scale, telling: Telling): string {
  if (method.kind === 'scales') return method.scales.map((name) => scaleCell(name, telling).text).join(' + ');
  const items = itemNames(method.items, telling, method.kind !== 'points');
  return method.kind === 'points' ? `${items}; ${pointsOf(method, telling)}` : items;
}

function pointsOf(method: Extract<Method, { kind: 'points' }>, telling: Telling): string {
  const { method: words } = telling.words;
  const write = (value: number) => exact(value, telling);
  const { unless } = method;
  return [
    ...method.points.map(({ answer, points }) => words.gives(write(answer), write(points))),
    words.missing(write(method.missing)),
    ...(unless ? [words.unless(unless.item, write(unless.is), write(unless.score))] : []),
  ].join(', ');
}
