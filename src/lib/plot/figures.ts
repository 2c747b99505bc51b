import { formatNumber, formatPercent, formatSigned } from '../i18n/format';
import type { Language } from '../i18n/language';
import type { Chart } from '../notebook/chart';

type Scale = Chart['x'];

/** A number as the chart writes it: the scale's format and decimals; whole numbers on a scale from 0 to 100. */
export function figureOf(scale: Scale, language: Language, own?: number): (value: number) => string {
  const percent = scale?.format === 'percent';
  const decimals = own ?? scale?.decimals ?? (percent || isHundred(scale?.domain) ? 0 : 2);
  return (value) => {
    if (percent) return formatPercent(value, language, decimals);
    return scale?.format === 'signed'
      ? formatSigned(value, language, decimals)
      : formatNumber(value, language, decimals);
  };
}

/** A value on an axis: as many decimals as the step needs. */
export function tickOf(scale: Scale, language: Language): (value: number) => string {
  const { decimals: _, ...rest } = scale ?? {};
  return figureOf(rest, language, scale?.format === 'percent' ? 1 : 6);
}

function isHundred(domain: readonly [number, number] | undefined): boolean {
  return domain?.[0] === 0 && domain[1] === 100;
}
