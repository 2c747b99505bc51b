import type { codebook as danish } from '../da/codebook';

export const codebook: typeof danish = {
  title: 'Codebook',
  field: 'Search the codebook',
  hint: 'e.g. mother drinks',
  all: (count: string) => `All ${count} variables`,
  found: (count: string) => `${count} found`,
  none: 'Nothing found. Try another word, or fewer.',
  more: (count: string) => `Show ${count} more`,
  insert: 'Insert in the cell',
  inserted: (sql: string) => `${sql} has been inserted in the cell.`,
  noCell: 'First place the cursor in a SQL cell, then choose again. What is to stand in the cell is',
  codes: (count: string) => (count === '1' ? '1 code' : `${count} codes`),
  bands: (count: string) => `${count} bands`,
  rule: 'Rule and source',
  within: (tables: string) => `in ${tables}`,
  otherTables: (count: string) => `and in ${count} more tables`,
  item: (number: string) => `Item\u00a0${number}`,
  partOf: (scales: string) => `Part of ${scales}`,
};
