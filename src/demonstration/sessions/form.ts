import type { Answers } from '../answers/form';
import { isoDate } from '../calendar';
import type { Day } from '../calendar';
import type { Sheet } from '../csv';
import type { CourseRecord } from '../sheets';

/** A form of a series: which one of the course, of which kind, when and by whom. */
export interface SessionForm {
  readonly session: number;
  readonly kind: string;
  readonly day: Day;
  readonly respondent: 'self' | 'parent' | 'professional';
  readonly answers: Answers;
}

/** One row for each form of a series, by course. */
export function sessionSheet(
  items: readonly string[],
  records: readonly CourseRecord[],
  formsOf: (record: CourseRecord) => readonly SessionForm[],
): Sheet {
  const rows = records.flatMap((record) =>
    formsOf(record).map(({ session, kind, day, respondent, answers }) => [
      record.id,
      session,
      kind,
      isoDate(day),
      respondent,
      ...answers,
    ]),
  );
  return { columns: ['course_id', 'session', 'kind', 'date', 'respondent', ...items], rows };
}
