/** What an import says of itself. A problem reads: place, rule, action. */
interface Found {
  readonly column: string;
  readonly value: string;
  /** What was done, where the sentence depends on it. */
  readonly action?: string;
}

interface Field {
  readonly path: string;
  readonly detail: string;
  readonly allowed: string;
}

const stands = ({ path, detail }: Field) => `Feltet ${path} i skemaet er ${detail}.`;

const seems: Readonly<Record<string, string>> = {
  pdf: 'en PDF',
  image: 'et billede',
  office: 'et ældre Office-dokument (som .xls)',
  html: 'en webside (HTML), hvad den så end hedder,',
  xml: 'XML',
  json: 'JSON',
  rtf: 'et tekstdokument (RTF)',
  document: 'et Office-dokument, men ikke et regneark,',
  ods: 'et regneark fra LibreOffice (ods)',
  numbers: 'et regneark fra Numbers',
  xlsb: 'et binært regneark (xlsb)',
  'feather-1': 'en Feather-fil af den gamle slags (version 1)',
  stata: 'en Stata-fil',
  sas: 'en SAS-fil',
  'spss-portable': 'en SPSS-fil af den gamle slags (.por)',
  'spss-letters': 'en SPSS-fil med et tegnsæt, vi ikke kender,',
  r: 'en R-fil',
  sqlite: 'en database (SQLite)',
  packed: 'pakket på en måde, vi ikke kan pakke ud,',
};
const columnName = (column: string) => (column === '' ? 'Kolonnen uden navn' : `Kolonnen ${column}`);

