import { quoteComment, quoteNumber, quoteText } from '../sql/quote';
import { limitsOf } from './bands';
import type { Instrument, Method, Scale } from './instrument';
import { indent, itemOf, keyed, pointsOf, scaleOf } from './scoring';
import type { Words } from './sourced';

/** One answered questionnaire of a course. */
export interface FormKey {
  readonly dataset: string;
  readonly course: string;
  readonly occasion: Occasion;
}
export type Occasion = { readonly wave: string } | { readonly session: number; readonly kind: string };

/**
 * How what stands in a row is counted: the answer as it is, turned, as points, not at all since it decides whether the
 * others count, or as the score of a scale.
 */
export const countings = ['as_answered', 'reversed', 'points', 'decides', 'scale'] as const;
export type Counting = (typeof countings)[number];

/**
 * How one form comes to one score, as a query: a row for each item (of a scale made of scales, for each of these) with
 * `item, answer, counting, counted`, and on every row `sum` of what is counted, `answered, score, band` from the view
 * that notebooks read and, where the score is rounded, what it was before as `unrounded`. No rows without such a form.
 * What is counted is written by the same functions as the scores are.
 */
export function explanationOf(
  instrument: Instrument,
  scaleName: string,
  form: FormKey,
  language: keyof Words = 'da',
): string {
  const scale = scaleOf(instrument, scaleName);
  const title = `-- ${quoteComment(`${instrument.title[language]}: ${scale.label[language]}`)}`;
  const query =
    scale.method.kind === 'scales'
      ? fromScales(instrument, scale, scale.method, form)
      : fromAnswers(instrument, scale, scale.method, form);
  return `${title}\n${query}`;
}

type ItemMethod = Exclude<Method, { kind: 'scales' }>;

function fromAnswers(instrument: Instrument, scale: Scale, method: ItemMethod, form: FormKey): string {
  const rows = answersOf(instrument, method).map(
    (row, index) => `{ place: ${index + 1}, ${row.map(([name, value]) => `${name}: ${value}`).join(', ')} }`,
  );
  return `WITH answers AS (
  SELECT unnest([
    ${rows.join(',\n    ')}
  ], recursive := true)
  FROM ${instrument.table}
  WHERE ${whereOf(form)}
),
scored AS (
  ${indent(scoredOf(instrument, [scale], form), 2)}
)
SELECT
  item, answer, counting, counted,
  sum(counted) OVER () AS sum,${unrounded(method)}
  answered, score, band
FROM answers, scored
ORDER BY place`;
}

function unrounded(method: ItemMethod): string {
  if (method.kind !== 'mean' || method.round === 'none') return '';
  return `\n  ${method.factor} * sum(counted) OVER () / answered AS unrounded,`;
}

type Cell = readonly [column: string, sql: string];

function answersOf(instrument: Instrument, method: ItemMethod): Cell[][] {
  const row = (item: string, counting: Counting, counted: string): Cell[] => [
    ['item', quoteText(item)],
    ['answer', item],
    ['counting', quoteText(counting)],
    ['counted', counted],
  ];
  if (method.kind === 'points') {
    const decides = method.unless ? [row(method.unless.item, 'decides', 'NULL')] : [];
    const points = method.items.map((item) =>
      row(item, 'points', pointsOf(item, method.points, method.missing)),
    );
    return [...decides, ...points];
  }
  return method.items.map((name) => {
    const item = itemOf(instrument, name);
    return row(name, item.reversed ? 'reversed' : 'as_answered', keyed(item));
  });
}

function fromScales(
  instrument: Instrument,
  scale: Scale,
  { scales }: Extract<Method, { kind: 'scales' }>,
  form: FormKey,
): string {
  const parts = scales.map((part, index) => `(${index + 1}, ${quoteText(part)})`);
  const all = [...new Set(scales)].map((name) => scaleOf(instrument, name));
  return `WITH scored AS (
  ${indent(scoredOf(instrument, [...all, scale], form), 2)}
)
SELECT
  parts.scale AS item, NULL::INTEGER AS answer, 'scale' AS counting, part.score AS counted, sum(part.score) OVER () AS sum,
  whole.answered, whole.score, whole.band
FROM (VALUES ${parts.join(', ')}) AS parts(place, scale)
JOIN scored AS part ON part.scale = parts.scale
JOIN scored AS whole ON whole.scale = ${quoteText(scale.name)}
ORDER BY place`;
}

/** A row for each scale: in the view of all scores or, as sessions are not in it, in the instrument's own. */
function scoredOf(instrument: Instrument, scales: readonly Scale[], form: FormKey): string {
  const names = scales.map(({ name }) => quoteText(name)).join(', ');
  const which = scales.length > 1 ? `IN (${names})` : `= ${names}`;
  if ('wave' in form.occasion)
    return `SELECT scale, answered, score, band
FROM scores
WHERE instrument = ${quoteText(instrument.name)} AND scale ${which}
  AND ${whereOf(form)}`;
  const rows = scales.map(({ name }) => {
    const band =
      limitsOf(instrument, name).length > 0
        ? `band_of(${quoteText(instrument.name)}, ${quoteText(name)}, form.${name}, courses.age, courses.sex, form.respondent)`
        : 'NULL';
    return `{ scale: ${quoteText(name)}, answered: form.${name}_answered, score: form.${name}, band: ${band} }`;
  });
  return `SELECT unnest([
  ${rows.join(',\n  ')}
], recursive := true)
FROM ${instrument.table}_scales AS form LEFT JOIN courses USING (dataset, course_id)
WHERE ${whereOf(form)}`;
}

function whereOf({ dataset, course, occasion }: FormKey): string {
  const at =
    'wave' in occasion
      ? `wave = ${quoteText(occasion.wave)}`
      : `session = ${quoteNumber(occasion.session)} AND kind = ${quoteText(occasion.kind)}`;
  return `dataset = ${quoteText(dataset)} AND course_id = ${quoteText(course)} AND ${at}`;
}

/** Courses with an answered form whose number has `typed` in it, `most` of them: one column. */
export function coursesQuery({ table }: Instrument, dataset: string, typed: string, most: number): string {
  return `SELECT DISTINCT course_id
FROM ${table}
WHERE dataset = ${quoteText(dataset)} AND contains(lower(course_id), lower(${quoteText(typed)}))
ORDER BY course_id
LIMIT ${most}`;
}

/** The forms of a course in their order: `wave`, or `session, kind`. */
export function formsQuery({ table, when }: Instrument, dataset: string, course: string): string {
  const occasion = when.kind === 'waves' ? 'wave' : 'session, kind';
  return `SELECT ${occasion}
FROM ${table}
WHERE dataset = ${quoteText(dataset)} AND course_id = ${quoteText(course)}
ORDER BY ${occasion}`;
}
