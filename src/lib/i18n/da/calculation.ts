/** How one child's answers become one score. */
export const calculation = {
  title: 'Et barns score',
  lede: 'Vælg et forløb, og se hvert svar, hvad det tæller som, og hvordan de bliver til scoren. Det er om ét barn, så det vises kun her på skærmen.',
  instrument: 'Skema',
  scale: 'Skala',
  dataset: 'Datasæt',
  course: 'Forløb',
  wave: 'Måling',
  session: 'Session',
  sessionOf: (session: string, kind: string) => `${session}, ${kind}`,
  typeCourse: 'Skriv en del af forløbets nummer, og vælg på listen.',
  noCourse: (typed: string, instrument: string) =>
    `Intet forløb med ${typed} i nummeret har svaret på ${instrument}.`,
  noAnswers: 'Ingen skemaer er besvaret i de indlæste data.',

  column: {
    item: 'Spørgsmål',
    scale: 'Skala',
    answer: 'Svar',
    counting: 'Sådan tælles det',
    counted: 'Tæller',
  },
  unanswered: 'ubesvaret',
  counting: {
    as_answered: 'som svaret',
    reversed: (sum: string) => `vendt, ${sum} minus svaret`,
    points: 'efter point',
    decides: 'afgør, om de andre tæller',
    scale: 'som scoren',
    unanswered: 'tæller ikke med',
  },
  notCounted: '–',
  sum: 'Sum',

  answered: (answered: string, of: string) => `${answered} af ${of} er besvaret.`,
  needsAll: 'Alle skal være besvaret.',
  needsSome: (least: string) => `Mindst ${least} skal være besvaret.`,
  needsOne: 'Mindst ét skal være besvaret.',
  needsScales: 'Alle skalaerne skal have en score.',

  sumIs: (sum: string) => `Summen er ${sum}.`,
  timesFactor: (sum: string, factor: string, score: string) =>
    `Summen gange ${factor}: ${sum} × ${factor} = ${score}.`,
  meanIs: (sum: string, answered: string, score: string) =>
    `Gennemsnittet af de besvarede: ${sum} / ${answered} = ${score}.`,
  meanTimes: (factor: string, sum: string, answered: string, score: string) =>
    `Gennemsnittet af de besvarede gange ${factor}: ${sum} / ${answered} × ${factor} = ${score}.`,
  rounded: (score: string) => `Rundet til nærmeste hele tal, en halv opad: ${score}.`,
  fixed: (item: string, answer: string, score: string) =>
    `${item} er besvaret med ${answer}, så scoren er ${score}, uanset de andre svar.`,
  noScore: 'Der er ingen score.',
  noScoreFrom: (scales: string) => `Der er ingen score, fordi den mangler for ${scales}.`,
  score: 'Score',
  band: 'Bånd',
  noBand: 'intet: grænserne gælder ikke barnet eller er ikke bekræftet',
  rule: 'Reglen i filen',
  parts: (scale: string) => `Sådan regnes ${scale}`,
  sql: 'Vis SQL',

  all: 'Alles scorer',
  page: 'Skemaer og scoring',
  pageLede: 'Hvad skemaerne måler, deres grænser, normer og kilder står på siden',
  newTab: '(åbner i en ny fane)',
  about: 'Om skemaet: regler, grænser og kilder',
};
