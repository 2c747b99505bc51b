import type { theory as danish } from '../da/theory';

export const theory: typeof danish = {
  title: 'Theory of change',
  noIndicator: 'No indicator',
  leadsTo: (boxes) => `Leads to: ${boxes}`,
  asList: 'Show as a list',
  asPicture: 'Hide the list',
  edit: 'Edit the theory of change',
  coverage: (told, all) =>
    told === all
      ? `All ${all} expected results have an indicator.`
      : told === 0
        ? `None of the ${all} expected results has an indicator: the data cannot speak to them here.`
        : `${told} of ${all} expected results have an indicator. The data cannot speak to the others here.`,
  newSteps: ['Activities', 'Expected results'],
};
