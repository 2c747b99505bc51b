import type { Edit } from '../yaml/edit';
import type { Axis } from './built';
import { slots, type Channel, type Kind } from './kind';

/** How a person writes a chart: each field behind these before it. */
const fields = ['data', 'title', 'subtitle', 'guide', 'source', 'order', 'x', 'y', 'marks'] as const;
export type FieldName = (typeof fields)[number];

/** A field of the chart written, or taken out where there is no value. */
export function writeField(field: FieldName, value: unknown): readonly Edit[] {
  return value === undefined
    ? [{ kind: 'remove', path: [field] }]
    : [{ kind: 'set', path: [field], value, after: fields.slice(0, fields.indexOf(field)) }];
}

/** A channel of the mark that stands at `at`, likewise. */
export function writeChannel(
  at: number,
  kind: Kind,
  channel: Channel,
  value: string | number | undefined,
): Edit {
  const path = ['marks', at, kind, channel];
  if (value === undefined) return { kind: 'remove', path };
  const order = slots[kind].map((slot): string => slot.channel);
  return { kind: 'set', path, value, after: order.slice(0, order.indexOf(channel)) };
}

export const other = (axis: Axis): Axis => (axis === 'x' ? 'y' : 'x');
