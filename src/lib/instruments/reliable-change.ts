/**
 * Reliable change after Jacobson and Truax (1991): a change counts when it is larger than the measurement error of two
 * measurements would give in 95 of 100 children whose state is the same. In points of the scale:
 *
 *     1.96 · √2 · SD · √(1 − r)        SD 7.5 and r .80 give 9.296925484568419
 *
 * where 1.96 is the normal distribution's 97.5 % point, 1.959963984540054 (as in CECPfuns).
 *
 * SD is the sample standard deviation of the first score over all complete pairs of one dataset: the whole sample also
 * where results are shown by group (as the R package clinicalsignificance has it), and never over two datasets, which
 * may hold the same child. Where a file gives a published threshold that is taken instead. No threshold can be computed
 * from one pair, or when all first scores are alike.
 */
export const reliableChange = `-- The threshold of reliable change, by dataset and scale, and what it is made of.
SELECT
  spread.dataset, spread.instrument, spread.scale, rule.place, rule.age_from, rule.age_to, rule.sex, rule.respondent,
  spread.n, spread.sd, rule.kind, rule.reliability, rule.population, rule.source AS reliability_source, rule.status,
  CASE WHEN rule.published_threshold IS NOT NULL THEN 'published' WHEN rule.reliability IS NOT NULL THEN 'computed' END AS basis,
  coalesce(rule.published_threshold, 1.959963984540054 * sqrt(2) * nullif(spread.sd, 0) * sqrt(1 - rule.reliability)) AS threshold
FROM (
  SELECT dataset, instrument, scale, count(*) AS n, stddev_samp(before) AS sd
  FROM score_pairs
  GROUP BY dataset, instrument, scale
) AS spread
LEFT JOIN reliabilities AS rule ON rule.instrument = spread.instrument AND rule.scale = spread.scale`;
