/** A notebook that came from somebody else, and the link that carries one. */
export const trust = {
  title: 'Denne notesbog kommer udefra. Intet i den er kørt.',
  about: (cells: string, tables: string) =>
    `Når du siger til, kører den ${cells} og læser ${tables}. Den kan ikke sende noget ud af browseren.`,
  cells: (count: string) => (count === '1' ? '1 celle' : `${count} celler`),
  tables: (names: readonly string[]) =>
    names.length === 0
      ? 'ingen tabeller'
      : names.length === 1
        ? `tabellen ${names[0] ?? ''}`
        : `tabellerne ${names.join(', ')}`,
  origin: (title: string) => `Den er lavet af den færdige notesbog »${title}«.`,
  differs: 'Se, hvad der er anderledes',
  since: 'I forhold til den færdige notesbog er dette anderledes:',
  noData: 'Der er ingen data endnu. Åbn jeres egne filer, eller brug eksempeldata.',
  demonstration: 'Brug eksempeldata',
  run: 'Kør notesbogen',
  leave: 'Lad den være',
  left: 'Notesbogen kommer udefra og er ikke kørt.',
  problem: {
    title: 'Linket gav ingen notesbog',
    damaged:
      'Noget af linket mangler. Det sker, når det bliver delt over flere linjer. Bed om det igen, eller om filen.',
    newer: 'Linket er lavet med en nyere udgave af Pejling. Bed om notesbogen som fil.',
    'too-large': 'Der er mere i linket, end en notesbog kan fylde. Det er ikke åbnet.',
  },
  link: {
    title: 'Link til notesbogen',
    about:
      'Linket er selve notesbogen: den, der får det, regner på sine egne data. Ingen data og ingen tal er med. Teksten i notesbogen kommer med, også noter og beslutninger.',
    copy: 'Kopiér link til notesbogen',
    copied: 'Linket er kopieret.',
    notCopied: 'Linket kunne ikke kopieres. Kopiér det herfra:',
    tooLong: 'Notesbogen er for lang til et link: mailprogrammer skærer lange links over. Send den som fil.',
    save: 'Gem notesbogen som fil',
  },
  leaving: {
    title: 'Et link ud af Pejling',
    goes: (host: string) => `Dette link går til ${host}.`,
    mails: (to: string) => `Dette link skriver en mail til ${to}.`,
    address: 'Hele adressen',
    open: 'Åbn i en ny fane',
    write: 'Skriv mailen',
    stay: 'Bliv her',
  },
};
