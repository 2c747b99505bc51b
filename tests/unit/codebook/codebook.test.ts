import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  codebook,
  codesOf,
  labelOfCode,
  labelOfColumn,
  tableOf,
  variableOf,
} from '../../../src/lib/codebook/codebook';
import { Codebook } from '../../../src/lib/codebook/schema';

const coded = codebook.filter((variable) => variable.type === 'code');
const listed = coded.filter((variable) => !variable.open);

describe('the codebook', () => {
  it('describes every column of courses that the design names', () => {
    const names = tableOf('courses').map(({ name }) => name);
    const named = `dataset course_id child_id project unit sex age age_group residence education misuse_type misuse_by
      lives_with_misuse other_problems other_support registered_on started_on ended_on ending days
      individual grouped family chat`;
    expect(names).toEqual(expect.arrayContaining(named.split(/\s+/)));
  });

  it('gives every instrument the same four columns', () => {
    for (const table of ['who5', 'sdq_p', 'core_om']) {
      expect(tableOf(table).map(({ name }) => name)).toEqual([
        'course_id',
        'wave',
        'answered_on',
        'respondent',
      ]);
    }
  });

  it('uses an enumeration for one list of codes only', () => {
    const names = coded.map(({ enumeration }) => enumeration);
    expect(new Set(names).size).toBe(names.length);
  });

  it('has no two variables with the same set of codes, so that labels can be found by it', () => {
    const sets = listed.map((variable) => [...codesOf(variable)].sort().join(' '));
    expect(new Set(sets).size).toBe(sets.length);
  });

  it('has no two labels alike within a variable', () => {
    for (const { codes } of listed) {
      for (const language of ['da', 'en'] as const) {
        const labels = codes.map(({ label }) => label[language]);
        expect(new Set(labels).size).toBe(labels.length);
      }
    }
  });

  it('keeps ages in the order of years, not of letters', () => {
    const ages = variableOf('courses', 'age_group');
    expect(ages?.type === 'code' && codesOf(ages)).toEqual(['0-2', '3-10', '11-16', '17-24']);
  });

  it('refuses a closed list without codes, a code twice and a variable twice', () => {
    const sex = {
      table: 'courses',
      name: 'sex',
      type: 'code',
      enumeration: 'sex',
      label: { da: 'Køn', en: 'Sex' },
    };
    const accepts = (variables: unknown[]) => Codebook.safeParse({ variables }).success;
    const girl = { code: 'girl', label: { da: 'Pige', en: 'Girl' } };
    expect(accepts([{ ...sex, codes: [girl] }])).toBe(true);
    expect(accepts([sex])).toBe(false);
    expect(accepts([{ ...sex, codes: [girl, girl] }])).toBe(false);
    expect(accepts([{ ...sex, open: true, codes: [girl] }])).toBe(false);
    expect(
      Codebook.safeParse([
        { ...sex, codes: [girl] },
        { ...sex, codes: [girl] },
      ]).success,
    ).toBe(false);
  });
});

describe('labelOfCode', () => {
  it('reads a code in both languages, whatever the column is called', () => {
    expect(labelOfCode(['girl', 'boy', 'other'], 'girl', 'da')).toBe('Pige');
    expect(labelOfCode(['girl', 'boy', 'other'], 'girl', 'en')).toBe('Girl');
  });

  it('tells the same code of two variables apart by the set it stands in', () => {
    expect(labelOfCode(['mother', 'father', 'both', 'other'], 'mother', 'da')).toBe('Kun mor');
    const residence = variableOf('courses', 'residence');
    expect(residence?.type === 'code' && labelOfCode(codesOf(residence), 'mother', 'da')).toBe(
      'Primært hos mor',
    );
  });

  it('leaves what it does not know as it is', () => {
    expect(labelOfCode(['BRUS', 'TUBA'], 'BRUS', 'da')).toBe('BRUS');
    expect(labelOfCode([], '__proto__', 'da')).toBe('__proto__');
  });

  it('finds every listed code in any order of the set', () => {
    fc.assert(
      fc.property(fc.constantFrom(...listed), fc.nat(), fc.nat(), (variable, turn, which) => {
        const codes = codesOf(variable);
        const turned = codes.map((_, index) => codes[(index + turn) % codes.length] ?? '');
        const chosen = variable.codes[which % variable.codes.length];
        return chosen !== undefined && labelOfCode(turned, chosen.code, 'da') === chosen.label.da;
      }),
      { seed: 20261123, numRuns: 200 },
    );
  });
});

describe('labelOfColumn', () => {
  it('reads a column and leaves an unknown one as it is', () => {
    expect(labelOfColumn('age_group', 'da')).toBe('Aldersgruppe');
    expect(labelOfColumn('wave', 'en')).toBe('Measurement');
    expect(labelOfColumn('__proto__', 'da')).toBe('__proto__');
  });
});
