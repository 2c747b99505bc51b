import type { Case } from './answers/form';
import { drawItems, nudgeItems } from './answers/items';
import { itemsOf } from './answers/questionnaire';
import { questionnaires } from './answers/questionnaires';
import { readReliefs } from './answers/relief';
import { drawSdq, nudgeSdq } from './answers/sdq';
import { drawWho5, nudgeWho5, nudgeWho5After } from './answers/who5';
import { dealBackground } from './background';
import { drawBurdens } from './burden';
import { calibrate } from './calibration';
import { makeChildren } from './children';
import { writeCsv } from './csv';
import type { Sheet } from './csv';
import { drawDates } from './dates';
import { goalsOf, isOfAnswers } from './goals';
import { writeManifest } from './manifest';
import { plan } from './plan';
import { seeded } from './random';
import type { Random } from './random';
import { courseSheet, formSheet, sdqColumns, who5Columns } from './sheets';
import type { CourseRecord } from './sheets';
import { swapAnswers } from './swap';
import { talliesOf } from './tallies';
import { targets } from './targets';

/** The demonstration pool: file name → text, the same bytes on every run. */
export function makePool(): ReadonlyMap<string, string> {
  const random = seeded(plan.seed);
  const records = makeRecords(random);
  const backgrounds = new Map(records.map(({ child, background }) => [child, background]));
  const burdens = drawBurdens(backgrounds, random.fork('burdens'));

  const who5 = drawWho5(plan, burdens, random.fork('who5'));
  const settled = { backgrounds, who5 };
  const goals = (name: string, cases: readonly Case[]) => goalsOf(name, targets, cases, settled);
  calibrate(
    goalsOf('who5', targets.filter(isOfAnswers), who5, settled),
    nudgeWho5,
    random.fork('who5 calibration'),
  );
  swapAnswers(backgrounds, talliesOf(backgrounds, who5), random.fork('swaps'));
  // Who is low at the start stays so: it is what the answers were swapped by.
  calibrate(goals('who5', who5), nudgeWho5After, random.fork('who5 after'));
  const sdq = drawSdq(plan, burdens, random.fork('sdq'));
  calibrate(goals('sdq_p', sdq), nudgeSdq, random.fork('sdq calibration'));
  const reliefs = readReliefs(who5);

  const sheets = [
    ['courses.csv', courseSheet(records)],
    ['who5.csv', formSheet(who5Columns, who5, records, random.fork('who5 dates'))],
    ['sdq_p.csv', formSheet(sdqColumns, sdq, records, random.fork('sdq dates'))],
    ...questionnaires.map((questionnaire): readonly [string, Sheet] => {
      const { name } = questionnaire;
      const cases = drawItems(questionnaire, plan.forms, burdens, reliefs, random.fork(name));
      calibrate(goals(name, cases), nudgeItems(questionnaire), random.fork(`${name} calibration`));
      const dates = random.fork(`${name} dates`);
      return [`${name}.csv`, formSheet(itemsOf(questionnaire), cases, records, dates)];
    }),
  ] as const;
  return new Map([
    ...sheets.map(([name, sheet]) => [name, writeCsv(sheet)] as const),
    [
      'manifest.json',
      writeManifest(
        plan,
        sheets.map(([name, sheet]) => ({ name, rows: sheet.rows.length })),
      ),
    ],
  ]);
}

/** Children with background and dates, numbered as they were registered. */
function makeRecords(random: Random): CourseRecord[] {
  const calendar = random.fork('dates');
  const backgrounds = dealBackground(makeChildren(plan, random.fork('children')), random.fork('background'));
  return [...backgrounds]
    .map(([child, background]) => ({ child, background, dates: drawDates(child, calendar) }))
    .sort((a, b) => a.dates.registered - b.dates.registered)
    .map((record, index) => ({ ...record, id: `P${String(index + 1).padStart(4, '0')}` }));
}
