import type { Chart, Mark } from '../notebook/chart';

type Of<Key extends string> = Extract<Mark, { readonly [K in Key]: unknown }>[Key &
  keyof Extract<Mark, { readonly [K in Key]: unknown }>];

export type ArrowMark = Of<'arrow'>;
export type SharesMark = Of<'shares'>;
export type Band = Of<'bands'>[number];

/** A line at a fixed value: the norm is solid, a cut-off is dashed. */
export interface Rule {
  readonly at: number;
  readonly label: string | undefined;
  readonly as: 'norm' | 'cut';
}

export function arrowOf(chart: Chart): ArrowMark | undefined {
  return chart.marks.flatMap((mark) => ('arrow' in mark ? [mark.arrow] : []))[0];
}

export function sharesOf(chart: Chart): SharesMark | undefined {
  return chart.marks.flatMap((mark) => ('shares' in mark ? [mark.shares] : []))[0];
}

/** The fields as far as the axis goes. */
export function bandsOf(chart: Chart): readonly Band[] {
  const bands = chart.marks.flatMap((mark) => ('bands' in mark ? mark.bands : []));
  const [least, most] = endsOf(chart.x?.domain ?? chart.y?.domain);
  return bands
    .map((band) => ({ ...band, from: Math.max(band.from, least), to: Math.min(band.to, most) }))
    .filter(({ from, to }) => from < to);
}

/** The lines that the axis has a place for. */
export function rulesOf(chart: Chart, axis: 'x' | 'y'): readonly Rule[] {
  const [least, most] = endsOf(chart[axis]?.domain);
  return rulesIn(chart, axis).filter(({ at }) => at >= least && at <= most);
}

function endsOf([from, to]: readonly [number, number] = [-Infinity, Infinity]): readonly [number, number] {
  return [Math.min(from, to), Math.max(from, to)];
}

function rulesIn(chart: Chart, axis: 'x' | 'y'): readonly Rule[] {
  return chart.marks.flatMap((mark) => {
    const rule = axis === 'x' ? ('ruleX' in mark ? mark.ruleX : []) : 'ruleY' in mark ? mark.ruleY : [];
    if (Array.isArray(rule)) return rule.map((at) => ({ at, label: undefined, as: 'norm' as const }));
    return [{ at: rule.at, label: rule.label, as: rule.as }];
  });
}
