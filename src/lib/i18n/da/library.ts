/** Notebooks as they are kept in this browser: by which tab, and what is wrong when they cannot be. */
export const library = {
  elsewhere: {
    title: 'Notesbogen er åben i en anden fane. Her kan den læses.',
    about: 'Du kan vælge i menuerne her for at se andre tal; det bliver ikke gemt.',
    take: 'Skriv her i stedet',
    declined:
      'Den anden fane har noget, den ikke kan gemme i browseren. Gå til den og gem det som fil; prøv så igen her.',
  },
  versions: {
    title: 'Versioner',
    about:
      'Pejling gemmer selv en version, når du begynder at ændre notesbogen, og derefter cirka hvert femte minut, mens du skriver. De gamle bliver færre med tiden; dem, du giver et navn, bliver. En version er notesbogens tekst, aldrig data eller tal.',
    none: 'Der er ingen versioner endnu. Den første gemmes, når du ændrer noget.',
    off: 'Versioner kan ikke gemmes i denne browser. Gem notesbogen som fil i stedet.',
    name: 'Navn på versionen',
    hint: 'Før mødet i marts',
    keep: 'Gem en version',
    kept: 'Versionen er gemt.',
    automatic: 'Gemt af sig selv',
    at: (day: string, clock: string) => `${day} kl. ${clock}`,
    today: 'i dag',
    restore: 'Hent denne version',
    undoes: 'Fortryd henter notesbogen tilbage, som den er nu.',
    difference: 'Siden da er dette ændret:',
    same: 'Den er, som notesbogen er nu.',
    header: 'Notesbogens oplysninger',
    kinds: { added: 'kommet til', removed: 'fjernet', changed: 'ændret', moved: 'flyttet' },
    changedMoved: 'ændret og flyttet',
    marks: { '+': 'ny linje', '-': 'fjernet linje', ' ': '' } as Readonly<Record<string, string>>,
    left: (count: string) => `${count} linjer som før`,
    leftOne: '1 linje som før',
  },
  trouble: {
    title: 'Notesbogen er ikke gemt i denne browser',
    full: 'Browseren har ikke mere plads til Pejling. Alt står her endnu: gem det som fil, før du lukker fanen. Slet så notesbøger, du ikke bruger, eller ryd op på disken; der prøves igen, hver gang du ændrer noget.',
    off: 'Browseren gemmer ikke noget i dette vindue. Det er sådan i et privat vindue, eller når lagring er slået fra. Alt står her, til du lukker fanen: gem det som fil.',
    closed:
      'En anden fane har slettet eller fornyet det, der er gemt. Alt står her endnu: gem det som fil, og indlæs så siden igen.',
    other:
      'Browseren kunne ikke gemme. Alt står her endnu: gem det som fil, før du lukker fanen. Der prøves igen, hver gang du ændrer noget.',
    save: 'Gem som fil',
  },
};
