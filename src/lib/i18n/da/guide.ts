/** The guided first visit: one sentence or two for each thing it points at. */
export const guide = {
  title: 'Kort rundtur',
  of: (at: string, all: string) => `${at} af ${all}`,
  next: 'Næste',
  back: 'Tilbage',
  skip: 'Spring over',
  done: 'Færdig',
  stops: {
    number: 'Et tal med prikket streg hentes fra en beregning. Tryk på det for at se, hvor det kommer fra.',
    menu: 'Menuerne er valg. Vælg et projekt eller en alder, og alt, der bygger på valget, regnes igen.',
    chart:
      '»Hvad betyder tallene?« forklarer hvert tal: hvad det er, hvem det gælder, og hvor sikkert det er.',
    explore: 'Har du selv et spørgsmål, så sæt det sammen af menuer i »Udforsk«. Det kræver ikke SQL.',
    report: '»Rapport« laver én fil, der kan læses, deles og skrives ud. Små grupper er skjult i den.',
    more: 'Under »Mere« ligger »Rapport«, der laver én fil til at dele og skrive ud. Små grupper er skjult i den.',
  },
};
