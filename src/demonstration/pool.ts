import { drawSdq, nudgeSdq } from './answers/sdq';
import { drawWho5, nudgeWho5 } from './answers/who5';
import { dealBackground } from './background';
import { drawBurdens } from './burden';
import { calibrate } from './calibration';
import { makeChildren } from './children';
import { writeCsv } from './csv';
import { drawDates } from './dates';
import { goalsOf } from './goals';
import { writeManifest } from './manifest';
import { plan } from './plan';
import { seeded } from './random';
import type { Random } from './random';
import { courseSheet, formSheet, sdqColumns, who5Columns } from './sheets';
import type { CourseRecord } from './sheets';
import { swapAnswers } from './swap';
import { membersIn, talliesOf } from './tallies';
import { backgroundTargets, targets } from './targets';

/** The demonstration pool: file name → text, the same bytes on every run. */
export function makePool(): ReadonlyMap<string, string> {
  const random = seeded(plan.seed);
  const records = makeRecords(random);
  const backgrounds = new Map(records.map(({ child, background }) => [child, background]));
  const burdens = drawBurdens(backgrounds, random.fork('burdens'));

  const who5 = drawWho5(burdens, random.fork('who5'));
  calibrate(goalsOf('who5', targets, who5, backgrounds), nudgeWho5, random.fork('who5 calibration'));
  swapAnswers(
    backgrounds,
    talliesOf(backgroundTargets, backgrounds, membersIn([...backgrounds.keys()], who5)),
    random.fork('swaps'),
  );
  const sdq = drawSdq(burdens, random.fork('sdq'));
  calibrate(goalsOf('sdq_p', targets, sdq, backgrounds), nudgeSdq, random.fork('sdq calibration'));

  const sheets = [
    ['courses.csv', courseSheet(records)],
    ['who5.csv', formSheet(who5Columns, who5, records, random.fork('who5 dates'))],
    ['sdq_p.csv', formSheet(sdqColumns, sdq, records, random.fork('sdq dates'))],
  ] as const;
  return new Map([
    ...sheets.map(([name, sheet]) => [name, writeCsv(sheet)] as const),
    ['manifest.json', writeManifest(sheets.map(([name, sheet]) => ({ name, rows: sheet.rows.length })))],
  ]);
}

/** Children with background and dates, numbered as they were registered. */
function makeRecords(random: Random): CourseRecord[] {
  const calendar = random.fork('dates');
  const backgrounds = dealBackground(makeChildren(random.fork('children')), random.fork('background'));
  return [...backgrounds]
    .map(([child, background]) => ({ child, background, dates: drawDates(child, calendar) }))
    .sort((a, b) => a.dates.registered - b.dates.registered)
    .map((record, index) => ({ ...record, id: `P${String(index + 1).padStart(4, '0')}` }));
}
