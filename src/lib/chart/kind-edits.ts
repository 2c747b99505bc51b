import type { Chart } from '../notebook/chart';
import type { Edit } from '../yaml/edit';
import { builtOf, type Axis, type Built } from './built';
import { columnsAs, valueAxis, type Columns, type Known } from './fit';
import { slots, type Channel, type Kind } from './kind';
import { editsOfScale } from './scale-edits';
import { other, writeChannel } from './write';

/** The rows drawn as another kind, with the columns that still fit; the numbers may come to stand on the other axis. */
export function editsOfKind(spec: Chart, built: Built, to: Kind, columns: readonly Known[]): readonly Edit[] {
  const { kind, at } = built;
  const settled = columnsAs(to, built, columns);
  if (kind === to || !settled) return [];
  if (kind === undefined) return [insertMark(spec, to, settled)];
  const from = valueAxis(built, columns);
  const axis = valueAxis({ ...built, kind: to, channels: settled }, columns);
  return [
    ...editsOfDecimals(spec, built, from),
    { kind: 'rename', path: ['marks', at, kind], to },
    ...editsOfColumns({ ...built, kind: to }, settled),
    ...(from === axis ? [] : turn(spec, from)),
  ];
}

/** Every column of a kind written, and what was there before taken out. */
export function editsOfColumns({ kind, at, channels }: Built, settled: Columns): readonly Edit[] {
  if (kind === undefined) return [];
  const known = slots[kind].map(({ channel }) => channel);
  const stale = [...channels.keys()].filter((channel) => !settled.has(channel));
  return [
    ...known.flatMap((channel) => {
      const value = settled.get(channel);
      const same = value === undefined || channels.get(channel) === value;
      return same ? [] : [writeChannel(at, kind, channel, value)];
    }),
    ...stale.map((channel) => remove(at, kind, channel)),
  ];
}

const remove = (at: number, kind: Kind, channel: Channel | 'decimals'): Edit => ({
  kind: 'remove',
  path: ['marks', at, kind, channel],
});

/** Only arrows have decimals of their own; elsewhere the axis has them. */
function editsOfDecimals(spec: Chart, { at }: Built, axis: Axis): readonly Edit[] {
  const mark = spec.marks[at];
  if (!mark || !('arrow' in mark) || mark.arrow.decimals === undefined) return [];
  const moved = editsOfScale({ ...spec, marks: [] }, axis, { field: 'decimals', value: mark.arrow.decimals });
  return [remove(at, 'arrow', 'decimals'), ...moved];
}

function insertMark(spec: Chart, kind: Kind, columns: Columns): Edit {
  const options = slots[kind].flatMap(({ channel }) => {
    const value = columns.get(channel);
    return value === undefined ? [] : [[channel, value] as const];
  });
  return {
    kind: 'insert',
    path: ['marks', spec.marks.length],
    value: { [kind]: Object.fromEntries(options) },
  };
}

/** The lines and the scale follow the numbers to the other axis. */
function turn(spec: Chart, from: Axis): readonly Edit[] {
  const to = other(from);
  const names = { x: 'ruleX', y: 'ruleY' };
  const lines = builtOf(spec).lines.filter(({ axis }) => axis === from);
  const marks = [...new Set(lines.map(({ mark }) => mark))];
  return [
    ...marks.map((mark): Edit => ({
      kind: 'rename',
      path: ['marks', mark, names[from]],
      to: names[to],
    })),
    ...(spec[from] && spec[to] ? [{ kind: 'rename' as const, path: [to], to: 'turned' }] : []),
    ...(spec[from] ? [{ kind: 'rename' as const, path: [from], to }] : []),
    ...(spec[to] ? [{ kind: 'rename' as const, path: [spec[from] ? 'turned' : to], to: from }] : []),
  ];
}
