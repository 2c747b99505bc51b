import { describe, expect, it } from 'vitest';
import { recipes } from '../../../src/demonstration/exports';
import { fieldOf, readRows } from './exports';
import type { Row } from './exports';
import { correlation, courseOf, mean, rowsOf, withWho5Change } from './sessions';

/* What a reader would find odd in the judged core elements, by arithmetic of the test's own. */

/** In the order of table 3-1. */
const elements = ['resources', 'centred', 'play', 'network', 'trust', 'belonging', 'understanding'];

/** The mean of what is answered about an element, by course. */
function judgedOf(dataset: string, element: number): Map<string, number> {
  const answers = new Map<string, number[]>();
  for (const row of readRows(dataset, 'fidelity')) {
    const answer = fieldOf(row, `fidelity_${element}`);
    const course = fieldOf(row, 'course_id');
    if (answer !== '') answers.set(course, [...(answers.get(course) ?? []), Number(answer)]);
  }
  return new Map([...answers].map(([course, own]) => [course, mean(own)]));
}

describe.each(['pool', 'brus', 'ballast'] as const)(
  'the judged core elements of the committed %s',
  (dataset) => {
    const rows = rowsOf(dataset, 'fidelity');
    const answersOf = (element: string, has: (row: Row, course: Row) => boolean) =>
      rows.flatMap(({ row, course }) => {
        const answer = fieldOf(row, `fidelity_${elements.indexOf(element) + 1}`);
        return answer !== '' && has(row, course) ? [Number(answer)] : [];
      });

    it('are of courses that ended and of forms of treatment that they had, by the professional', () => {
      for (const { row, course } of rows) {
        expect(fieldOf(course, 'ended_on')).not.toBe('');
        expect(fieldOf(course, fieldOf(row, 'kind')), fieldOf(row, 'course_id')).toBe('true');
        expect(fieldOf(row, 'respondent')).toBe('professional');
        expect(['1', '2']).toContain(fieldOf(row, 'session'));
      }
    });

    it('have one row for every form of treatment of a course that has any', () => {
      const kinds = new Map<string, Set<string>>();
      for (const { row } of rows) {
        const course = fieldOf(row, 'course_id');
        kinds.set(course, (kinds.get(course) ?? new Set<string>()).add(fieldOf(row, 'kind')));
      }
      for (const [id, own] of kinds) {
        const had = ['individual', 'grouped', 'family', 'chat'].filter(
          (form) => fieldOf(courseOf(dataset, id), form) === 'true',
        );
        expect([...own].sort()).toEqual(had.sort());
      }
    });

    it('are answers from 0 to 4, some of them missing, and none of them always the same', () => {
      for (const element of elements) {
        const answers = rows.map(({ row }) => fieldOf(row, `fidelity_${elements.indexOf(element) + 1}`));
        for (const answer of answers) expect(answer).toMatch(/^[0-4]?$/);
        expect(new Set(answers.filter((answer) => answer !== '')).size).toBeGreaterThan(2);
        expect(answers.filter((answer) => answer === '').length / answers.length).toBeLessThan(0.1);
      }
      expect(rows.some(({ row }) => [...row.values()].includes(''))).toBe(true);
    });

    it('differ: trust before networks, less play for the oldest, a community mostly in groups', () => {
      const every = () => true;
      expect(mean(answersOf('trust', every))).toBeGreaterThan(mean(answersOf('network', every)) + 0.5);
      const play = (group: string) =>
        mean(answersOf('play', (_, course) => fieldOf(course, 'age_group') === group));
      expect(play('17-24')).toBeLessThan(play('11-16') - 0.4);
      const belonging = (kind: string) =>
        mean(answersOf('belonging', (row) => fieldOf(row, 'kind') === kind));
      expect(belonging('grouped')).toBeGreaterThan(belonging('individual') + 1);
    });
  },
);

describe.each(['pool', 'brus'] as const)(
  'what the core elements have to do with WHO-5 in the committed %s',
  (dataset) => {
    const linkOf = (element: string) =>
      correlation(withWho5Change(dataset, judgedOf(dataset, elements.indexOf(element) + 1)));

    it('is little for resources and trust, and next to nothing for the others', () => {
      for (const element of ['resources', 'trust']) {
        expect(linkOf(element), element).toBeGreaterThan(0.12);
        expect(linkOf(element), element).toBeLessThan(0.28);
      }
      for (const element of ['centred', 'play', 'network', 'belonging', 'understanding'])
        expect(Math.abs(linkOf(element)), element).toBeLessThan(0.12);
    });
  },
);

it('the levels of the generator are those of the elements, in their order', () => {
  for (const { sessions } of recipes)
    expect(sessions.fidelity.elements.map(({ name }) => name)).toEqual(elements);
});

it('half of the projects of the pool judge the core elements', () => {
  const projects = new Set(rowsOf('pool', 'fidelity').map(({ course }) => fieldOf(course, 'project')));
  expect(projects.size).toBe(7);
});
