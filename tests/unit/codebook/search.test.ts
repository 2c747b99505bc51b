import { describe, expect, test } from 'vitest';
import { codebookEntries } from '../../../src/lib/workbench/codebook-entries';
import { codebook, searchedScales } from '../../../src/lib/codebook/codebook';
import { searchCodebook, type Entry } from '../../../src/lib/codebook/search';
import { stemOf, wordsIn } from '../../../src/lib/codebook/words';
import { instruments } from '../../../src/lib/instruments/catalogue';

const loaded = [
  { name: 'changes', columns: ['dataset', 'before', 'after', 'direction', 'reliable', 'clinical'] },
  { name: 'pairing_ledger', columns: ['step', 'n'] },
];
const entries = codebookEntries(instruments, { stamp: '', tables: loaded });

/** As a person reads it: where it is, or the scale and its instrument. */
const nameOf = ({ kind, name, tables, sql }: Entry) =>
  kind === 'scale'
    ? sql.replace(/^instrument = '(\w+)' AND scale = '(\w+)'$/, '$1 $2')
    : `${tables[0]}.${name}`;
const find = (query: string) => searchCodebook(query, entries);

test.each([
  // Danish
  ['mor drikker', ['courses.misuse_by_mother', 'courses.misuse_by']],
  ['mor kanariefugl', []],
  ['fars misbrug', ['courses.misuse_by_father', 'courses.misuse_by']],
  ['DRIKKE', ['courses.misuse_type', 'courses.misuse_by', 'courses.misuse_by_mother']],
  ['stoffer', ['courses.misuse_type']],
  ['pigerne', ['courses.sex']],
  ['dreng', ['courses.sex']],
  ['bor', ['courses.lives_with_misuse', 'courses.residence']],
  ['bor hos mor', ['courses.residence']],
  ['skole', ['participation school', 'courses.education']],
  ['trivsel', ['who5 total']],
  ['WHO-5', ['who5 total', 'who5.who5_1']],
  ['søvn', ['toddler rhythm', 'core_om problems']],
  ['soevn', ['toddler rhythm', 'core_om problems']],
  ['sovn', ['toddler rhythm', 'core_om problems']],
  ['selvmord', ['core_om risk']],
  ['stor risiko', ['who5 total']],
  ['køn', ['courses.sex']],
  ['før', ['changes.before', 'who5.wave']],
  ['frafald', ['courses.ending']],
  ['hele tiden', ['courses.lives_with_misuse']],
  ['forløb', ['courses.course_id']],
  ['målt ved start', ['pairing_ledger.step']],
  ['aldersgrupper', ['courses.age_group']],
  // English
  ['mother drinks', ['courses.misuse_by_mother', 'courses.misuse_by']],
  ['drinking', ['courses.misuse_type', 'courses.misuse_by']],
  ['girls', ['courses.sex']],
  ['old', ['courses.age', 'courses.age_group']],
  ['wellbeing', ['core_om wellbeing', 'who5 total']],
  ['suicide', ['core_om risk']],
  ['sleep', ['toddler rhythm', 'core_om problems']],
  ['dropout', ['courses.ending']],
  ['who answered', ['who5.respondent']],
  ['quality of life', ['who5 total']],
  // Names
  ['age', ['courses.age', 'courses.age_group']],
  ['misuse_by', ['courses.misuse_by', 'courses.misuse_by_mother']],
  ['courses.misuse_by', ['courses.misuse_by']],
  ['pattends', ['sdq_p.pattends']],
  ['who5_3', ['who5.who5_3']],
  ['total', ['who5 total', 'sdq_p total']],
  ['kanariefugl', []],
])('%s', (query, expected) => {
  const found = find(query).map(({ entry }) => nameOf(entry));
  expect(found.slice(0, expected.length || 1)).toEqual(expected);
});

test('every variable is found by its whole label, and by each of its codes', () => {
  for (const variable of codebook.filter(({ table }) => table === 'courses')) {
    const [first] = find(`courses.${variable.name}`);
    expect(first && nameOf(first.entry)).toBe(`courses.${variable.name}`);
    for (const language of ['da', 'en'] as const) {
      const names = (query: string) => find(query).map(({ entry }) => nameOf(entry));
      expect(names(variable.label[language])).toContain(`courses.${variable.name}`);
      const codes = variable.type === 'code' ? variable.codes : [];
      for (const { label } of codes) expect(names(label[language])).toContain(`courses.${variable.name}`);
    }
  }
});

