import type { Chart, Mark } from '../notebook/chart';
import { kinds, slots, type Channel, type Kind } from './kind';

export type Axis = 'x' | 'y';

/** A line across the chart, and where in the marks it is written. */
export interface Line {
  readonly axis: Axis;
  readonly mark: number;
  /** Its place in a list of bare numbers. */
  readonly item: number | undefined;
  readonly at: number;
  readonly label: string | undefined;
  readonly as: 'norm' | 'cut';
}

/** What is drawn and has no field in the form: it stays. */
export type Beyond =
  { readonly what: 'bands'; readonly labels: readonly string[] } | { readonly what: 'colour' };

/** A chart as the form shows it. */
export interface Built {
  /** A mark that stands for the rows, and its place among the marks. */
  readonly kind: Kind | undefined;
  readonly at: number;
  readonly channels: ReadonlyMap<Channel, string | number>;
  readonly lines: readonly Line[];
  readonly beyond: readonly Beyond[];
}

/** The marks that stand for the rows, one drawn over the other. */
export function layersOf({ marks }: Chart): readonly { readonly at: number; readonly kind: Kind }[] {
  return marks.flatMap((mark, at) => {
    const kind = kindOf(mark);
    return kind ? [{ at, kind }] : [];
  });
}

/** The chart with one of its layers in the form; the first where it has no such. */
export function builtOf(spec: Chart, layer = 0): Built {
  const layers = layersOf(spec);
  const at = (layers[layer] ?? layers[0])?.at ?? -1;
  const main = spec.marks[at];
  const kind = main && kindOf(main);
  const options = main && kind ? optionsOf(main) : [];
  const known = new Map<string, Channel>(kind ? slots[kind].map(({ channel }) => [channel, channel]) : []);
  return {
    kind,
    at,
    channels: new Map(
      options.flatMap(([name, value]) => {
        const channel = known.get(name);
        return channel ? [[channel, value] as const] : [];
      }),
    ),
    lines: spec.marks.flatMap(linesOf),
    beyond: [
      ...spec.marks.flatMap(bandsIn),
      ...(options.some(([name]) => !known.has(name) && name !== 'decimals')
        ? [{ what: 'colour' as const }]
        : []),
    ],
  };
}

export function kindOf(mark: Mark): Kind | undefined {
  return kinds.find((kind) => kind in mark);
}

function optionsOf(mark: Mark): readonly (readonly [string, string | number])[] {
  return Object.values(mark).flatMap((options) =>
    Object.entries(options as Readonly<Record<string, string | number | undefined>>).flatMap(
      ([name, value]) => (value === undefined ? [] : [[name, value] as const]),
    ),
  );
}

function linesOf(mark: Mark, index: number): readonly Line[] {
  if (!('ruleX' in mark) && !('ruleY' in mark)) return [];
  const [axis, rule] = 'ruleX' in mark ? (['x', mark.ruleX] as const) : (['y', mark.ruleY] as const);
  if (!Array.isArray(rule))
    return [{ axis, mark: index, item: undefined, at: rule.at, label: rule.label, as: rule.as }];
  return rule.map((at, item) => ({ axis, mark: index, item, at, label: undefined, as: 'norm' }));
}

function bandsIn(mark: Mark): readonly Beyond[] {
  if (!('bands' in mark)) return [];
  return [{ what: 'bands', labels: mark.bands.flatMap(({ label }) => (label ? [label] : [])) }];
}
