/** What a table says when one looks closer at it. */
export const table = {
  filter: (column: string) => `Filtrér ${column}`,
  texts: 'tekst',
  numbers: '> 5 eller 2..4',
  from: (least: string, most: string) => `${least} til ${most}`,
  distinct: (count: string) => `${count} forskellige`,
  missing: (count: string) => `${count} mangler`,
};