describe('what was found', () => {
  const codesBy = (query: string, name: string) =>
    find(query).find(({ entry }) => nameOf(entry) === name)?.codes;

  test('says by which codes, and says none where a name or a label has the word', () => {
    expect(codesBy('mor drikker', 'courses.misuse_by')).toEqual(['mother', 'both']);
    expect(codesBy('hele tiden', 'courses.lives_with_misuse')).toEqual(['all_the_time']);
    expect(codesBy('stor risiko', 'who5 total')).toEqual(['high_risk']);
    expect(codesBy('alder', 'courses.age_group')).toEqual([]);
  });

  test('is everything, in order, where nothing is asked', () => {
    expect(find(' ').map(({ entry }) => entry)).toEqual(entries);
  });
});

test('a name comes before the start of a label, that before a word of it, a code, and an everyday word', () => {
  const entry = (name: string, more: Partial<Entry>): Entry => ({
    kind: 'variable',
    type: 'text',
    name,
    tables: ['t'],
    label: { da: name, en: name },
    codes: [],
    search: [],
    sql: name,
    ...more,
  });
  const words = (da: string) => ({ da, en: 'other' });
  const ranked = [
    entry('hest', { label: words('nummer') }),
    entry('b', { label: words('Hest og vogn') }),
    entry('c', { label: words('Hestevogn') }),
    entry('d', { label: words('Vogn med hest') }),
    entry('e', { codes: [{ code: 'x', label: words('Kun hest') }] }),
    entry('f', { search: ['hest'] }),
    entry('g', { search: ['hestesko'] }),
  ];
  const found = searchCodebook('hest', ranked.toReversed()).map(({ entry }) => entry.name);
  expect(found).toEqual(['hest', 'b', 'c', 'd', 'e', 'f', 'g']);
});

test('words are one under their endings, and æ, ø and å are found without their keys', () => {
  expect(new Set(['drikker', 'drikke', 'drik', 'drikken'].map(stemOf)).size).toBe(1);
  expect(stemOf('mors')).toBe(stemOf('mor'));
  expect(stemOf('bor')).not.toBe(stemOf('bo'));
  expect(wordsIn('Måling før')).toEqual(expect.arrayContaining(['måling', 'før', 'maling', 'for']));
  expect(wordsIn('Maaling foer')).toEqual(expect.arrayContaining(['måling', 'før']));
  expect(wordsIn('CORE-OM')).toEqual(['core', 'om', 'coreom']);
});

describe('the entries', () => {
  test('are each variable once, and each scale and item of every instrument', () => {
    const names = entries.map(nameOf);
    expect(new Set(names).size).toBe(names.length);
    for (const { name, table, items, scales, when } of instruments) {
      expect(names).toEqual(expect.arrayContaining(items.map((item) => `${table}.${item.name}`)));
      const place = (scale: string) => (when.kind === 'waves' ? `${name} ${scale}` : scale);
      expect(entries.filter(({ kind }) => kind === 'scale').map(nameOf)).toEqual(
        expect.arrayContaining(scales.map((scale) => place(scale.name))),
      );
    }
  });

  test('of what is computed are those that are columns', () => {
    expect(entries.some(({ name }) => name === 'direction')).toBe(true);
    expect(entries.some(({ name }) => name === 'change_low')).toBe(false);
    expect(
      codebookEntries(instruments, { stamp: '', tables: [] }).some(({ name }) => name === 'direction'),
    ).toBe(false);
  });

  test('stand in SQL as it reads them', () => {
    const sqlOf = (name: string) => entries.find((entry) => nameOf(entry) === name)?.sql;
    expect(sqlOf('courses.misuse_by_mother')).toBe('misuse_by_mother');
    expect(sqlOf('who5 total')).toBe(`instrument = 'who5' AND scale = 'total'`);
    expect(sqlOf('total')).toBe('total');
    const [who5] = instruments;
    const own = who5 && { ...who5, items: [{ name: 'order', min: 0, max: 1, reversed: false, whole: true }] };
    const made = codebookEntries(own ? [own] : [], { stamp: '', tables: [] });
    expect(made.find(({ name }) => name === 'order')?.sql).toBe('"order"');
  });

  test('of the scales with everyday words are all there', () => {
    const known = instruments.flatMap(({ name, scales }) => scales.map((scale) => `${name} ${scale.name}`));
    for (const { instrument, name } of searchedScales) expect(known).toContain(`${instrument} ${name}`);
  });
});
