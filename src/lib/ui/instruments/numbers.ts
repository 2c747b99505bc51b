import { cutOffSet } from '../../instruments/change-facts';
import type { CutOff, Norm, Reliability } from '../../instruments/instrument';
import { saidIn } from '../../instruments/said';
import { alike, gather, scaleCell, sourceOf, whomOf, type Block, type Cell, type Telling } from './block';

/** The cut-offs, a table for each set of one source. */
export function cutOffBlocks(telling: Telling): Block[] {
  const { instrument, words } = telling;
  const counts = (cutOff: CutOff) => cutOffSet(instrument, cutOff.scale).includes(cutOff);
  const groups = gather(instrument.cutOffs, (cutOff) => [
    cutOff.name,
    cutOff.source,
    cutOff.status,
    counts(cutOff),
  ]);
  return groups.map((cutOffs) => ({
    title: '',
    code: cutOffs[0].name,
    note: useOf(cutOffs[0].status, counts(cutOffs[0]), telling),
    columns: [...scaleAndWhom(telling), { name: words.column.clinical, width: 26 }],
    rows: cutOffs.map((cutOff) => [
      ...ofScale(cutOff, telling),
      { text: clinicalAt(cutOff, valuesOf(cutOffs), telling) },
    ]),
    ...sourceOf(cutOffs[0], telling),
  }));
}

function clinicalAt({ scale, value }: CutOff, all: readonly number[], telling: Telling): string {
  const { instrument, words } = telling;
  const better = instrument.scales.find(({ name }) => name === scale)?.better ?? 'higher';
  return words.clinicalFrom[better](alike(all, telling)(value));
}

export function reliabilityBlocks(telling: Telling): Block[] {
  const { instrument, language, words } = telling;
  const counts = (reliability: Reliability) => isReached(reliability, instrument.reliability);
  const groups = gather(instrument.reliability, (each) => [
    each.kind,
    each.population,
    each.source,
    each.status,
    counts(each),
  ]);
  return groups.map((all) => ({
    title: saidIn(all[0].population, language),
    note: useOf(all[0].status, counts(all[0]), telling),
    columns: [
      ...scaleAndWhom(telling),
      { name: words.column.kind, width: 26 },
      { name: words.column.value, width: 11, number: true },
    ],
    rows: all.map((each) => [
      ...ofScale(each, telling),
      { text: words.kinds[each.kind] },
      { text: alike(valuesOf(all), telling)(each.value) },
    ]),
    ...sourceOf(all[0], telling),
  }));
}

/** No earlier confirmed one of the scale fits all whom it fits. */
function isReached(reliability: Reliability, all: readonly Reliability[]): boolean {
  const earlier = all.slice(0, all.indexOf(reliability));
  const covers = (other: Reliability) =>
    other.status !== 'memory' &&
    other.scale === reliability.scale &&
    (!other.sex || other.sex === reliability.sex) &&
    (!other.respondent || other.respondent === reliability.respondent) &&
    (!other.ages ||
      (reliability.ages !== undefined &&
        other.ages.from <= reliability.ages.from &&
        other.ages.to >= reliability.ages.to));
  return !earlier.some(covers);
}

export function normBlocks(telling: Telling): Block[] {
  const { instrument, language, words } = telling;
  const groups = gather(instrument.norms, ({ population, source, status }) => [population, source, status]);
  return groups.map((norms) => {
    const has = (key: 'sd' | 'n') => norms.some((norm) => norm[key] !== undefined);
    const keys = (['mean', 'sd', 'n'] as const).filter((key) => key === 'mean' || has(key));
    return {
      title: saidIn(norms[0].population, language),
      ...(norms[0].status === 'memory' && { note: words.notUsed }),
      columns: [
        ...scaleAndWhom(telling),
        ...keys.map((key) => ({ name: words.column[key], width: 16, number: true })),
      ],
      rows: norms.map((norm) => [
        ...ofScale(norm, telling),
        ...keys.map((key) => ({ text: numberOf(norm, key, norms, telling) })),
      ]),
      ...sourceOf(norms[0], telling),
    };
  });
}

function numberOf(norm: Norm, key: 'mean' | 'sd' | 'n', all: readonly Norm[], telling: Telling): string {
  const value = norm[key];
  const known = all.flatMap((each) => each[key] ?? []);
  return value === undefined ? '' : alike(known, telling)(value);
}

export function settingBlocks(telling: Telling): Block[] {
  const { instrument, language, words } = telling;
  const groups = gather(instrument.settings, ({ source, status }) => [source, status]);
  return groups.map((settings) => ({
    title: '',
    columns: [
      { name: words.column.setting, width: 0 },
      ...scaleAndWhom(telling, 26),
      { name: words.column.value, width: 11, number: true },
    ],
    rows: settings.map((setting) => [
      { text: setting.label[language], code: setting.name },
      ...ofScale(setting, telling),
      { text: alike(valuesOf(settings), telling)(setting.value) },
    ]),
    ...sourceOf(settings[0], telling),
  }));
}

export function versionBlocks(telling: Telling): Block[] {
  const { instrument, language, words } = telling;
  return instrument.versions.map((version) => ({
    title: '',
    columns: [
      { name: words.column.version, width: 0 },
      { name: words.column.whom, width: 50 },
    ],
    rows: [
      [
        { text: version.label[language] },
        { text: words.years(String(version.ages.from), String(version.ages.to)) },
      ],
    ],
    ...sourceOf(version, telling),
  }));
}

function scaleAndWhom({ words }: Telling, width = 0) {
  return [
    { name: words.column.scale, width },
    { name: words.column.whom, width: 22 },
  ];
}

function ofScale(
  fact: Parameters<typeof whomOf>[0] & { readonly scale?: string | undefined },
  telling: Telling,
): Cell[] {
  const scale = fact.scale === undefined ? { text: '' } : scaleCell(fact.scale, telling);
  return [scale, { text: whomOf(fact, telling) || telling.words.everybody }];
}

function valuesOf(facts: readonly { readonly value: number }[]): number[] {
  return facts.map(({ value }) => value);
}

function useOf(status: Block['status'], counts: boolean, { words }: Telling): string {
  if (status === 'memory') return words.notUsed;
  return counts ? words.inForce : words.notInForce;
}
