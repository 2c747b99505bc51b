import { isWhole } from '../../instruments/bands';
import type { Banding, Limits } from '../../instruments/instrument';
import { exact, gather, scaleCell, sourceOf, whomOf, type Block, type Telling } from './block';

/** One way to divide the scales, and whether it is in force. */
export interface BandingFacts {
  readonly title: string;
  readonly code: string;
  readonly note: string;
  readonly blocks: readonly Block[];
}

export function bandingFacts(telling: Telling): BandingFacts[] {
  const { instrument, language, words } = telling;
  return instrument.bandings.map((banding) => ({
    title: banding.label[language],
    code: banding.name,
    note: banding.name === instrument.banding ? words.inForce : words.alternative(banding.name),
    blocks: blocksOf(banding, telling),
  }));
}

/** Scales with the same bands for the same children from the same source, in one table. */
function blocksOf(banding: Banding, telling: Telling): Block[] {
  const { words } = telling;
  const groups = gather(banding.limits, ({ ages, sex, respondent, source, status, starts }) => [
    { ages, sex, respondent, source, status },
    starts.map(({ band }) => band).toSorted(),
  ]);
  const grouped = banding.limits.some((limits) => whomOf(limits, telling) !== '');
  return groups.map((limits) => {
    const bands = banding.bands.filter(({ code }) => limits[0].starts.some(({ band }) => band === code));
    return {
      title: whomOf(limits[0], telling) || (grouped ? words.others : ''),
      ...(limits[0].status === 'memory' && { note: words.noBand }),
      ...(bands.length > widest ? downwards : across)(limits, bands, telling),
      ...sourceOf(limits[0], telling),
    };
  });
}

/** Bands beside each other at the most. */
const widest = 5;

type Bands = Banding['bands'];

/** A row for each scale. */
function across(limits: readonly Limits[], bands: Bands, telling: Telling): Pick<Block, 'columns' | 'rows'> {
  return {
    columns: [
      { name: telling.words.column.scale, width: 0 },
      ...bands.map(({ label }) => ({ name: label[telling.language], width: 64 / bands.length })),
    ],
    rows: limits.map((each) => [
      scaleCell(each.scale, telling),
      ...bands.map(({ code }) => ({ text: spanOf(each, code, telling) })),
    ]),
  };
}

/** A row for each band. */
function downwards(
  limits: readonly Limits[],
  bands: Bands,
  telling: Telling,
): Pick<Block, 'columns' | 'rows'> {
  return {
    columns: [
      { name: telling.words.column.band, width: 0 },
      ...limits.map(({ scale }) => ({ name: scaleCell(scale, telling).text, width: 64 / limits.length })),
    ],
    rows: bands.map(({ code, label }) => [
      { text: label[telling.language], code },
      ...limits.map((each) => ({ text: spanOf(each, code, telling) })),
    ]),
  };
}

/** "0–3" where scores are whole numbers, else "6 til under 10", up to the end of the scale. */
function spanOf({ scale, starts }: Limits, code: string, telling: Telling): string {
  const { instrument, words } = telling;
  const write = (value: number) => exact(value, telling);
  const at = starts.findIndex(({ band }) => band === code);
  const from = starts[at]?.from ?? 0;
  const next = starts[at + 1]?.from;
  const whole = isWhole(instrument, scale) && Number.isInteger(from) && Number.isInteger(next ?? 0);
  if (next !== undefined && !whole) return words.upTo(write(from), write(next));
  const last = next === undefined ? instrument.scales.find(({ name }) => name === scale)?.range[1] : next - 1;
  return last === undefined || last === from ? write(from) : `${write(from)}–${write(last)}`;
}
