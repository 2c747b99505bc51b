import type { Chart } from '../notebook/chart';
import type { Edit } from '../yaml/edit';
import type { Axis } from './built';
import { writeField } from './write';

type Scale = NonNullable<Chart['x']>;
export type Format = NonNullable<Scale['format']>;

export type ScaleChange =
  | { readonly field: 'format'; readonly value: Format | undefined }
  | { readonly field: 'domain'; readonly value: readonly [number, number] | undefined }
  | { readonly field: 'decimals'; readonly value: number | undefined };

/** How many decimals are written: an arrow's own go before the axis'. */
export function decimalsOf(spec: Chart, axis: Axis): number | undefined {
  return arrowDecimals(spec)?.value ?? spec[axis]?.decimals;
}

export function editsOfScale(spec: Chart, axis: Axis, change: ScaleChange): readonly Edit[] {
  const arrow = change.field === 'decimals' ? arrowDecimals(spec) : undefined;
  const own: readonly Edit[] = arrow ? [{ kind: 'remove', path: arrow.path }] : [];
  return [...own, ...editsOfField(spec[axis], axis, change)];
}

function editsOfField(scale: Scale | undefined, axis: Axis, change: ScaleChange): readonly Edit[] {
  const { field, value } = change;
  if (value !== undefined)
    return scale ? [{ kind: 'set', path: [axis, field], value }] : writeField(axis, { [field]: value });
  if (scale?.[field] === undefined) return [];
  const left = Object.entries(scale).filter(([name, said]) => said !== undefined && name !== field);
  return left.length === 0 ? writeField(axis, undefined) : [{ kind: 'remove', path: [axis, field] }];
}

/** Of the arrows that are drawn: the first. */
function arrowDecimals(spec: Chart) {
  const at = spec.marks.findIndex((each) => 'arrow' in each);
  const mark = spec.marks[at];
  const value = mark && 'arrow' in mark ? mark.arrow.decimals : undefined;
  return value === undefined ? undefined : { value, path: ['marks', at, 'arrow', 'decimals'] };
}
