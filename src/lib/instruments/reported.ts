/** Where an import puts totals that came in place of answers. */
export const reportedTable = 'reported_scores';

/**
 * Totals that the export brings count where its answers give none. How many answers stand behind one is not known, nor
 * how missing ones were dealt with.
 */
export function withReported(computed: string): string {
  return `WITH computed AS MATERIALIZED (
${computed}
)
SELECT * FROM computed
WHERE score IS NOT NULL OR NOT EXISTS (SELECT 1 FROM ${reportedTable} AS told WHERE ${sameScore('told', 'computed')})
UNION ALL
SELECT dataset, course_id, wave, NULL AS respondent, instrument::VARCHAR::instrument AS instrument,
  scale::VARCHAR::scale AS scale, score, NULL AS answered, NULL AS of, true AS reported
FROM ${reportedTable} AS told
WHERE score IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM computed WHERE computed.score IS NOT NULL AND ${sameScore('told', 'computed')})`;
}

function sameScore(one: string, other: string): string {
  return `${one}.dataset = ${other}.dataset AND ${one}.course_id = ${other}.course_id AND ${one}.wave = ${other}.wave
    AND ${one}.instrument::VARCHAR = ${other}.instrument::VARCHAR AND ${one}.scale::VARCHAR = ${other}.scale::VARCHAR`;
}

/** Totals beside the scores of the same answers, where they are not the same to two decimals. */
export function reportedDifferences(filled: ReadonlySet<string>): string {
  const none =
    'SELECT dataset, course_id, wave, instrument, scale, score AS reported, score AS computed FROM form_scores WHERE false';
  return `-- Where a total in the export is another than its own answers give.
CREATE VIEW reported_differences AS
${filled.has(reportedTable) ? differences : none}`;
}

const differences = `SELECT told.dataset, told.course_id, told.wave, form.instrument, form.scale, told.score AS reported, form.score AS computed
FROM ${reportedTable} AS told
JOIN form_scores AS form ON ${sameScore('told', 'form')}
WHERE NOT form.reported AND round(told.score, 2) <> round(form.score, 2)`;
