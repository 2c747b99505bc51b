/** The sheet for what leaves: report, workbook, log. */
export const share = {
  title: 'Del notesbogens tal',
  about: 'Intet sendes: I får en fil. Det, der kunne røbe et barn, er taget ud af den.',
  held: 'Notesbogen skrives i en anden fane. Her kan den hentes, som den er; hvem den er til, ændres der.',
  audience: 'Hvem skal se det?',
  presets: {
    internal: { name: 'Os selv', what: 'Grupper under 5 skjules. De kan komme med, hvis I skriver hvorfor.' },
    steering: {
      name: 'En styregruppe',
      what: 'Præcise tal. Grupper under 5 skjules, og det, der ville røbe dem.',
    },
    public: {
      name: 'Alle',
      what: 'Antal rundes til nærmeste 5, og intet under 8 vises. Andele regnes af de rundede antal.',
    },
  },
  settings: 'Strengere grænser',
  minimum: 'Færrest børn bag et tal',
  rounding: 'Rund antal til nærmeste',
  noRounding: 'ingen afrunding',
  preparing: 'Ser efter, hvad der kan røbes …',
  withheldTitle: 'Det bliver skjult',
  nothingWithheld: 'Intet skal skjules.',
  withheld: {
    small: (rows: number, values: number) =>
      [
        rows > 0 ? (rows === 1 ? '1 række' : `${rows} rækker`) : '',
        values > 0 ? (values === 1 ? '1 tal' : `${values} tal`) : '',
      ]
        .filter(Boolean)
        .join(' og '),
    'no-count': 'hele tabellen: den siger ikke, hvor mange børn der er bag tallene',
    'single-children': 'hele tabellen: hver række er ét barn',
    'few-crossed': 'hele tabellen: så få børn er delt på flere måder. Slå grupper sammen',
    'left-out': 'udeladt af jer',
  },
  conflictsTitle: 'Stop: to tabeller røber tilsammen en lille gruppe',
  conflict: {
    rest: (one: string, other: string) =>
      `Trækker man »${other}« fra »${one}«, er der nogle ganske få børn tilbage.`,
    changed: (one: string, other: string) =>
      `»${one}« er kun ganske få børn større eller mindre end »${other}«: de børn, der er kommet til eller faldet fra, kan kendes.`,
    sums: (one: string, other: string) =>
      `Sammen med de andre tal røber »${one}« og »${other}« en gruppe på ganske få børn.`,
  },
  place: (table: string, whom: string, when: string) =>
    [table, whom && `(${whom})`, when && `delt ${when}`].filter(Boolean).join(' '),
  leaveOut: (table: string) => `Udelad »${table}«`,
  takeBack: (table: string) => `Tag »${table}« med igen`,
  whole: 'Vis også de små grupper',
  wholeHint: 'Filen må så ikke komme videre. Den siger selv, at intet er skjult.',
  reason: 'Hvorfor skal det deles alligevel?',
  reasonHint: 'Mindst 10 tegn. Det står i filen og i loggen.',
  reasonNeeded: 'Skriv hvorfor, eller udelad en af tabellerne.',
  report: 'Hent rapport',
  workbook: 'Hent tabellerne til Excel',
  done: (file: string) => `Hentet: ${file}`,
  faulty: (table: string) =>
    `Filen er ikke hentet: ved det sidste eftersyn stod der et skjult tal i den (${table}). Det er en fejl i programmet.`,
  failed: 'Filen kunne ikke laves.',
  benchmark: {
    title: 'Til puljens projekter',
    about:
      'Puljens gennemsnit efter skema, alder og køn. Et projekt åbner filen ved siden af sine egne data og ser »Ved siden af puljen«.',
    get: 'Hent puljens benchmark',
  },
  results: {
    title: 'Notesbogen med resultater',
    about:
      'To filer, der hører sammen. Den, der åbner begge i Pejling, ser tabeller og figurer uden jeres data. Det, der er skjult ovenfor, er ikke i dem, og tal fra en celle, som nogen siden retter, vises ikke. Notesbogens tekst kommer med, også noter og beslutninger.',
    notebook: '1. Hent notesbogen',
    get: '2. Hent resultaterne',
    notebookGot: (file: string) => `Hentet: ${file}. Hent også resultaterne.`,
    resultsGot: (file: string) => `Hentet: ${file}. Hent også notesbogen: uden den vises intet.`,
    bothGot: (notebook: string, results: string) => `Hentet: ${notebook} og ${results}. Send begge.`,
  },
  nothing: 'Der er intet, der kan deles.',
  tooLarge: 'Der er flere tal, end en fil med resultater kan rumme. Del notesbogen i to.',
  log: 'Hent loggen over alt, der er delt',
  logged: (count: string) =>
    count === '1' ? '1 ting er delt fra denne browser.' : `${count} ting er delt fra denne browser.`,
  copyStopped: (one: string, other: string) =>
    `Ikke delt: sammen med »${other}« ville »${one}« røbe en lille gruppe.`,
};
