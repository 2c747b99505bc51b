import { upTo } from '../answers/questionnaire';
import type { Sheet } from '../csv';
import type { Recipe } from '../exports';
import type { Random } from '../random';
import type { CourseRecord } from '../sheets';
import { drawFidelity } from './fidelity';
import { dealFit, drawFit } from './fit';
import { sessionSheet } from './form';
import type { Known } from './known';

/** FIT and fidelity, where a project uses them. Drawn last and from streams of their own: nothing else may move. */
export function makeSessionSheets(
  { plan, sessions: { fit, fidelity } }: Recipe,
  records: readonly CourseRecord[],
  known: Known,
  random: Random,
): (readonly [string, Sheet])[] {
  const marks = random.fork('fit');
  const judgements = random.fork('fidelity');
  const having = dealFit(plan.projects, records, random.fork('fit courses'));
  const sheets = [
    [
      'fit_sessions.csv',
      sessionSheet(columnsOf('fit', 4), records, (record) =>
        having.has(record) ? drawFit(record, known, fit, marks) : [],
      ),
    ],
    [
      'fidelity.csv',
      sessionSheet(columnsOf('fidelity', fidelity.elements.length), records, (record) =>
        drawFidelity(record, known.reliefs, fidelity, judgements),
      ),
    ],
  ] as const;
  return sheets.filter(([, { rows }]) => rows.length > 0);
}

function columnsOf(name: string, count: number): string[] {
  return upTo(count).map((item) => `${name}_${item}`);
}
