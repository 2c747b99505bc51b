/** What is in memory, what is remembered, how it is forgotten, and when the page locks. */
export const memory = {
  title: 'Hukommelse',
  onlyMemory: 'Data er kun i hukommelsen og væk, når fanen lukkes.',
  remember: 'Husk på denne enhed …',
  remembered: (date: string) => `Husket på denne enhed til ${date}, krypteret.`,
  following: 'Det, du ændrer, følger med.',
  stop: 'Husk ikke længere',
  keysApart:
    'Cpr-numre er erstattet i flere omgange. De samme børn kan derfor ikke kobles på cpr-nummer mellem det huskede og filer, der er åbnet siden.',
  not: {
    elsewhere: 'Huskes ikke længere: en anden fane har ændret eller glemt det.',
    room: 'Der er ikke plads i browseren. Det nyeste er ikke husket.',
    other: (message: string) => `Det nyeste kunne ikke huskes. Browseren siger: ${message}`,
  },

  form: {
    title: 'Husk på denne enhed',
    what: (date: string) =>
      `Det, der er indlæst, gemmes krypteret i denne browser til ${date} og slettes så. Filerne selv gemmes ikke. Cpr-numre er erstattet; alle andre kolonner følger med.`,
    lost: 'Ingen kan genskabe adgangssætningen. Glemmes den, må filerne vælges igen.',
    replaces: 'Det, der er husket her i forvejen, bliver erstattet.',
    phrase: 'Adgangssætning',
    rule: (least: string) => `Mindst ${least} tegn. Flere ord er lettere at huske og sværere at gætte.`,
    again: 'Adgangssætningen igen',
    short: (least: string) => `Adgangssætningen skal være på mindst ${least} tegn.`,
    differs: 'De to er ikke ens.',
    save: 'Husk det',
    saving: 'Krypterer …',
  },

  unlock: {
    title: (date: string, files: number) => `Husket til ${date}: ${files === 1 ? '1 fil' : `${files} filer`}`,
    phrase: 'Adgangssætning',
    open: 'Lås op',
    opening: 'Låser op …',
    why: {
      phrase:
        'Den adgangssætning passer ikke. Passer den ellers altid, er det huskede beskadiget; så må filerne vælges igen.',
      damaged: 'Det huskede er beskadiget og kan ikke bruges. Vælg filerne igen.',
      gone: 'Det huskede er ikke her mere. Vælg filerne igen.',
      other: 'Det huskede kunne ikke læses. Prøv igen, eller vælg filerne igen.',
    },
    unreadable: 'Her er husket noget, som denne udgave af Pejling ikke kan læse. Det kan glemmes.',
    waits: (date: string) => `Her er husket data til ${date}.`,
    home: 'Lås op på forsiden',
  },

  lock: {
    after: 'Lås efter',
    minutes: (count: string) => (count === '60' ? 'en time uden brug' : `${count} minutter uden brug`),
    never: 'Lås ikke af sig selv',
    warning: (clock: string) =>
      `Siden har ikke været i brug. Kl. ${clock} låser den, og data går ud af hukommelsen.`,
    stay: 'Bliv her',
    locked: 'Låst, fordi siden ikke var i brug',
    out: 'Data er ude af hukommelsen. Notesbogen står under »Senest åbnet«.',
    unlock: 'Lås det huskede op, eller vælg filerne igen.',
    choose: 'Data var ikke husket: vælg filerne igen.',
  },

  forget: {
    link: 'Glem alt på denne enhed …',
    title: 'Glem alt på denne enhed',
    lede: 'Alt, hvad Pejling har lagt i denne browser, slettes: notesbøgerne på hylden og deres versioner, det, der er husket, hvad filers kolonner er, og dine valg. Filer, du selv har gemt, bliver liggende.',
    button: 'Glem alt',
    sure: 'Notesbøgerne og det huskede kan ikke fås tilbage. Skal alt glemmes?',
    yes: 'Ja, glem alt',
    no: 'Behold det',
    working: 'Glemmer …',
    kind: 'Sted i browseren',
    here: 'Ligger her nu',
    was: 'Var her',
    left: 'Er her endnu',
    nothing: 'intet',
    unknown: 'kan ikke ses i denne browser',
    kinds: {
      databases: 'Databaser (IndexedDB)',
      caches: 'Mellemlagre (Cache)',
      files: 'Filer (OPFS)',
      local: 'Valg (localStorage)',
      session: 'Fanens valg (sessionStorage)',
      cookies: 'Cookies',
      workers: 'Service workers',
    },
    done: 'Alt er glemt',
    some: 'Noget er her endnu',
    /** What the list says that was read anew after the wiping. */
    proof: {
      empty: 'Listen er læst igen bagefter: der er intet tilbage.',
      some: 'Det holdes sikkert af en anden fane. Luk andre faner med Pejling, og prøv igen.',
      unseen:
        'Listen er læst igen bagefter: der er intet tilbage, hvor siden kan se det. Resten kan slettes i browserens indstillinger.',
    },
    tabs: (count: string) =>
      count === '1'
        ? 'Pejling er åben i en fane til. Det, den har i hukommelsen, forsvinder først, når den lukkes.'
        : `Pejling er åben i ${count} faner til. Det, de har i hukommelsen, forsvinder først, når de lukkes.`,
    again: 'Prøv igen',
    fresh: 'Begynd forfra',
  },
};
