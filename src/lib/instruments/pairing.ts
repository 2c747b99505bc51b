import type { Instrument } from './instrument';
import { indent } from './scoring';

export const pairingViewNames = ['pairing_courses', 'pairing_ledger', 'pairing_start'] as const;

/**
 * How far a course comes for one scale; each step is of those who came to the one before. Measured is at least one
 * answer on the scale (or a score without, as the SDQ's impact has where the parent sees no difficulties); scored is enough answers for a score; paired is scored also at the end. `other_age` is no step:
 * pairs of children whose age is not the instrument's or not known. `paired` and `other_age` are the rows of `changes`.
 */
export const pairingSteps = [
  'exported',
  'right_age',
  'measured_before',
  'measured_after',
  'scored_before',
  'paired',
  'other_age',
] as const;

export function pairingViews(instruments: readonly Instrument[]): string[] {
  return [courses(instruments), ledger, start];
}

/** Answered both before and after. */
function isPaired({ when }: Instrument): boolean {
  return when.kind === 'waves' && when.waves.includes('before') && when.waves.includes('after');
}

function courses(instruments: readonly Instrument[]): string {
  const measures = instruments
    .filter(isPaired)
    .flatMap(({ name, ages, scales }) =>
      scales.map((scale) => `('${name}', '${scale.name}', ${ages.from}, ${ages.to})`),
    );
  return `-- One row for each course and scale: how far it came, and the score at the start.
CREATE VIEW pairing_courses AS
WITH measures AS (
  SELECT instrument::instrument AS instrument, scale::scale AS scale, age_from, age_to
  FROM (VALUES
    ${indent(measures.length > 0 ? measures.join(',\n') : '(NULL, NULL, NULL, NULL)', 4)}
  ) AS measure(instrument, scale, age_from, age_to)
  WHERE measure.instrument IS NOT NULL
),
forms AS (
  SELECT
    dataset, course_id, instrument, scale,
    bool_or(wave = 'before' AND (answered > 0 OR score IS NOT NULL)) AS measured_before,
    bool_or(wave = 'after' AND (answered > 0 OR score IS NOT NULL)) AS measured_after,
    max(score) FILTER (wave = 'before') AS before,
    max(score) FILTER (wave = 'after') AS after
  FROM form_scores
  GROUP BY dataset, course_id, instrument, scale
)
SELECT
  courses.dataset, courses.course_id, measures.instrument, measures.scale,
  (CASE
    WHEN age BETWEEN age_from AND age_to IS NOT TRUE THEN 'exported'
    WHEN measured_before IS NOT TRUE THEN 'right_age'
    WHEN NOT measured_after THEN 'measured_before'
    WHEN before IS NULL THEN 'measured_after'
    WHEN after IS NULL THEN 'scored_before'
    ELSE 'paired'
  END)::pairing_step AS reached,
  before IS NOT NULL AND after IS NOT NULL AS paired,
  before,
  courses.* EXCLUDE (dataset, course_id)
FROM courses
CROSS JOIN measures
LEFT JOIN forms
  ON forms.dataset = courses.dataset AND forms.course_id = courses.course_id
  AND forms.instrument = measures.instrument AND forms.scale = measures.scale`;
}

const ledger = `-- How many courses come how far.
CREATE VIEW pairing_ledger AS
SELECT dataset, instrument, scale, step::pairing_step AS step, n
FROM (
  SELECT
    dataset, instrument, scale,
    count(*) AS exported,
    count(*) FILTER (reached >= 'right_age'::pairing_step) AS right_age,
    count(*) FILTER (reached >= 'measured_before'::pairing_step) AS measured_before,
    count(*) FILTER (reached >= 'measured_after'::pairing_step) AS measured_after,
    count(*) FILTER (reached >= 'scored_before'::pairing_step) AS scored_before,
    count(*) FILTER (reached >= 'paired'::pairing_step) AS paired,
    count(*) FILTER (reached = 'exported' AND paired) AS other_age
  FROM pairing_courses
  GROUP BY dataset, instrument, scale
) AS counted
UNPIVOT (n FOR step IN (${pairingSteps.join(', ')}))`;

const start = `-- Those of the right age with a score at the start: are they who have one at the end, too, like the others?
CREATE VIEW pairing_start AS
SELECT
  dataset, instrument, scale, paired, count(*) AS n,
  avg(before) AS before, stddev_samp(before) AS before_sd,
  -- of those whose sex is known
  avg((sex = 'girl')::INTEGER) AS girls,
  avg(age) AS age
FROM pairing_courses
WHERE reached > 'exported'::pairing_step AND before IS NOT NULL
GROUP BY dataset, instrument, scale, paired`;
