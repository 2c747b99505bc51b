import { together } from '../together';
import type { merge as danish } from '../da/merge';

/** "Merge groups": what lets a table be shown that tells of too few. */
export const merge: typeof danish = {
  title: 'Merge groups',
  open: 'Merge groups …',
  about:
    'Fewer and larger groups can be shown. The proposal changes as little as can be; change it as you like.',
  tooFew: 'There are too few children in all: the table cannot be shown, not with fewer groups either.',
  cannot:
    'The groups of this table cannot be added up by themselves: its calculation is not one count with count(*) AS n where each child is in one row. Change the calculation.',
  waits: 'The table has not been computed yet. Run the cell first.',
  missing: 'Unanswered',
  rest: 'Other groups',
  and: (names, own) => together(names, 'and', own),
  out: (division) => `Do not divide by ${division}`,
  fixed: (division) => `${division} stays as it is: the same child can be under several.`,
  join: 'Merge the chosen',
  joinHint: 'Tick at least two.',
  apart: 'Take apart',
  split: (name) => `Take apart: ${name}`,
  name: (codes) => `Name of ${codes}`,
  again: 'The proposal again',
  faults: {
    nothing: 'Choose what is to be merged.',
    'nothing-left': 'At least one division must stay.',
    unnamed: 'Give the merged group a name.',
    taken: (name) => `There is a group called “${name}” already.`,
    number: (name) => `“${name}” is a number. Give the group a name with letters.`,
  },
  shown: (rows) => `The table can be shown: ${rows === '1' ? 'its one row' : `all ${rows} rows`}.`,
  partly: (hidden, rows) => `The table can be shown, but ${hidden} of ${rows} rows are still hidden.`,
  refused: 'The table still cannot be shown.',
  conflict:
    'The old table and the new one give a small group away together. They cannot both be shared: let the new one take the place of the old.',
  lost: (columns) => `Left out, since it cannot be computed from groups: ${columns}.`,
  weighted: 'Counts are added up. Means and shares are weighted by how many children are behind them.',
  instead: 'In place of the old table, which becomes a step on the way that is not shown',
  charts: (names) => `Draw the chart of the new groups too: ${names}`,
  chartsInstead: (names) => `The chart is drawn of the new groups: ${names}.`,
  chartsNot: (names) => `The chart cannot be drawn of the new groups: ${names}.`,
  insert: 'Put into the notebook',
  insertAbout: 'It becomes an ordinary cell, whose calculation you can see and change.',
  titleOf: (title) => `${title}, groups merged`,
};
