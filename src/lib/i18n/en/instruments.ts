import type { instruments as danish } from '../da/instruments';

export const instruments: typeof danish = {
  link: 'Questionnaires and scoring',
  title: 'The questionnaires, and how they are scored',
  lede: 'This page is made from the same files that the scores are computed by. Every number stands with its source, and with how sure it is.',
  contents: 'Contents',
  home: 'To the opening page',
  wording:
    'The wording of the items belongs to the authors of the questionnaires and is not in Pejling. Only codes and rules stand here.',

  sureTitle: 'How sure is it?',
  sure: {
    seen: 'Read in the source',
    derived: 'Computed from the source',
    memory: 'Unconfirmed',
    assumed: 'Our assumption',
  },
  sureHelp: {
    seen: 'The number or rule was read in the source beside it.',
    derived: 'It follows by arithmetic from something read in the source.',
    memory: 'It is quoted in the field but was not seen in a source. No computation uses it.',
    assumed: 'Nothing is published. The choice is ours, and a file of your own can take its place.',
  },
  source: 'Source',

  facts: {
    respondents: 'Who answers',
    ages: 'Age',
    when: 'When',
    items: 'Answers',
    reversed: 'Reversed answers',
    file: 'File and table',
    licence: 'Rights',
    configurable: 'Not published',
  },
  sessions: (kinds) => `At each session: ${kinds}`,

  answers: (items, from, to) => `${items}: ${from}–${to}`,
  betweenWhole: 'also between two whole numbers',
  turned: (items, sum) => `${items} count as ${sum} minus the answer`,
  version: (name, version, table) => `${name}.yaml, version ${version}; the table ${table}`,

  years: (from, to) => (from === to ? `${from} years` : `${from}–${to} years`),
  sexes: { girl: 'Girls', boy: 'Boys' },
  answeredBy: (respondent) => `answered by: ${respondent}`,
  everybody: 'Everybody',
  others: 'Others',

  parts: {
    versions: 'Versions of the form',
    scales: 'Scales and scoring',
    bands: 'Bands',
    cutOffs: 'Cut-offs',
    reliability: 'Reliability',
    norms: 'Norms',
    settings: 'Other numbers',
  },
  leads: {
    versions:
      'The versions have the same columns and the same scoring. The age of the child says which it is.',
    bands: 'A band begins at its first number and ends just before the next one begins.',
    cutOffs: 'Of a scale’s sets the first is in force. In the set the first that fits the child.',
    reliability: 'Of a scale’s numbers the first that fits the child is in force.',
    norms: 'For comparison. No score depends on them.',
    settings: 'No computation uses them; a notebook may take them up.',
  },
  none: (parts) => `The file has no: ${parts}.`,

  column: {
    version: 'Version',
    scale: 'Scale',
    band: 'Band',
    computed: 'Computed as',
    needs: 'Answered',
    range: 'Range',
    better: 'Better',
    whom: 'For',
    clinical: 'Clinical',
    kind: 'Measure',
    value: 'Value',
    mean: 'Mean',
    sd: 'SD',
    n: 'n',
    setting: 'Number',
  },
  better: { higher: 'higher', lower: 'lower' },
  clinicalFrom: { higher: (value) => `${value} and below`, lower: (value) => `${value} and above` },
  kinds: {
    alpha: 'Cronbach’s alpha',
    retest: 'Test–retest',
    threshold: 'Published threshold, points',
  },
  inForce: 'in force',
  notInForce: 'not in force',
  alternative: (name) => `not in force; write banding: ${name} in a file of the same name`,
  noBand: 'Not confirmed, so no band is given here.',
  notUsed: 'Not confirmed, so it is not used.',
  upTo: (from, to) => `${from} to under ${to}`,

  method: {
    answer: 'the answer',
    turnedAnswer: 'the answer, reversed',
    sum: 'sum',
    mean: 'mean',
    ofScales: 'sum of the scales',
    points: 'sum of points',
    rounded: 'rounded',
    times: (what, factor) => `${what}\u00a0×\u00a0${factor}`,
    needed: (least, of) => `${least} of ${of}`,
    allScales: 'all',
    to: (first, last) => `${first} to ${last}`,
    isTurned: (item) => `${item} (reversed)`,
    gives: (answer, points) => `the answer ${answer} gives ${points}`,
    missing: (points) => `unanswered gives ${points}`,
    unless: (item, answer, score) => `${item} = ${answer} gives the score ${score}`,
  },

  change: {
    title: 'How a change is judged',
    pairsTitle: 'Pairs',
    pairs:
      'A course counts for a scale when the scale has a score both before and after. If one is missing there is no change. Nothing is computed across two data sets.',
    directionTitle: 'Improved, unchanged, deteriorated',
    direction:
      'The sign of the change decides: a score that is better after than before is improved, however little. Two equal scores are unchanged. Whether higher or lower is better stands by each scale.',
    reliableTitle: 'Reliable change',
    reliable:
      'A change is reliable when it is larger than measurement error (Jacobson and Truax, 1991). The threshold in points is',
    formula: '1.96 × √2 × SD × √(1 − reliability)',
    example:
      'With an SD of 7.5 and a reliability of 0.80 the threshold is 9.30 points: 9 points are not enough, 10 are.',
    spread:
      'SD is the spread of the score before, over all pairs of one data set. It is the same when numbers are shown for a group. Where the file has a published threshold that is in force instead.',
    equal:
      'The change must be larger than the threshold. If the two are equal the change is not reliable. They are compared to nine decimals. Where there is no reliability for the scale the field is empty.',
    which:
      'Which reliability fits the child is decided by age, sex and who answered the first time; the age is the one that stands in the course.',
    clinicalTitle: 'Clinical change',
    clinical:
      'A score at the cut-off is clinical, and so is every score on the worse side of it. Only those who got past the cut-off are out of the clinical range. Without a cut-off that fits the child the field is empty, as it is where no reliable change can be computed.',
    code: 'Class',
    meaning: 'Means',
    classes: {
      recovered: 'Clinical before, not clinical after, and reliably better.',
      improved: 'Clinical before and after, but reliably better.',
      unchanged: 'Clinical before, and no reliable change, wherever the score ended.',
      deteriorated: 'Clinical before, and reliably worse.',
      started_well: 'Not clinical before, and not reliably worse.',
      well_deteriorated: 'Not clinical before or after, but reliably worse.',
      harmed: 'Not clinical before, clinical after, and reliably worse.',
    },
    addedTitle: 'Added value (SDQ)',
    added:
      'What the child’s total difficulties would be expected to be after without treatment, less what they are. Above zero is better than expected:',
    addedFormula: '2.3 + 0.8 × total before + 0.2 × impact before − 0.3 × emotional before − total after',
    addedHelp:
      'Made on 604 children with a disorder or worried parents, about half a year between. For one child the 95\u00a0% interval is ± 10 points, for 100 children ± 1. It does not hold for children at low risk.',
    addedSource: 'sdqinfo.org, e10; Ford et al. 2009',
    overrideTitle: 'Your own numbers',
    override:
      'A notebook can put norms, cut-offs and reliabilities of its own in the place of the file’s. They hold in that notebook only and stand in its header.',
  },

  reportsTitle: 'Reports that the sources name',
  reports: [
    ['000', 'Projekt BRUS: first annual report on the project'],
    [
      '002',
      'Midterm evaluation of the pool Behandlingstilbud til børn og unge fra familier med stof- eller alkoholmisbrug. Rambøll for Socialstyrelsen',
    ],
    ['004', 'BALLAST, KFUM: annual report on the project'],
  ],
};
