import { describe, expect, test } from 'vitest';
import { explanationsOf } from '../../../src/lib/i18n/explanations';
import { languages } from '../../../src/lib/i18n/language';
import { instruments } from '../../../src/lib/instruments/catalogue';
import { changeTypes } from '../../../src/lib/instruments/change';
import type { Instrument } from '../../../src/lib/instruments/instrument';
import { saidIn } from '../../../src/lib/instruments/said';
import { labelIn } from '../../../src/lib/ui/instruments/coded';
import { codes, missingIn, numbersIn, pageOf, tablesIn, textOf } from './guide';

describe.each(languages)('the page about the questionnaires, %s', (language) => {
  const page = pageOf(instruments, language);
  const { instruments: words } = explanationsOf(language);
  const sectionOf = (id: string) => {
    const section = page.querySelector(`#${id}`);
    if (!section) throw new Error(`nothing is called ${id}`);
    return section;
  };

  test.each(instruments.map((instrument) => [instrument.name, instrument] as const))(
    '%s: every fact of its file has a place',
    (_, instrument) => {
      expect(missingIn(instrument, sectionOf(instrument.name), language)).toEqual([]);
    },
  );

  test('each is in the list of contents, which leads to what is there', () => {
    const targets = [...page.querySelectorAll('nav a')].map((link) => link.getAttribute('href') ?? '');
    expect(targets).toEqual(expect.arrayContaining(instruments.map(({ name }) => `#${name}`)));
    for (const target of targets) expect(page.querySelector(target), target).not.toBeNull();
  });

  test('each says what it measures', () => {
    expect(instruments.filter(({ measures }) => !measures).map(({ name }) => name)).toEqual([]);
  });

  test('says which set, which bands and which reliability are in force', () => {
    const noteOf = (name: string, what: string) =>
      tablesIn(sectionOf(name)).find(({ text }) => text.startsWith(what))?.text;
    expect(noteOf('core_yp', 'twigg_2016')).toContain(`twigg_2016 · ${words.inForce}`);
    expect(noteOf('core_yp', 'blackshaw')).toContain(`blackshaw · ${words.notInForce}`);
    const second = instruments[0]?.reliability[1];
    expect(noteOf('who5', second ? saidIn(second.population, language) : '')).toContain(
      `· ${words.notInForce}`,
    );
    expect(textOf(sectionOf('sdq_p'))).toContain(words.noBand);
    expect(textOf(sectionOf('sdq_p'))).toContain(words.alternative('threefold'));
    expect(textOf(sectionOf('sdq_p'))).toContain(words.notUsed);
  });

  test('says what every clinical class means, and the threshold of its example is right', () => {
    const text = textOf(sectionOf('change'));
    const clinical = changeTypes.find(({ name }) => name === 'clinical')?.codes ?? [];
    expect(Object.keys(words.change.classes)).toEqual(clinical);
    for (const code of clinical) expect(text).toContain(labelIn(codes.clinical, code, language));
    const [sd = NaN, reliability = NaN, threshold] = numbersIn(words.change.example, language);
    const computed = 1.959963984540054 * Math.SQRT2 * sd * Math.sqrt(1 - reliability);
    expect(threshold).toBe(Number(computed.toFixed(2)));
  });

  test('names every report that a source has by its number', () => {
    const numbers = (textOf(page.querySelector('main')).match(/\((0\d\d)\)/g) ?? []).map((each) =>
      each.slice(1, -1),
    );
    expect(new Set(numbers)).toEqual(new Set(words.reports.map(([number]) => number)));
  });
});

test('a fact that is new to a file is on the page too', () => {
  const [who5] = instruments;
  if (!who5) throw new Error('no instrument');
  const fact = {
    name: 'new_set',
    scale: 'total',
    value: 41.5,
    sex: 'boy',
    source: 'somewhere',
    status: 'assumed',
  } as const;
  const more: Instrument = { ...who5, cutOffs: [...who5.cutOffs, fact] };
  const section = (instrument: Instrument) => pageOf([instrument], 'da').querySelector('#who5');
  const [before, after] = [section(who5), section(more)];
  if (!before || !after) throw new Error('no section');
  expect(missingIn(more, before, 'da')).toHaveLength(1);
  expect(missingIn(more, after, 'da')).toEqual([]);
});
