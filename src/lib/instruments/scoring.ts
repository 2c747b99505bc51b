import type { Instrument, Item, Method, Scale } from './instrument';

/** SQL expressions over an instrument's table, for one form. */
export interface Scoring {
  /** How many of the scale's items are answered. */
  readonly answered: string;
  /** How many items the scale has. */
  readonly of: number;
  /** NULL when the missing rule gives no score. May name `<scale>_answered` and the scales it is made of. */
  readonly score: string;
}

/** The arithmetic of one scale as SQL. */
export function scoringOf(instrument: Instrument, scale: Scale): Scoring {
  const items = itemsOf(instrument, scale.method);
  return { answered: answeredOf(instrument, scale), of: items.length, score: scoreOf(instrument, scale) };
}

export function scaleOf(instrument: Instrument, name: string): Scale {
  const scale = instrument.scales.find((candidate) => candidate.name === name);
  if (!scale) throw new Error(`${instrument.name} has no scale ${name}`);
  return scale;
}

/** The scales a scale is made of, those first that others need; empty for one made of items. */
export function partsOf(instrument: Instrument, scale: Scale): Scale[] {
  if (scale.method.kind !== 'scales') return [];
  const parts = scale.method.scales.map((name) => scaleOf(instrument, name));
  return [...new Set(parts.flatMap((part) => [...partsOf(instrument, part), part]))];
}

function itemsOf(instrument: Instrument, method: Method): readonly string[] {
  if (method.kind !== 'scales') return method.items;
  return method.scales.flatMap((name) => itemsOf(instrument, scaleOf(instrument, name).method));
}

function answeredOf(instrument: Instrument, { method }: Scale): string {
  if (method.kind === 'scales') return sum(method.scales.map((name) => `${name}_answered`));
  const marks = method.items.map((name) => `(${itemOf(instrument, name).name} IS NOT NULL)::INTEGER`);
  return sum(marks);
}

function scoreOf(instrument: Instrument, { name, method }: Scale): string {
  switch (method.kind) {
    case 'sum':
      return times(sum(method.items.map((item) => keyed(itemOf(instrument, item)))), method.factor);
    case 'scales':
      return times(sum(method.scales), method.factor);
    case 'mean': {
      const total = sum(method.items.map((item) => `coalesce(${keyed(itemOf(instrument, item))}, 0)`));
      const mean = `${method.factor} * ${bracket(total)} / ${name}_answered`;
      const score = method.round === 'half-up' ? `floor(${mean} + 0.5)` : mean;
      return `CASE WHEN ${name}_answered >= ${leastAnswered(method)}\n  THEN ${indent(score, 7)}\nEND`;
    }
    case 'points': {
      const { missing, unless } = method;
      const points = sum(method.items.map((item) => pointsOf(item, method.points, missing)));
      const fixed = unless ? `WHEN ${unless.item} = ${unless.is} THEN ${unless.score}\n  ` : '';
      return `CASE\n  ${fixed}WHEN ${name}_answered > 0 THEN\n    ${indent(points, 4)}\nEND`;
    }
  }
}

/** Items that must be answered: at a share of 0.1 missing, 31 of 34. */
export function leastAnswered({ items, needs }: Extract<Method, { kind: 'mean' }>): number {
  if ('answered' in needs) return needs.answered;
  // 0.1 × 30 is 3.0000000000000004 or 2.9999999999999996 on another day
  return items.length - Math.floor(items.length * needs.missingShare + 1e-9);
}

/** The points of an answer. */
export function pointsOf(
  item: string,
  points: readonly { answer: number; points: number }[],
  missing: number,
): string {
  const cases = points.filter((entry) => entry.points !== missing);
  const whens = cases.map((entry) => `WHEN ${entry.answer} THEN ${entry.points}`);
  return `CASE ${item} ${whens.join(' ')} ELSE ${missing} END`;
}

export function itemOf(instrument: Instrument, name: string): Item {
  const item = instrument.items.find((candidate) => candidate.name === name);
  if (!item) throw new Error(`${instrument.name} has no item ${name}`);
  return item;
}

/** The answer in the direction of its scale. */
export function keyed(item: Item): string {
  return item.reversed ? `${item.min + item.max} - ${item.name}` : item.name;
}

/** Wrapped where a line would be too long to read. */
function sum(terms: readonly string[]): string {
  let text = '';
  let width = 0;
  for (const term of terms) {
    const wrap = width + term.length > 90;
    if (text !== '') text += wrap ? '\n+ ' : ' + ';
    text += term;
    width = wrap ? term.length : width + term.length + 3;
  }
  return text;
}

function times(expression: string, factor: number): string {
  return factor === 1 ? expression : `${bracket(expression)} * ${factor}`;
}

function bracket(expression: string): string {
  return `(${indent(expression, 1)})`;
}

/** Every line but the first, moved right. */
export function indent(text: string, by: number): string {
  return text.replaceAll('\n', '\n' + ' '.repeat(by));
}
