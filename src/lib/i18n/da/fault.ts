/** What is wrong in a file that a person wrote by hand, as the end of a sentence that says where. */
export const fault = {
  syntax: {
    indent: 'indrykningen passer ikke med linjerne omkring',
    tab: 'linjen er rykket ind med tabulator. Brug mellemrum',
    twice: 'det samme felt står to gange',
    unclosed: 'der mangler et tegn, for eksempel et afsluttende citationstegn eller en parentes',
    open: 'det slutter ikke med en linje med ---',
    deep: 'der står for mange lag inden i hinanden',
    other: 'det kan ikke læses som felter af formen navn: værdi',
  },
  unknownField: (field: string) => `feltet ${field} kendes ikke her`,
  missing: (field: string) => `feltet ${field} mangler`,
  notAllowed: (field: string, found: string, wanted: string) => {
    const where = field === '' ? 'det, der står her,' : `feltet ${field}`;
    return found === '' ? `${where} ${wanted}` : `${where} ${wanted}; der står ${found}`;
  },
  wanted: {
    oneOf: (values: string) => `skal være ${values}`,
    atLeast: (limit: string) => `skal være mindst ${limit}`,
    atMost: (limit: string) => `må højst være ${limit}`,
    other: 'er ikke gyldigt',
    type: {
      text: 'skal være en tekst',
      number: 'skal være et tal',
      'whole-number': 'skal være et helt tal',
      truth: 'skal være true eller false',
      list: 'skal være en liste',
      fields: 'skal være felter af formen navn: værdi',
    },
  },
};
