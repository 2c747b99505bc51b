import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { recipes } from '../../../src/demonstration/exports';
import { makeExport } from '../../../src/demonstration/make';
import { codesOf, tableOf } from '../../../src/lib/codebook/codebook';
import { fieldOf, readRows, series } from './exports';

const instruments = {
  pool: ['who5', 'sdq_p', 'core_yp', 'core_om', 'family', 'concern', 'benefit', 'toddler', 'parenting'],
  brus: [
    ...['who5', 'sdq_p', 'core_yp', 'core_om', 'family', 'concern', 'benefit', 'toddler', 'parenting'],
    'participation',
  ],
  ballast: ['who5', 'sdq_p', 'core_yp', 'core_om', 'family', 'concern', 'benefit'],
};
const registered = { pool: 3766, brus: 607, ballast: 85 };

describe.each(recipes)('the committed $name', (recipe) => {
  const name = recipe.name as keyof typeof instruments;
  const { projects } = recipe.plan;
  const courses = readRows(name, 'courses');
  const forms = instruments[name].flatMap((instrument) => readRows(name, instrument));

  it(
    'is what the generator writes, byte for byte (else: npm run demonstration)',
    { timeout: 120_000 },
    () => {
      const made = makeExport(recipe);
      const files = ['courses', ...instruments[name], ...series[name]].map((table) => `${table}.csv`);
      expect([...made.keys()]).toEqual([...files, 'manifest.json']);
      for (const [file, text] of made) {
        expect(readFileSync(`static/demo/${name}/${file}`, 'utf8') === text, file).toBe(true);
      }
    },
  );

  it('says that it is synthetic', () => {
    const manifest: unknown = JSON.parse(readFileSync(`static/demo/${name}/manifest.json`, 'utf8'));
    expect(manifest).toMatchObject({ name, synthetic: true, courses: registered[name] });
    expect(manifest).toMatchObject({ projects: projects.map((project) => project.name) });
  });

  it('has the columns of the codebook, but for the data set, and only its codes', () => {
    const described = tableOf('courses').filter((variable) => variable.name !== 'dataset');
    expect([...(courses[0]?.keys() ?? [])]).toEqual(described.map((variable) => variable.name));
    for (const [rows, variables] of [
      [courses, described],
      [forms, tableOf('forms')],
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
    for (const { name: project, ages } of projects) {
      const own = courses.filter(
        (course) => fieldOf(course, 'project') === project && fieldOf(course, 'age') !== '',
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
      const [from, to] = [fieldOf(course, 'started_on'), fieldOf(course, 'ended_on')];
      expect(from === '' && to === '').toBe(false);
      expect(fieldOf(form, 'answered_on') >= from).toBe(true);
      expect(to === '' || fieldOf(form, 'answered_on') <= to).toBe(true);
      if (fieldOf(form, 'wave') === 'after') expect(to).not.toBe('');
    }
    for (const instrument of instruments[name]) {
      const rows = readRows(name, instrument);
      const keys = rows.map((row) => `${fieldOf(row, 'course_id')} ${fieldOf(row, 'wave')}`);
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

  it('has children who differ', () => {
    for (const instrument of instruments[name]) {
      const answers = new Set(readRows(name, instrument).map((row) => [...row.values()].slice(4).join()));
      expect(answers.size).toBeGreaterThan(2);
    }
  });
});
