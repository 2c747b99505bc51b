import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { instruments } from '../../../src/lib/instruments/catalogue';
import { definitions } from '../../../src/lib/instruments/definitions';
import { scoreLabels } from '../../../src/lib/instruments/labels';
import { leastAnswered } from '../../../src/lib/instruments/scoring';

const named = (name: string) => {
  const instrument = instruments.find((each) => each.name === name);
  if (!instrument) throw new Error(`no ${name}`);
  return instrument;
};
const sizes = (name: string) =>
  new Map(
    named(name).scales.map(({ name: scale, method }) => [scale, 'items' in method ? method.items.length : 0]),
  );

test('which form answers which age: 0-2, 3-10, 11-16, 17-24', () => {
  const at = (age: number) =>
    instruments
      .filter(({ ages, when }) => when.kind === 'waves' && ages.from <= age && age <= ages.to)
      .map(({ name }) => name);
  for (const age of [0, 2]) expect(at(age)).toEqual(['toddler', 'parenting']);
  for (const age of [3, 10]) expect(at(age)).toEqual(['who5', 'sdq_p', 'family', 'benefit']);
  const [young, old] = [['core_yp'], ['core_om']].map(([core = '']) => [
    ...['who5', core, 'family', 'participation', 'concern', 'benefit'],
  ]);
  for (const age of [11, 16]) expect(at(age)).toEqual(young);
  for (const age of [17, 24]) expect(at(age)).toEqual(old);
});

test('three-year-olds are given the 2-4 form of the SDQ, older ones the other', () => {
  const versionAt = (age: number) =>
    named('sdq_p')
      .versions.filter(({ ages }) => ages.from <= age && age <= ages.to)
      .map(({ label }) => label.en);
  expect([3, 4, 10].map(versionAt)).toEqual([['2-4 years'], ['4-17 years'], ['4-17 years']]);
});

describe('CORE-OM', () => {
  test('reverses the eight positive items, and not item 30', () => {
    const reversed = named('core_om').items.filter((item) => item.reversed);
    expect(reversed.map(({ name }) => Number(name.slice(7)))).toEqual([3, 4, 7, 12, 19, 21, 31, 32]);
  });

  test('lets 0, 1, 1, 0, 3, 3 and 3 answers be missing', () => {
    const missing = named('core_om').scales.map(({ method }) =>
      method.kind === 'mean' ? method.items.length - leastAnswered(method) : NaN,
    );
    expect(missing).toEqual([0, 1, 1, 0, 3, 3, 3]);
  });

  test('the published means of the domains, each with its number of items, give the published total', () => {
    // Bilag figur 33 against figure 5-11; a mean printed with two decimals may be off by half of the last one
    const published = [
      [{ wellbeing: 2.13, problems: 1.95, functioning: 1.59, risk: 0.32 }, 52.9],
      [{ wellbeing: 1.28, problems: 1.19, functioning: 1.03, risk: 0.14 }, 32.66],
    ] as const;
    const items = sizes('core_om');
    for (const [means, total] of published) {
      const sum = Object.entries(means).reduce(
        (all, [scale, mean]) => all + mean * (items.get(scale) ?? NaN),
        0,
      );
      expect(Math.abs(sum - total)).toBeLessThan(34 * 0.005);
    }
    expect(['wellbeing', 'problems', 'functioning', 'risk', 'non_risk', 'total'].map((scale) => items.get(scale)))
      .toEqual([4, 12, 12, 6, 28, 34]); // prettier-ignore
  });
});

test('CORE-YP reverses 3, 5 and 10', () => {
  const reversed = named('core_yp').items.filter((item) => item.reversed);
  expect(reversed.map(({ name }) => name)).toEqual(['coreyp_3', 'coreyp_5', 'coreyp_10']);
});

test('what is only remembered, the settings, is in no SQL', () => {
  const changed = instruments.map((instrument) => ({
    ...instrument,
    settings: instrument.settings.map((setting) => ({ ...setting, value: 12_345 })),
  }));
  expect(instruments.flatMap(({ settings }) => settings).length).toBeGreaterThan(8);
  expect(definitions(changed)).toEqual(definitions(instruments));
});

test('instruments without rows are not scored; without any, the columns still have their types', () => {
  const scored = (filled: string[]) =>
    definitions(instruments, new Set(filled)).find((sql) => sql.includes('CREATE TABLE form_scores')) ?? '';
  expect(scored(['core_yp'])).toContain('FROM core_yp_scales');
  expect(scored(['core_yp'])).not.toContain('UNION ALL');
  expect(scored([])).toContain('FROM who5_scales');
  expect(scored(['fit_sessions'])).not.toContain('FROM fit_sessions_scales');
});

describe('labels', () => {
  const labelOf = scoreLabels(instruments);

  test('tell apart what is written alike by the set of codes', () => {
    const scales = instruments.flatMap((each) => each.scales.map((scale) => scale.name));
    expect(labelOf('risk', 'da', ['high_risk', 'risk', 'no_risk'])).toBe('Risiko');
    expect(labelOf('risk', 'da', scales)).toBe('Risiko for selvskade');
    expect(labelOf('total', 'en', scales)).toBe('Total score');
    expect(labelOf('family', 'da', ['individual', 'grouped', 'family', 'chat', 'unstated'])).toBe(
      'Familiesamtaler',
    );
    expect(labelOf('__proto__', 'da')).toBeUndefined();
  });

  test('every scale and band has one in both languages', () => {
    for (const { scales, bandings } of instruments) {
      const codes = [...scales.map(({ name }) => name), ...bandings.slice(0, 1).flatMap(({ bands }) => bands.map(({ code }) => code))]; // prettier-ignore
      for (const code of codes) {
        expect(labelOf(code, 'da')).toBeTruthy();
        expect(labelOf(code, 'en')).toBeTruthy();
      }
    }
  });
});

test('what nobody has published says so', () => {
  const assumed = instruments.filter(({ scales }) => scales.some(({ rule }) => rule.status === 'assumed'));
  expect(assumed.map(({ name }) => name)).toEqual([
    'toddler',
    'participation',
    'concern',
    'parenting',
    'fidelity',
  ]);
  for (const { configurable } of assumed) expect(configurable).toBeDefined();
  expect(readFileSync('src/lib/instruments/toddler.yaml', 'utf8')).toContain('configurable:');
});
