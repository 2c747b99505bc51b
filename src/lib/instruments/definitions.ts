import { quoteComment } from '../sql/quote';
import { bandCase, bandingOf, limitsOf } from './bands';
import { instruments } from './catalogue';
import { changeDefinitions, changeSteps, changeTypes, changeViews } from './change';
import type { Instrument, Scale } from './instrument';
import { mergeOrders } from './orders';
import { reportedDifferences, reportedTable, withReported } from './reported';
import { indent, partsOf, scaleOf, scoringOf } from './scoring';
import { saidIn } from './said';

export { instruments };

/** Macros that `definitions` makes and a cell may call. */
export const macroNames = ['chosen', 'band_of'] as const;

/** What `definitions` makes for cells to read. */
export function viewNames(instruments: readonly Instrument[]): string[] {
  return ['scores', ...changeViews, 'reported_differences', ...instruments.map(scalesViewName)];
}

/** What `definitions` makes for `scores` and `changes` to read; a cell may, but nothing there is new to it. */
export const stepNames: readonly string[] = ['form_scores', ...changeSteps];

/**
 * What stands on top of the tables: ENUM types, macros, a wide view of scores for each instrument, the computed
 * scores and pairs, and the long views `scores` and `changes`. Needs the tables `courses` and one for each instrument,
 * keyed by (dataset, course_id). Of instruments whose table is not among the `filled` ones no arithmetic is planned,
 * since there is nothing to score; planning it takes DuckDB longer than the rest of the load.
 */
export function definitions(
  instruments: readonly Instrument[],
  filled: ReadonlySet<string> = new Set(instruments.map(({ table }) => table)),
): string[] {
  return [
    ...types(instruments),
    chosen,
    bandOf(instruments),
    ...instruments.map((each) => (filled.has(each.table) ? scalesView(each) : emptyScalesView(each))),
    formScores(instruments, filled),
    scores,
    reportedDifferences(filled),
    ...changeDefinitions(instruments),
  ];
}

export function scalesViewName(instrument: Instrument): string {
  return `${instrument.table}_scales`;
}

/** How one score comes about, to be read and run: the same expressions as in the views. */
export function calculationOf(
  instrument: Instrument,
  scaleName: string,
  language: 'da' | 'en' = 'da',
): string {
  const scale = scaleOf(instrument, scaleName);
  const limits = limitsOf(instrument, scaleName);
  const byGroup = limits.some((each) => each.ages ?? each.sex);
  const columns = [...partsOf(instrument, scale), scale].flatMap((each) =>
    scaleColumns(instrument, each, language),
  );
  const band = limits.length > 0 ? [`${indent(bandCase(limits, scaleName), 2)} AS band`] : [];
  return [
    `-- ${quoteComment(instrument.title[language])}`,
    `SELECT dataset, course_id, ${occasionOf(instrument)},\n  ${[...columns, ...band].join(',\n  ')}`,
    `FROM ${instrument.table}${byGroup ? ' LEFT JOIN (SELECT dataset, course_id, age, sex FROM courses) USING (dataset, course_id)' : ''}`,
  ].join('\n');
}

function types(instruments: readonly Instrument[]): string[] {
  const bands = instruments.map((instrument) => bandingOf(instrument)?.bands.map((band) => band.code) ?? []);
  const scales = instruments.map((instrument) => instrument.scales.map((scale) => scale.name));
  return [
    enumType(
      'instrument',
      instruments.map((instrument) => instrument.name),
    ),
    enumType('scale', mergeOrders(scales)),
    enumType('band', mergeOrders(bands)),
    ...changeTypes.map(({ name, codes }) => enumType(name, codes)),
  ];
}

function enumType(name: string, codes: readonly string[]): string {
  return `CREATE TYPE ${name} AS ENUM (${codes.map((code) => `'${code}'`).join(', ')})`;
}

const chosen = `-- A menu with nothing chosen is NULL and lets everything through.
CREATE OR REPLACE MACRO chosen(value, choice) AS
  choice IS NULL OR list_contains(choice, value::VARCHAR)`;