export const imports = {
  rules: {
    'empty-file': () => 'Filen er tom.',
    'other-format': ({ value }: Found) =>
      `Filen er ${seems[value] ?? 'hverken tekst eller et format, vi kender,'} og kan ikke læses. Gem den som CSV eller Excel (xlsx), og prøv igen.`,
    'locked-file': () => 'Filen er låst med en adgangskode. Gem den uden, og prøv igen.',
    'other-packing': ({ value }: Found) =>
      `Filen er pakket med ${value}, som vi ikke kan pakke ud. Gem den uden, og prøv igen.`,
    'packed-twice': () => 'Filen er pakket i en pakket fil. Pak den yderste ud, og prøv igen.',
    'too-large': ({ value }: Found) => `Filen er på ${value} MB, og der læses højst 500 MB ad gangen.`,
    'too-large-unpacked': ({ value }: Found) =>
      `Pakket ud er filen over ${value} MB, og så meget kan browseren ikke have i hukommelsen.`,
    'packed-too-far': ({ value }: Found) =>
      `Pakket ud er filen over ${value} MB og mere end 200 gange så stor som pakket. Sådan er data aldrig, så den er ikke læst.`,
    'too-many-files': ({ value }: Found) =>
      `Den pakkede fil har ${value} filer i sig, og der læses højst 1000.`,
    'too-many-rows': () => 'Filen har over 5 millioner rækker, og flere læses ikke.',
    'too-many-columns': ({ value }: Found) =>
      `Filen har ${value} kolonner, og det har intet udtræk. Er den et udtræk?`,
    'damaged-file': ({ value }: Found) =>
      `Filen er beskadiget eller ikke hentet helt (${value}). Hent den igen, og prøv igen.`,
    'rows-missing': ({ value }: Found) =>
      `Filen siger selv, at den har flere eller færre rækker, end der står i den (læst / lovet: ${value}). Hent den igen, og prøv igen.`,
    'unknown-table': ({ value }: Found) =>
      `Hverken filens navn eller dens kolonner hører til noget, vi kender. Den har: ${value}.`,
    'no-key-column': ({ column, value }: Found) =>
      `Kolonnen ${column} mangler, og uden den kan rækkerne ikke kobles. Filen har: ${value}.`,
    'no-parts': () =>
      'Ingen kolonne er sat til at sige, hvilket forløb en række hører til, eller der er intet andet at læse.',
    unreadable: ({ value }: Found) => `Filen kunne ikke læses som tabel: ${value}.`,
    'unknown-column': ({ column }: Found) => `${columnName(column)} kender vi ikke.`,
    'nested-column': ({ column }: Found) =>
      `${columnName(column)} har lister eller sammensatte værdier, som ikke kan læses.`,
    'doubled-column': ({ column }: Found) => `${columnName(column)} står to gange; den første er brugt.`,
    'unmapped-column': ({ column }: Found) =>
      `${columnName(column)} er valgt fra, da kolonnerne blev sat på plads.`,
    'civil-number': ({ column, value }: Found) =>
      value === ''
        ? `I kolonnen ${column} stod et cpr-nummer.`
        : `Kolonnen ${column} har cpr-numre (${value}).`,
    'unknown-question': ({ value }: Found) => `${value} er ikke et spørgsmål, vi kender.`,
    'unmapped-question': ({ column, value }: Found) =>
      `Spørgsmålet ${column} er valgt fra (${value} rækker).`,
    'ragged-row': ({ value }: Found) => `Rækken har ${value} felter og passer ikke til overskriften.`,
    'open-quote': () => 'Rækken har et anførselstegn, der ikke bliver lukket.',
    'long-row': () => 'Rækken er over en million tegn lang.',
    'missing-key': ({ column }: Found) => `Rækken har ingen ${column}.`,
    'doubled-row': ({ value, action = 'row-left-out' }: Found) =>
      action === 'row-left-out'
        ? `${value} står der allerede; den første er brugt.`
        : `${value} står der flere gange.`,
    'test-person': ({ value }: Found) => `${value} ser ud til at være en prøve og ikke et barn.`,
    'no-course': ({ value }: Found) => `Målingen hører til forløbet ${value}, som ikke er i courses.`,
    'no-courses': () => 'Udtrækket har ingen courses, så målingerne har hverken alder, køn eller projekt.',
    differs: ({ column, value }: Found) =>
      `Rækker om samme forløb siger noget forskelligt i ${column}: ${value}. Den første er brugt.`,
    'error-cell': ({ column, value }: Found) =>
      `Regnearket viser fejlen ${value} i ${column}, ikke en værdi.`,
    'unknown-code': ({ column, value }: Found) => `${value} er ikke en kode i ${column}.`,
    'not-a-number': ({ column, value }: Found) => `${value} i ${column} er ikke et tal.`,
    'not-whole': ({ column, value }: Found) => `${value} i ${column} er ikke et helt tal.`,
    'out-of-range': ({ column, value }: Found) => `${value} er uden for det, ${column} kan være.`,
    'bad-date': ({ column, value }: Found) => `${value} i ${column} er ikke en dato.`,
    'ended-before-started': ({ value }: Found) => `Forløbet slutter ${value}, før det begynder.`,
    'other-wave': ({ value }: Found) => `Skemaet bruges ikke ved målingen ${value}.`,
    'other-age': ({ value }: Found) => `Barnet er ${value} år ved start, og skemaet er til en anden alder.`,
    'before-start': ({ value }: Found) =>
      `Målingen er fra ${value}, før forløbet er registreret eller begyndt.`,
    'after-end': ({ value }: Found) => `Målingen er fra ${value}, efter at forløbet er afsluttet.`,
    'waves-reversed': ({ value }: Found) => `Eftermålingen er fra ${value}, før førmålingen.`,
  },
  actions: {
    'file-left-out': 'Filen er ikke brugt.',
    'column-left-out': 'Kolonnen er ikke læst.',
    'row-left-out': 'Rækken er udeladt.',
    'earlier-row-left-out': 'Rækken er udeladt, og en senere er brugt.',
    'every-row-left-out': 'Alle rækkerne er udeladt.',
    'value-left-out': 'Værdien er sat til ubesvaret; resten af rækken er brugt.',
    replaced: 'De er erstattet af kodenumre, før noget blev indlæst, og er ingen steder i programmet.',
    kept: 'Rækken er beholdt.',
  },
  /** Why a file is no instrument that can be used. `path` is the field, `detail` what stands there, `allowed` what may. */
  instrument: {
    'no-instrument': () =>
      'Filen er ikke et skema. Et skema har blandt andet felterne name, table, items og scales.',
    'too-big': ({ allowed }: Field) =>
      `Filen er for stor til at være et skema; den må højst være på ${allowed} tegn.`,
    'not-yaml': ({ detail, allowed }: Field) =>
      `Skemaet kan ikke læses som YAML ved linje ${allowed} (${detail}).`,
    missing: ({ path }: Field) => `Skemaet mangler feltet ${path}.`,
    'unknown-field': ({ path }: Field) => `Skemaet har feltet ${path}, som ikke findes.`,
    'one-of': (field: Field) => `${stands(field)} Det kan kun være ${field.allowed}.`,
    'not-a-number': (field: Field) => `${stands(field)} Det skal være et tal.`,
    'not-whole': (field: Field) => `${stands(field)} Det skal være et helt tal.`,
    'not-text': (field: Field) => `${stands(field)} Det skal være tekst.`,
    'not-a-list': (field: Field) => `${stands(field)} Det skal være en liste.`,
    'not-fields': (field: Field) => `${stands(field)} Det skal have felter under sig.`,
    'not-a-name': (field: Field) =>
      `${stands(field)} Et navn skrives med små bogstaver a–z, tal og _ og begynder med et bogstav.`,
    empty: ({ path }: Field) => `Feltet ${path} i skemaet er tomt.`,
    'too-few': ({ path, allowed }: Field) => `Listen ${path} i skemaet skal have mindst ${allowed}.`,
    'too-many': ({ path, allowed }: Field) => `Listen ${path} i skemaet må højst have ${allowed}.`,
    'too-long': ({ path, allowed }: Field) =>
      `Feltet ${path} i skemaet er for langt; det må højst være på ${allowed} tegn.`,
    'too-low': (field: Field) => `${stands(field)} Det skal være mindst ${field.allowed}.`,
    'not-above': (field: Field) => `${stands(field)} Det skal være over ${field.allowed}.`,
    'too-high': (field: Field) => `${stands(field)} Det må højst være ${field.allowed}.`,
    'not-allowed': (field: Field) => `${stands(field)} Det kan det ikke være.`,
    'unknown-name': ({ path, detail }: Field) =>
      `Feltet ${path} i skemaet nævner ${detail}, som ikke står i filen.`,
    'made-later': ({ path, detail }: Field) =>
      `Feltet ${path} i skemaet bruger ${detail}, som først kommer længere nede.`,
    twice: ({ path, detail }: Field) => `Feltet ${path} i skemaet har ${detail}, som står der i forvejen.`,
    'reserved-word': (field: Field) => `${stands(field)} Det er et ord i SQL og kan ikke være et navn.`,
    'not-rising': ({ path, detail }: Field) =>
      `Tallene i feltet ${path} i skemaet skal stige; ${detail} gør det ikke.`,
    'needs-too-many': ({ path, detail }: Field) =>
      `Feltet ${path} i skemaet kræver ${detail} svar og har færre spørgsmål.`,
    'too-many-items': ({ path, detail }: Field) =>
      `Feltet ${path} i skemaet kommer op på ${detail} spørgsmål, og det er for mange at regne med.`,
    taken: ({ path, detail, allowed }: Field) =>
      `Feltet ${path} i skemaet er ${detail}, og det navn er optaget${allowed === '' ? '' : ` af ${allowed}`}.`,
  },
  steps: { read: 'Læser', check: 'Kontrollerer', 'hand-over': 'Lægger klar' },
  place: (file: string, line: string | null) => (line === null ? file : `${file}, linje ${line}`),
  /** Numbers as the reader's language writes them. */
  summary: (kept: string, rows: string) => `${kept} af ${rows} rækker er brugt`,
  more: (count: string) => `og ${count} til, alle i tabellen import_problems`,
  none: 'Alle rækker og værdier kunne bruges.',
};
