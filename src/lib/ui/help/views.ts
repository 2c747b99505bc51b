/** A table that is made from the export's. */
export interface View {
  readonly name: string;
  /** Its own columns; a test asks the engine for them. */
  readonly columns: readonly string[];
  /** After its own it has every column of `courses`, but those it has itself. */
  readonly withCourses: boolean;
}

const view = (name: string, columns: string, withCourses = false): View => ({
  name,
  columns: columns.split(' '),
  withCourses,
});

/** Those that analyses begin with first. */
export const views: readonly View[] = [
  view(
    'changes',
    'dataset course_id instrument scale respondent before after change direction reliable clinical threshold cut_off reported',
    true,
  ),
  view('scores', 'dataset course_id wave instrument scale score answered of band reported', true),
  view('pairing_ledger', 'dataset instrument scale step n'),
  view('pairing_courses', 'dataset course_id instrument scale reached paired before', true),
  view('pairing_start', 'dataset instrument scale paired n before before_sd girls age'),
  view(
    'reliable_change',
    'dataset instrument scale place age_from age_to sex respondent n sd kind reliability population reliability_source status basis threshold',
  ),
  view('added_value', 'dataset course_id before impact emotion after expected added_value', true),
  view('reported_differences', 'dataset course_id wave instrument scale reported computed'),
];

/** What `scores` and `changes` are made of. */
export const steps: readonly View[] = [
  view('form_scores', 'dataset course_id wave respondent instrument scale score answered of reported band'),
  view('score_pairs', 'dataset course_id instrument scale respondent before after change direction reported'),
  view('norms', 'place instrument scale age_from age_to sex respondent population mean sd n source status'),
  view('cut_offs', 'place instrument scale age_from age_to sex respondent name cut_off better source status'),
  view(
    'reliabilities',
    'place instrument scale age_from age_to sex respondent population kind reliability published_threshold source status',
  ),
];
