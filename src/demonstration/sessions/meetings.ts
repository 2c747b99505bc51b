import type { Day } from '../calendar';
import { lastDay } from '../dates';
import { drawInteger, pick } from '../random';
import type { Random } from '../random';
import type { CourseRecord } from '../sheets';
import type { FitLevels } from './levels';

/** The days of a course's sessions with forms: from its start until it ends, or until the export was made. */
export function drawMeetings(
  { child, dates }: CourseRecord,
  { between, shift, ...counts }: FitLevels['meetings'],
  random: Random,
): Day[] {
  if (dates.started === null || child.progress === 'dropped') return [];
  const count = drawInteger(random, ...counts[child.progress]);
  const days: Day[] = [];
  let day = dates.started + drawInteger(random, 0, 9);
  while (days.length < count && day <= (dates.ended ?? lastDay)) {
    days.push(day);
    day += pick(random, between) + drawInteger(random, -shift, shift);
  }
  return days;
}
