import { addedValue, addedValueView } from './added-value';
import { factQuery, factRows, factTables, placeCase, type PlacedFact } from './change-facts';
import type { Instrument } from './instrument';
import { pairingViewNames, pairingViews, pairingSteps } from './pairing';
import { reliableChange } from './reliable-change';
import { indent } from './scoring';

/** The ENUM types of the columns made here. */
export const changeTypes: readonly { readonly name: string; readonly codes: readonly string[] }[] = [
  { name: 'direction', codes: ['improved', 'unchanged', 'deteriorated'] },
  {
    name: 'clinical',
    codes: [
      'recovered',
      'improved',
      'unchanged',
      'deteriorated',
      'started_well',
      'well_deteriorated',
      'harmed',
    ],
  },
  { name: 'pairing_step', codes: pairingSteps },
];

/** What a notebook is made of; every one has the column `dataset`. */
export const changeViews: readonly string[] = [
  'changes',
  'reliable_change',
  ...pairingViewNames,
  addedValueView,
];

/** What those are made of. */
export const changeSteps: readonly string[] = ['score_pairs', ...factTables];

/** The statements that make what is known of change, from `form_scores` and `courses`. */
export function changeDefinitions(instruments: readonly Instrument[]): string[] {
  const facts = factRows(instruments);
  return [
    pairs(instruments),
    ...factTables.map((table) => `CREATE TABLE ${table} AS\n${factQuery(table, facts[table])}`),
    `CREATE TABLE reliable_change AS\n${reliableChange}`,
    `CREATE TABLE changes AS\n${changes(facts)}`,
    ...pairingViews(instruments),
    ...addedValue(instruments),
  ];
}

/**
 * Pairs only: a scale scored both before and after. Better is the sign of the change, turned where low is good. The
 * respondent is who answered first.
 */
function pairs(instruments: readonly Instrument[]): string {
  const lower = instruments.flatMap(({ name, scales }) =>
    scales.filter(({ better }) => better === 'lower').map((scale) => `('${name}', '${scale.name}')`),
  );
  const better = lower.length > 0 ? `(earlier.instrument, earlier.scale) IN (${lower.join(', ')})` : 'FALSE';
  return `-- One row for each child's course and scale that was scored both before and after.
CREATE TABLE score_pairs AS
SELECT
  dataset, course_id, instrument, scale, earlier.respondent, earlier.score AS before, later.score AS after,
  later.score - earlier.score AS change,
  CASE sign(change) * CASE WHEN ${better} THEN -1 ELSE 1 END
    WHEN 1 THEN 'improved'::direction
    WHEN -1 THEN 'deteriorated'::direction
    ELSE 'unchanged'::direction
  END AS direction,
  -- a total from the export stands for the answers, before or after
  earlier.reported OR later.reported AS reported
FROM form_scores AS earlier
JOIN form_scores AS later USING (dataset, course_id, instrument, scale)
WHERE earlier.wave = 'before' AND later.wave = 'after'
  AND earlier.score IS NOT NULL AND later.score IS NOT NULL`;
}

/**
 * `reliable`: the change is strictly larger than the threshold (compared to nine decimals, so that the last bit of a
 * binary fraction decides nothing), in the direction of the scale; NULL where there is no threshold.
 *
 * `clinical`: a score at the cut-off or on the worse side of it is clinical (CECPfuns: at or above, where low is good).
 * Classes after Jacobson and Truax (1991), with those who were not clinical at the start apart, since they cannot
 * recover:
 * - clinical at the start: `recovered` (reliably better and no longer clinical), `improved` (reliably better, still
 *   clinical), `unchanged` (no reliable change, on whichever side it ended), `deteriorated` (reliably worse);
 * - well at the start: `started_well` (not reliably worse), `well_deteriorated` (reliably worse, still not clinical),
 *   `harmed` (reliably worse and now clinical: the word of the R package clinicalsignificance).
 * NULL where there is no threshold, or no cut-off for the child's sex and age.
 */
export function changes(facts: {
  readonly cut_offs: readonly PlacedFact[];
  readonly reliabilities: readonly PlacedFact[];
}): string {
  return `-- The changes, how sure and how far they are, with what is known of the child.
WITH judged AS (
  SELECT
    pair.*, courses.* EXCLUDE (dataset, course_id),
    -- the first reliability and the first cut-off that fit the child
    ${indent(placeCase(facts.reliabilities), 4)} AS reliability_place,
    ${indent(placeCase(facts.cut_offs), 4)} AS cut_off_place
  FROM score_pairs AS pair
  LEFT JOIN courses ON courses.dataset = pair.dataset AND courses.course_id = pair.course_id
)
SELECT
  judged.dataset, course_id, judged.instrument, judged.scale, judged.respondent, before, after, change, direction,
  (CASE
    WHEN threshold IS NULL THEN NULL
    WHEN round(abs(change), 9) > round(threshold, 9) THEN direction
    ELSE 'unchanged'
  END)::direction AS reliable,
  (CASE
    WHEN reliable IS NULL OR cut_off IS NULL THEN NULL
    WHEN CASE better WHEN 'lower' THEN before >= cut_off ELSE before <= cut_off END THEN
      CASE
        WHEN reliable = 'improved' AND CASE better WHEN 'lower' THEN after < cut_off ELSE after > cut_off END THEN 'recovered'
        ELSE reliable::VARCHAR
      END
    WHEN reliable = 'deteriorated' THEN
      CASE WHEN CASE better WHEN 'lower' THEN after >= cut_off ELSE after <= cut_off END THEN 'harmed' ELSE 'well_deteriorated' END
    ELSE 'started_well'
  END)::clinical AS clinical,
  threshold, cut_off, reported,
  judged.* EXCLUDE (
    dataset, course_id, instrument, scale, respondent, before, after, change, direction, reported, reliability_place,
    cut_off_place
  )
FROM judged
LEFT JOIN reliable_change AS rule ON rule.dataset = judged.dataset AND rule.place = reliability_place
LEFT JOIN cut_offs AS limits ON limits.place = cut_off_place`;
}
