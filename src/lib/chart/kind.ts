/** How a chart draws its rows: the marks of the vocabulary that stand for them. */
export const kinds = ['arrow', 'shares', 'barX', 'barY', 'dot', 'line', 'areaY', 'tickX', 'text'] as const;
export type Kind = (typeof kinds)[number];

export type Channel =
  | 'x'
  | 'y'
  | 'x1'
  | 'x2'
  | 'down'
  | 'same'
  | 'up'
  | 'n'
  | 'text'
  | 'fill'
  | 'stroke'
  | 'z'
  | 'r'
  | 'fx'
  | 'fy';

/** What a column is for, whatever kind draws it: by this it goes along when another kind is chosen. */
export type Part =
  | 'group'
  | 'value'
  | 'along'
  | 'start'
  | 'end'
  | 'down'
  | 'same'
  | 'up'
  | 'count'
  | 'words'
  | 'colour'
  | 'series'
  | 'size'
  | 'beside'
  | 'below';

export interface Slot {
  readonly channel: Channel;
  readonly part: Part;
  /** The chart draws nothing without it. */
  readonly needed: boolean;
}

const must = (channel: Channel, part: Part): Slot => ({ channel, part, needed: true });
const may = (channel: Channel, part: Part): Slot => ({ channel, part, needed: false });

const facets = [may('fx', 'beside'), may('fy', 'below')];
const groups = must('y', 'group');
const count = may('n', 'count');

/** In the order they are written and asked for. */
export const slots: Readonly<Record<Kind, readonly Slot[]>> = {
  arrow: [must('x1', 'start'), must('x2', 'end'), groups, count],
  shares: [groups, must('down', 'down'), must('same', 'same'), must('up', 'up'), count],
  barX: [must('x', 'value'), groups, may('fill', 'colour'), ...facets],
  barY: [must('x', 'group'), must('y', 'value'), may('fill', 'colour'), ...facets],
  dot: [must('x', 'value'), groups, may('fill', 'colour'), may('r', 'size'), ...facets],
  line: [must('x', 'along'), must('y', 'value'), may('stroke', 'colour'), may('z', 'series'), ...facets],
  areaY: [must('x', 'along'), must('y', 'value'), may('fill', 'colour'), ...facets],
  tickX: [must('x', 'value'), groups, may('stroke', 'colour'), ...facets],
  text: [must('x', 'value'), groups, must('text', 'words'), ...facets],
};

export function slotFor(kind: Kind, part: Part): Slot | undefined {
  return slots[kind].find((slot) => slot.part === part);
}

/** Whether a part divides what is drawn, beside the columns it is drawn of. */
export function isDividing({ part }: Slot): boolean {
  return ['colour', 'series', 'size', 'beside', 'below'].includes(part);
}
