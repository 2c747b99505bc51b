/** What is told of the questionnaires: of each one what its file says, and of all how a change is judged. */
export const instruments = {
  link: 'Skemaer og scoring',
  title: 'Skemaerne, og hvordan de regnes',
  lede: 'Siden er lavet af de samme filer, som scorerne regnes efter. Hvert tal står med sin kilde, og med hvor sikkert det er.',
  contents: 'Indhold',
  home: 'Til forsiden',
  wording:
    'Spørgsmålenes ordlyd er skemaernes ophavsmænds og findes ikke i Pejling. Her står kun koder og regler.',

  sureTitle: 'Hvor sikkert er det?',
  sure: {
    seen: 'Læst i kilden',
    derived: 'Regnet ud fra kilden',
    memory: 'Ubekræftet',
    assumed: 'Vores antagelse',
  },
  sureHelp: {
    seen: 'Tallet eller reglen er læst i den kilde, der står ved siden af.',
    derived: 'Det følger ved regning af noget, der er læst i kilden.',
    memory: 'Det nævnes i feltet, men er ikke set i en kilde. Ingen beregning bruger det.',
    assumed: 'Der er intet offentliggjort. Valget er vores, og en fil af jeres egen kan træde i stedet.',
  },
  source: 'Kilde',

  facts: {
    respondents: 'Hvem svarer',
    ages: 'Alder',
    when: 'Hvornår',
    items: 'Svar',
    reversed: 'Vendte svar',
    file: 'Fil og tabel',
    licence: 'Rettigheder',
    configurable: 'Ikke offentliggjort',
  },
  sessions: (kinds: string) => `Ved hver session: ${kinds}`,

  answers: (items: string, from: string, to: string) => `${items}: ${from}–${to}`,
  betweenWhole: 'også mellem to hele tal',
  turned: (items: string, sum: string) => `${items} tæller som ${sum} minus svaret`,
  version: (name: string, version: string, table: string) =>
    `${name}.yaml, udgave ${version}; tabellen ${table}`,

  years: (from: string, to: string) => (from === to ? `${from} år` : `${from}–${to} år`),
  sexes: { girl: 'Piger', boy: 'Drenge' },
  answeredBy: (respondent: string) => `besvaret af: ${respondent}`,
  everybody: 'Alle',
  others: 'Øvrige',

  parts: {
    versions: 'Udgaver af skemaet',
    scales: 'Skalaer og scoring',
    bands: 'Bånd',
    cutOffs: 'Grænseværdier',
    reliability: 'Reliabilitet',
    norms: 'Normer',
    settings: 'Andre tal',
  },
  leads: {
    versions: 'Udgaverne har de samme kolonner og samme scoring. Barnets alder afgør, hvilken det er.',
    bands: 'Et bånd begynder ved sit første tal og slutter lige før det næste begynder.',
    cutOffs:
      'Af en skalas sæt gælder det, der står først. I sættet gælder den første, der passer til barnet.',
    reliability: 'Af en skalas tal gælder det første, der passer til barnet.',
    norms: 'Til sammenligning. Ingen score afhænger af dem.',
    settings: 'Ingen beregning bruger dem; en notesbog kan tage dem i brug.',
  },
  none: (parts: string) => `Filen har ingen: ${parts}.`,

  column: {
    version: 'Udgave',
    scale: 'Skala',
    band: 'Bånd',
    computed: 'Regnes',
    needs: 'Besvaret',
    range: 'Spænd',
    better: 'Bedst',
    whom: 'For',
    clinical: 'Klinisk',
    kind: 'Mål',
    value: 'Værdi',
    mean: 'Gennemsnit',
    sd: 'SD',
    n: 'n',
    setting: 'Tal',
  },
  better: { higher: 'højere', lower: 'lavere' },
  clinicalFrom: {
    higher: (value: string) => `${value} og derunder`,
    lower: (value: string) => `${value} og derover`,
  },
  kinds: {
    alpha: 'Cronbachs alfa',
    retest: 'Gentagen måling',
    threshold: 'Offentliggjort grænse, point',
  },
  inForce: 'i brug',
  notInForce: 'ikke i brug',
  alternative: (name: string) => `ikke i brug; skriv banding: ${name} i en fil af samme navn`,
  noBand: 'Ikke bekræftet, så her gives intet bånd.',
  notUsed: 'Ikke bekræftet, så det bruges ikke.',
  upTo: (from: string, to: string) => `${from} til under ${to}`,

  method: {
    answer: 'svaret',
    turnedAnswer: 'svaret, vendt',
    sum: 'sum',
    mean: 'gennemsnit',
    ofScales: 'sum af skalaerne',
    points: 'sum af point',
    rounded: 'rundet',
    times: (what: string, factor: string) => `${what}\u00a0×\u00a0${factor}`,
    needed: (least: string, of: string) => `${least} af ${of}`,
    allScales: 'alle',
    to: (first: string, last: string) => `${first} til ${last}`,
    isTurned: (item: string) => `${item} (vendt)`,
    gives: (answer: string, points: string) => `svaret ${answer} giver ${points}`,
    missing: (points: string) => `ubesvaret giver ${points}`,
    unless: (item: string, answer: string, score: string) => `${item} = ${answer} giver scoren ${score}`,
  },

  change: {
    title: 'Sådan bedømmes en ændring',
    pairsTitle: 'Par',
    pairs:
      'Et forløb indgår for en skala, når skalaen har en score både før og efter. Mangler den ene, er der ingen ændring. Intet regnes på tværs af to datasæt.',
    directionTitle: 'Fremgang, status quo, tilbagegang',
    direction:
      'Ændringens fortegn afgør det: en score, der er bedre efter end før, er fremgang, uanset hvor lidt. To ens scorer er status quo. Om højere eller lavere er bedst, står ved hver skala.',
    reliableTitle: 'Pålidelig ændring',
    reliable:
      'En ændring er pålidelig, når den er større end måleusikkerheden (Jacobson og Truax, 1991). Grænsen i point er',
    formula: '1,96 × √2 × SD × √(1 − reliabilitet)',
    example: 'Med SD 7,5 og reliabilitet 0,80 er grænsen 9,30 point: 9 point er ikke nok, 10 er.',
    spread:
      'SD er spredningen i scoren før, over alle par i ét datasæt. Den er den samme, når tallene vises for en gruppe. Har filen en offentliggjort grænse, gælder den i stedet.',
    equal:
      'Ændringen skal være større end grænsen. Er de lige store, er ændringen ikke pålidelig. Der sammenlignes med ni decimaler. Findes ingen reliabilitet for skalaen, er feltet tomt.',
    which:
      'Hvilken reliabilitet der passer til barnet, afgøres af alder, køn og hvem der svarede første gang; alderen er den, der står i forløbet.',
    clinicalTitle: 'Klinisk ændring',
    clinical:
      'En score på grænseværdien er klinisk, og det er alle på den dårlige side af den også. Ude af klinisk område er kun den, der er kommet forbi grænseværdien. Uden en grænseværdi, der passer til barnet, er feltet tomt; det er det også, når der ikke kan regnes en pålidelig ændring.',
    code: 'Klasse',
    meaning: 'Betyder',
    classes: {
      recovered: 'Klinisk før, ikke klinisk efter, og pålideligt bedre.',
      improved: 'Klinisk før og efter, men pålideligt bedre.',
      unchanged: 'Klinisk før, og ingen pålidelig ændring, uanset hvor scoren endte.',
      deteriorated: 'Klinisk før, og pålideligt dårligere.',
      started_well: 'Ikke klinisk før, og ikke pålideligt dårligere.',
      well_deteriorated: 'Ikke klinisk før eller efter, men pålideligt dårligere.',
      harmed: 'Ikke klinisk før, klinisk efter, og pålideligt dårligere.',
    },
    addedTitle: 'Merværdi (SDQ)',
    added:
      'Hvad barnets samlede vanskeligheder ventes at være efter uden indsats, minus hvad de er. Over nul er bedre end ventet:',
    addedFormula: '2,3 + 0,8 × samlede før + 0,2 × belastning før − 0,3 × emotionelle før − samlede efter',
    addedHelp:
      'Lavet på 604 børn med en psykisk lidelse eller bekymrede forældre, med omkring et halvt år imellem. For ét barn er 95\u00a0%-intervallet ± 10 point, for 100 børn ± 1. Den gælder ikke børn med lav risiko.',
    addedSource: 'sdqinfo.org, e10; Ford m.fl. 2009',
    overrideTitle: 'Egne tal',
    override:
      'En notesbog kan sætte egne normer, grænseværdier og reliabiliteter i stedet for filens. De gælder kun i den notesbog og står i dens hoved.',
  },

  reportsTitle: 'Rapporter, som kilderne nævner',
  reports: [
    ['000', 'Projekt BRUS: første årlige rapport om projektet'],
    [
      '002',
      'Midtvejsevaluering af puljen Behandlingstilbud til børn og unge fra familier med stof- eller alkoholmisbrug. Rambøll for Socialstyrelsen',
    ],
    ['004', 'BALLAST, KFUM: årlig rapport om projektet'],
  ] as readonly (readonly [string, string])[],
};
