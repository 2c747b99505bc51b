import type { table as danish } from '../da/table';

export const table: typeof danish = {
  filter: (column) => `Filter ${column}`,
  texts: 'text',
  numbers: '> 5 or 2..4',
  from: (least, most) => `${least} to ${most}`,
  distinct: (count) => `${count} different`,
  missing: (count) => `${count} missing`,
};