function bandOf(instruments: readonly Instrument[]): string {
  const cases = instruments.flatMap((instrument) =>
    instrument.scales.flatMap((scale) => {
      const limits = limitsOf(instrument, scale.name);
      if (limits.length === 0) return [];
      return [
        `WHEN instrument = '${instrument.name}' AND scale = '${scale.name}' THEN\n    ${indent(bandCase(limits, 'score'), 4)}`,
      ];
    }),
  );
  const body = cases.length > 0 ? `CASE\n  ${cases.join('\n  ')}\nEND` : 'NULL::band';
  return `-- The band of a score. Each band goes from its limit, included, to the next one.
CREATE OR REPLACE MACRO band_of(instrument, scale, score, age, sex, respondent) AS ${body}`;
}

/** One row for each form: every scale's score, and how many of its items were answered. */
function scalesView(instrument: Instrument): string {
  const columns = instrument.scales.flatMap((scale) => scaleColumns(instrument, scale, 'en'));
  return viewOf(instrument, 'one row for each form', columns);
}

/** The same columns for a table without rows. */
function emptyScalesView(instrument: Instrument): string {
  const columns = instrument.scales.map(
    ({ name }) => `NULL::INTEGER AS ${name}_answered, NULL::DOUBLE AS ${name}`,
  );
  return viewOf(instrument, 'none in what was loaded', columns);
}

function viewOf(instrument: Instrument, about: string, columns: readonly string[]): string {
  return `-- ${quoteComment(instrument.title.en)}: ${about}.
CREATE OR REPLACE VIEW ${scalesViewName(instrument)} AS
SELECT
  dataset, course_id, ${occasionOf(instrument)}, ${dateOf(instrument)}, respondent,
  ${columns.join(',\n  ')}
FROM ${instrument.table}`;
}

/** What tells the forms of one course apart. */
function occasionOf({ when }: Instrument): string {
  return when.kind === 'waves' ? 'wave' : 'session, kind';
}

function dateOf({ when }: Instrument): string {
  return when.kind === 'waves' ? 'answered_on' : 'date';
}

function scaleColumns(instrument: Instrument, scale: Scale, language: 'da' | 'en'): string[] {
  const { answered, of, score } = scoringOf(instrument, scale);
  return [
    `-- ${quoteComment(`${scale.label[language]}, ${of}. ${scale.rule.text[language]} [${saidIn(scale.rule.source, language)}]`)}\n  ` +
      `${indent(answered, 2)} AS ${scale.name}_answered`,
    `${indent(score, 2)} AS ${scale.name}`,
  ];
}

/**
 * The scores are computed once, when data is loaded: as views on views every question about them would be planned
 * through all scales of all instruments again, which takes DuckDB longer than the answer.
 */
function formScores(instruments: readonly Instrument[], filled: ReadonlySet<string>): string {
  const scored = instruments.filter(({ when }) => when.kind === 'waves');
  // One at least, empty or not: it gives the columns their types
  const present = scored.filter(({ table }) => filled.has(table));
  const branches = (present.length > 0 ? present : scored.slice(0, 1)).map(scoresOfForms);
  const computed = branches.join('\nUNION ALL\n');
  return `-- One row for each form and scale; score is NULL where too little was answered.
CREATE TABLE form_scores AS
SELECT form.*, band_of(instrument, scale, score, courses.age, courses.sex, respondent) AS band
FROM (
${filled.has(reportedTable) ? withReported(computed) : computed}
) AS form
LEFT JOIN courses USING (dataset, course_id)`;
}

const scores = `-- The scores, with what is known of the child.
CREATE VIEW scores AS
SELECT
  form.dataset, form.course_id, form.wave, form.instrument, form.scale, form.score, form.answered, form.of, form.band,
  form.reported,
  courses.* EXCLUDE (dataset, course_id)
FROM form_scores AS form
LEFT JOIN courses USING (dataset, course_id)`;

/** Each form once for all its scales: a SELECT for each scale would plan and score every scale again. */
function scoresOfForms(instrument: Instrument): string {
  const { name, scales } = instrument;
  const unnest = (words: readonly (string | number)[]) => `unnest([${words.join(', ')}]`;
  return `SELECT dataset, course_id, wave, respondent, '${name}'::instrument AS instrument,
  ${unnest(scales.map((scale) => `'${scale.name}'`))}::scale[]) AS scale,
  ${unnest(scales.map((scale) => scale.name))}::DOUBLE[]) AS score,
  ${unnest(scales.map((scale) => `${scale.name}_answered`))}) AS answered,
  ${unnest(scales.map((scale) => scoringOf(instrument, scale).of))}) AS of,
  false AS reported
FROM ${scalesViewName(instrument)}`;
}
