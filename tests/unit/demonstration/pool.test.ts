import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { makePool } from '../../../src/demonstration/pool';
import { plan } from '../../../src/demonstration/plan';
import { codesOf, tableOf } from '../../../src/lib/codebook/codebook';
import { fieldOf, readRows } from './pool';

const courses = readRows('courses');
const questionnaires = [
  'who5',
  'sdq_p',
  'core_yp',
  'core_om',
  'family',
  'concern',
  'benefit',
  'toddler',
  'parenting',
];
const forms = questionnaires.flatMap(readRows);

describe('the committed pool', () => {
  it('is what the generator writes, byte for byte (else: npm run demonstration)', () => {
    const pool = makePool();
    const files = ['courses', ...questionnaires].map((name) => `${name}.csv`);
    expect([...pool.keys()]).toEqual([...files, 'manifest.json']);
    for (const [name, text] of pool) {
      expect(readFileSync(`static/demo/pool/${name}`, 'utf8') === text, name).toBe(true);
    }
  }, 60_000);

  it('says that it is synthetic', () => {
    const manifest: unknown = JSON.parse(readFileSync('static/demo/pool/manifest.json', 'utf8'));
    expect(manifest).toMatchObject({ name: 'pool', synthetic: true, courses: 3766 });
    expect(manifest).toMatchObject({ projects: plan.projects.map(({ name }) => name) });
  });

  it('has the columns of the codebook, but for the data set, and only its codes', () => {
    const described = tableOf('courses').filter(({ name }) => name !== 'dataset');
    expect([...(courses[0]?.keys() ?? [])]).toEqual(described.map(({ name }) => name));
    for (const [rows, variables] of [
      [courses, described],
      [forms, tableOf('who5')],
    ] as const) {
      for (const variable of variables) {
        if (variable.type !== 'code' || variable.open) continue;
        const used = new Set(rows.map((row) => fieldOf(row, variable.name)));
        used.delete('');
        expect(codesOf(variable)).toEqual(expect.arrayContaining([...used]));
      }
    }
  });

  it('keeps every child within the ages of its project', () => {
    for (const { name, ages } of plan.projects) {
      const own = courses.filter(
        (course) => fieldOf(course, 'project') === name && fieldOf(course, 'age') !== '',
      );
      const years = own.map((course) => Number(fieldOf(course, 'age')));
      expect(Math.min(...years)).toBeGreaterThanOrEqual(ages[0]);
      expect(Math.max(...years)).toBeLessThanOrEqual(ages[1]);
    }
  });

  it('has forms only of courses that started, once a wave, after the start and not after the end', () => {
    const byId = new Map(courses.map((course) => [fieldOf(course, 'course_id'), course]));
    expect(byId.size).toBe(courses.length);
    for (const form of forms) {
      const course = byId.get(fieldOf(form, 'course_id'));
      if (!course) throw new Error(`no course ${fieldOf(form, 'course_id')}`);
      expect(fieldOf(course, 'started_on')).not.toBe('');
      const [from, to] = [fieldOf(course, 'started_on'), fieldOf(course, 'ended_on')];
      expect(fieldOf(form, 'answered_on') >= from).toBe(true);
      expect(to === '' || fieldOf(form, 'answered_on') <= to).toBe(true);
      if (fieldOf(form, 'wave') === 'after') expect(to).not.toBe('');
    }
    for (const instrument of questionnaires) {
      const keys = readRows(instrument).map((row) => `${fieldOf(row, 'course_id')} ${fieldOf(row, 'wave')}`);
      expect(new Set(keys).size).toBe(keys.length);
    }
  });

  it('registers, starts and ends in this order within 2016 to 2018', () => {
    for (const course of courses) {
      const dates = ['registered_on', 'started_on', 'ended_on'].map((column) => fieldOf(course, column));
      const known = dates.filter((date) => date !== '');
      expect([...known].sort()).toEqual(known);
      for (const date of known) expect(date).toMatch(/^201[678]-[01]\d-[0-3]\d$/);
    }
  });
});
