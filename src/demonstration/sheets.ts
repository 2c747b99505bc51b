import type { Answers, Case } from './answers/form';
import { sdqImpact, sdqItems } from './answers/scoring';
import { isoDate } from './calendar';
import type { Day } from './calendar';
import type { Child } from './children';
import type { Sheet } from './csv';
import type { Dates } from './dates';
import { drawInteger } from './random';
import type { Random } from './random';

/** A child's row in the making. */
export interface CourseRecord {
  readonly id: string;
  readonly childId: string;
  readonly child: Child;
  readonly dates: Dates;
  readonly background: Map<string, string>;
}

const columnsBefore = [
  'course_id',
  'child_id',
  'project',
  'unit',
  'sex',
  'age',
  'age_group',
  'residence',
  'education',
];
const columnsOfBackground = [
  'misuse_type',
  'misuse_by',
  'misuse_by_mother',
  'misuse_by_father',
  'misuse_by_other',
  'lives_with_misuse',
  'other_problems',
  'problem_mental_health',
  'problem_conflict',
  'problem_illness',
  'problem_other',
  'other_support',
  'support_social',
  'support_private',
  'support_other',
];
const columnsOfCourse = ['registered_on', 'started_on', 'ended_on', 'ending', 'days'];
const columnsOfForm = ['individual', 'grouped', 'family', 'chat'];

/** One row for each course, in the order of registration. */
export function courseSheet(records: readonly CourseRecord[]): Sheet {
  return {
    columns: [...columnsBefore, ...columnsOfBackground, ...columnsOfCourse, ...columnsOfForm],
    rows: records.map(({ id, childId, child, dates, background }) => {
      const known = (column: string) => background.get(column) ?? null;
      const { registered, ended } = dates;
      const started = dates.startRecorded ? dates.started : null;
      return [
        id,
        childId,
        child.project.name,
        child.unit,
        known('sex'),
        child.age,
        child.group === 'unknown' ? null : child.group,
        known('residence'),
        known('education'),
        ...columnsOfBackground.map(known),
        isoDate(registered),
        dateOrNothing(started),
        dateOrNothing(ended),
        child.progress === 'planned' || child.progress === 'unplanned' ? child.progress : null,
        started !== null && ended !== null ? ended - started : null,
        ...columnsOfForm.map(known),
      ];
    }),
  };
}

function dateOrNothing(day: Day | null): string | null {
  return day === null ? null : isoDate(day);
}

/** One row for each form, by course: before at the start, after at the end. */
export function formSheet(
  items: readonly string[],
  cases: readonly Case[],
  records: readonly CourseRecord[],
  random: Random,
): Sheet {
  const caseOf = new Map(cases.map((each) => [each.child, each]));
  const rows = records.flatMap(({ id, child, dates }) => {
    const forms = caseOf.get(child);
    if (!forms || dates.started === null) return [];
    const respondent = respondentOf(child);
    const row = (wave: string, day: Day, answers: Answers) => [
      id,
      wave,
      isoDate(day),
      respondent,
      ...answers,
    ];
    const asked = dates.started + drawInteger(random, 0, 9);
    const before = forms.before ? [row('before', asked, forms.before)] : [];
    if (!forms.after || dates.ended === null) return before;
    return [...before, row('after', dates.ended - drawInteger(random, 0, 12), forms.after)];
  });
  return { columns: ['course_id', 'wave', 'answered_on', 'respondent', ...items], rows };
}

/** Parents answer for children of up to 10 years. */
export function respondentOf({ group }: Child): 'self' | 'parent' {
  return group === '0-2' || group === '3-10' ? 'parent' : 'self';
}

export const who5Columns = [1, 2, 3, 4, 5].map((number) => `who5_${number}`);
export const sdqColumns = [...sdqItems, ...sdqImpact].map((item) => `p${item}`);
