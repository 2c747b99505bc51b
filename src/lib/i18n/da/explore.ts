/** Questions put together from menus, and the cells they become. */
export const explore = {
  title: 'Udforsk',
  about: 'Sæt et spørgsmål sammen, og se svaret med det samme. Du behøver ikke kunne SQL.',
  what: 'Hvad vil du vide noget om?',
  whoTheyAre: 'Hvem børnene og de unge er',
  whom: 'For hvem?',
  whomAbout:
    'Vælger du flere, gælder de på én gang. Jo mere du vælger fra, jo færre børn er der bag tallene.',
  everybody: 'Alle',
  divided: 'Delt efter hvad?',
  dividedAbout: 'Hver gruppe får sin egen række. Dem, hvor oplysningen mangler, er ikke med i en gruppe.',
  undivided: 'Ikke delt',
  beside: 'Sammenlignet med hvad?',
  besideChoices: {
    nothing: 'Kun sig selv, før og efter',
    everyone: 'Alle i udtrækket',
    exports: 'De andre udtræk',
  },
  besideAnswers: 'Ikke sammenlignet',
  besideNobody: 'Vælg ovenfor, hvem det gælder: så står de ved siden af alle i udtrækket.',
  besideAlone: 'Tallene står alene.',
  besideAbout: {
    nothing: 'Tallene står alene. Tal fra start og slut viser en udvikling, ikke hvad den skyldes.',
    everyone: 'Dem, du har valgt, ved siden af alle i samme udtræk. De valgte er også med blandt alle.',
    exports:
      'Det samme spørgsmål til hvert udtræk, der er åbent. Er et barn i to af dem, er det med i begge.',
  },
  dataset: 'Udtræk',
  norm: (population: string) => `Tegn normen: ${population}`,
  answer: 'Svaret',
  waits: 'Regner …',
  none: 'Ingen har svaret på et skema både ved start og ved slut. Vælg noget om, hvem børnene er.',
  insert: 'Sæt ind i notesbogen',
  insertAbout: 'Det bliver to almindelige celler, en beregning og en figur, som du kan rette i.',
  aboutScale: (measures: string, from: string, to: string, better: string) =>
    `${measures}Fra ${from} til ${to}; ${better}.`,
  aboutVariable: 'Andelen af forløb med hvert svar, blandt dem, hvor oplysningen er kendt.',
  better: { higher: 'højere er bedre', lower: 'lavere er bedre' },

  everyone: 'Alle i udtrækket',
  chosen: 'De valgte',
  twice: 'Hvert forløb er med blandt alle, og er det et af de valgte, også der.',
  beforeAfter: (scale: string) => `${scale}, ved start og ved slut`,
  by: (variable: string) => `, efter ${variable}`,
  besideTitle: {
    nothing: '',
    everyone: ': de valgte ved siden af alle i udtrækket',
    exports: ', i hvert udtræk',
  },
  change: 'Ændring fra start til slut',
  noChange: 'ingen ændring',
  shareOfCourses: 'Andel af forløb med hvert svar.',
  means: (from: string, to: string, better: string) => `Gennemsnit, ${from} til ${to}; ${better}.`,
  guide: {
    arrow: 'Pilen går fra gennemsnittet ved start til gennemsnittet ved slut.',
    points:
      'Hver prik er en gruppes gennemsnitlige ændring fra start til slut. n for hver prik står i tabellen.',
    bars: 'Hver bjælke er andelen med det svar.',
    shares: 'Hver prik er en gruppes andel med det svar. Andelene er af n ved gruppens navn.',
  },
  normLine: (population: string, lines: number) =>
    lines === 1
      ? `Den lodrette streg er normen: ${population}.`
      : `De lodrette streger er normerne: ${population}.`,
  sexes: { girl: 'piger', boy: 'drenge' },
  years: (from: string, to: string) => `${from}–${to} år`,
  onlyKnown: {
    change: 'Kun børn og unge, der er målt både ved start og ved slut.',
    answers: 'Kun forløb, hvor oplysningen er kendt.',
  },
  onlyThose: (those: string) => `Kun: ${those}.`,
  chosenAre: (those: string) => `De valgte: ${those}.`,
};
