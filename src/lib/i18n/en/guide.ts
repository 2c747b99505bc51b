import type { guide as danish } from '../da/guide';

export const guide: typeof danish = {
  title: 'A short tour',
  of: (at, all) => `${at} of ${all}`,
  next: 'Next',
  back: 'Back',
  skip: 'Skip',
  done: 'Done',
  stops: {
    number:
      'A number with a dotted underline is fetched from a calculation. Press it to see where it comes from.',
    menu: 'The menus are choices. Choose a project or an age, and all that builds on the choice is computed again.',
    chart: '“What do the numbers mean?” explains each number: what it is, of whom, and how sure.',
    explore: 'With a question of your own, put it together from menus in “Explore”. It takes no SQL.',
    report: '“Report” makes one file to read, share and print. Small groups are hidden in it.',
    more: 'Under “More” is “Report”, which makes one file to share and print. Small groups are hidden in it.',
  },
};
