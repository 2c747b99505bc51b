/** Results that came in a file beside a notebook. */
export const resultsFile = {
  title: 'Tallene her er fra en fil',
  about: (when: string) => `De er lavet ${when} og ikke regnet ud her. Uden data kan de ikke efterprøves.`,
  rule: (minimum: string) => `Grupper under ${minimum} børn er ikke vist.`,
  rounded: (rounding: string) => `Antal er rundet til nærmeste ${rounding}.`,
  synthetic: 'De er fra eksempeldata.',
  own: 'Celler, der bliver kørt her, viser deres egne tal.',
  hidden: {
    'unknown-data': 'Ser efter, om det er de samme data …',
    'other-data':
      'Der er åbnet andre data, end tallene i filen er lavet af. Derfor er de ikke vist. Er begge dele jeres egne, og er cellerne kørt, står det ovenfor, hvor mange tal der er ændret.',
    'other-rule':
      'Notesbogen har fået en anden grænse for, hvad der må vises, end da filen blev lavet. Derfor er tallene i filen ikke vist.',
  },
  nothingLeft: 'Alle celler har nu deres egne tal.',
  letGo: 'Fjern tallene fra filen',
  shown: 'fra filen',
  changed: 'Resultatet fra filen hører til en anden udgave af cellen.',
  problem: {
    title: 'Filen med resultater er ikke brugt',
    damaged: 'Den er ikke, som Pejling har skrevet den. Bed om den igen.',
    newer: 'Den er lavet med en nyere udgave af Pejling.',
    'too-large': 'Den er større, end en fil med resultater kan være.',
    unsafe:
      'Der står tal i den, som en regel om små grupper skulle have skjult. Sig det til den, I har den fra.',
    'other-notebook':
      'Den hører ikke til denne notesbog, som den står nu. Åbn den sammen med den notesbog, den fulgte med.',
  },
  close: 'Luk',
};
