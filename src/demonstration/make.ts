import type { Case } from './answers/form';
import { drawItems, nudgeItems } from './answers/items';
import { itemsAimedAt, itemsOf } from './answers/questionnaire';
import { questionnaires } from './answers/questionnaires';
import { readReliefs } from './answers/relief';
import { drawSdq, nudgeSdq } from './answers/sdq';
import { drawWho5, nudgeWho5, nudgeWho5After } from './answers/who5';
import { dealBackground, forgetUnasked } from './background';
import { drawBurdens } from './burden';
import { calibrate } from './calibration';
import type { Nudge } from './calibration';
import { makeChildren } from './children';
import type { Child } from './children';
import { writeCsv } from './csv';
import type { Sheet } from './csv';
import { dealLengths, drawDates } from './dates';
import type { Recipe } from './exports';
import { goalsOf, isOfAnswers } from './goals';
import { writeManifest } from './manifest';
import { seeded } from './random';
import type { Random } from './random';
import { makeSessionSheets } from './sessions/sheets';
import { courseSheet, formSheet, sdqColumns, who5Columns } from './sheets';
import type { CourseRecord } from './sheets';
import { swapAnswers } from './swap';
import { isSwapped, lateTalliesOf, talliesOf } from './tallies';

/** An export of the demonstration: file name → text, the same bytes on every run. */
export function makeExport(recipe: Recipe): ReadonlyMap<string, string> {
  const random = seeded(recipe.plan.seed);
  const records = makeRecords(recipe, random);
  // The forms first: what is known of the children may be swapped by how they answered.
  const forms = makeForms(recipe, records, random);
  const sheets = [['courses.csv', courseSheet(records)] as const, ...forms];
  const files = sheets.map(([name, sheet]) => ({ name, rows: sheet.rows.length }));
  return new Map([
    ...sheets.map(([name, sheet]) => [name, writeCsv(sheet)] as const),
    ['manifest.json', writeManifest(recipe.name, recipe.plan, files)],
  ]);
}

/** Children with background and dates, numbered as they were registered. */
function makeRecords({ plan, spread }: Recipe, random: Random): CourseRecord[] {
  const calendar = random.fork('dates');
  const children = makeChildren(plan, random.fork('children'));
  const lengths = dealLengths(plan, children, random.fork('lengths'));
  return [...dealBackground(spread, children, random.fork('background'))]
    .map(([child, background]) => {
      const length = lengths.get(child);
      if (length !== undefined) background.set('length', length);
      return { child, background, dates: drawDates(child, length, calendar) };
    })
    .sort((a, b) => a.dates.registered - b.dates.registered)
    .map((record, index) => {
      const number = String(index + 1).padStart(4, '0');
      return { ...record, id: plan.ids.course + number, childId: plan.ids.child + number };
    });
}

/** The sheets of all forms; well-being first, because the others follow from how it went. */
function makeForms(
  recipe: Recipe,
  records: readonly CourseRecord[],
  random: Random,
): (readonly [string, Sheet])[] {
  const { plan, targets } = recipe;
  const backgrounds = new Map(records.map(({ child, background }) => [child, background]));
  const burdens = drawBurdens(backgrounds, random.fork('burdens'));
  const who5 = drawWho5(plan, burdens, random.fork('who5'));
  const settle = (name: string, cases: readonly Case[], nudge: Nudge<Case>, stream: string) =>
    calibrate(goalsOf(name, targets, cases, { backgrounds, who5 }), nudge, random.fork(stream));

  if (targets.some(isSwapped)) {
    const early = goalsOf('who5', targets.filter(isOfAnswers), who5, { backgrounds, who5 });
    calibrate(early, nudgeWho5, random.fork('who5 calibration'));
    swapAnswers(backgrounds, talliesOf(targets, backgrounds, who5), random.fork('swaps'));
    // Who is low at the start stays so: it is what the answers were swapped by.
    settle('who5', who5, nudgeWho5After, 'who5 after');
  } else settle('who5', who5, nudgeWho5, 'who5 calibration');
  const sdq = drawSdq(plan, burdens, random.fork('sdq'));
  settle('sdq_p', sdq, nudgeSdq, 'sdq calibration');
  const reliefs = readReliefs(who5);
  const others = questionnaires
    .filter(({ name }) => plan.forms.some(({ questionnaire }) => questionnaire === name))
    .map((questionnaire) => {
      const { name } = questionnaire;
      const cases = drawItems(questionnaire, plan.forms, burdens, reliefs, random.fork(name));
      const items = itemsAimedAt(questionnaire, (scale) =>
        targets.some((target) => target.kept && target.instrument === name && target.scale === scale),
      );
      settle(name, cases, nudgeItems(questionnaire, items), `${name} settling`);
      return { name, columns: itemsOf(questionnaire), cases, dates: `${name} dates` };
    });
  const forms = [
    { name: 'who5', columns: who5Columns, cases: who5, dates: 'who5 dates' },
    { name: 'sdq_p', columns: sdqColumns, cases: sdq, dates: 'sdq dates' },
    ...others,
  ];
  settleBackground(recipe, { backgrounds, who5, forms }, random);
  const known = { burdens, reliefs, who5: new Map(who5.map((each) => [each.child, each])) };
  return [
    ...forms.map(({ name, columns, cases, dates }): readonly [string, Sheet] => [
      `${name}.csv`,
      formSheet(columns, cases, records, random.fork(dates)),
    ]),
    ...makeSessionSheets(recipe, records, known, random),
  ];
}

interface Answered {
  readonly backgrounds: ReadonlyMap<Child, Map<string, string>>;
  readonly who5: readonly Case[];
  readonly forms: readonly { readonly name: string; readonly cases: readonly Case[] }[];
}

/** What is printed of background only for those who answered twice, and what not everyone was asked: when all forms are made. */
function settleBackground(
  { spread, targets }: Recipe,
  { backgrounds, who5, forms }: Answered,
  random: Random,
): void {
  const late = lateTalliesOf(
    targets,
    backgrounds,
    (name) => forms.find((each) => each.name === name)?.cases ?? [],
  );
  if (targets.some(isSwapped))
    swapAnswers(backgrounds, [...talliesOf(targets, backgrounds, who5), ...late], random.fork('late swaps'));
  forgetUnasked(spread, backgrounds, random.fork('unasked'));
}
