/** The words of the page that holds printed numbers beside those the notebooks compute. */
export const figures = {
  title: 'Om tallene',
  home: 'Til forsiden',
  lede: (values: string, objects: string) =>
    `Midtvejsevalueringen og rapporterne om BRUS og BALLAST har ${values} trykte tal i ${objects} figurer, tabeller og tekster. Her står hvert af dem ved siden af det, Pejling regner ud af de opdigtede udtræk.`,
  shows:
    'Det viser, at regnestykkerne er de samme, og hvad Pejling kan nå. Det viser ikke, at evalueringen havde ret. Børnene i udtrækkene findes ikke: deres svar er lagt, så tallene kommer ud som trykt. Det, der laver svarene, og det, der regner på dem, deler ingen kode.',
  counted: 'Hvad blev der af tallene?',
  documents: {
    '000': 'BRUS’ rapport (000)',
    '002': 'Midtvejsevalueringen (002)',
    '004': 'BALLASTs rapport (004)',
  } as Readonly<Record<string, string>>,
  kinds: {
    computed: 'Regnet',
    constant: 'Norm eller grænse',
    contradicted: 'Modsagt',
    'not-data': 'Ikke data',
    open: 'Mangler',
    lost: 'Gået tabt',
  },
  help: {
    computed: 'En celle i en notesbog regner det ud af udtrækket, og det bliver som trykt.',
    constant: 'Det står i skemaets fil, og de to er ens.',
    contradicted: 'Dokumenterne siger imod sig selv. Det mest grundlæggende tal er holdt.',
    'not-data': 'Ord, vurderinger og andres tal: intet udtræk kan give dem.',
    open: 'Ingen celle giver det endnu.',
    lost: 'Figuren var et billede, og dens tal er ikke i dokumenternes tekst.',
  },
  held: (held: string, all: string) => `${held} af ${all}`,
  objects: (count: string) => `${count} figurer`,
  row: 'Række',
  column: 'Kolonne',
  printed: 'Trykt',
  found: 'Pejling',
  what: 'Hvad',
  n: 'Antal',
  cells: 'Regnet i',
  /** Under hver figur: hvor de to slags tal kommer fra. */
  source: (document: string) =>
    document === '002'
      ? 'Kilde til det trykte: SIV/B98. Kilde til det regnede: syntetiske data.'
      : `Kilde til det trykte: rapporten (${document}). Kilde til det regnede: syntetiske data.`,
  notPublished:
    'Tallene i disse figurer er ikke offentliggjort. Cellen ved siden af regner dem; i eksempeldata er de opdigtet.',
  values: (count: number) => (count === 1 ? 'et tal' : `${count} tal`),
};
