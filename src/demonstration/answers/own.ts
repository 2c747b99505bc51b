import { upTo } from './questionnaire';
import type { Questionnaire, Scale } from './questionnaire';

/* The evaluation's own questionnaires. What their figures show is lost but for some numbers, so most levels are invented. */

function single(item: number): Scale {
  return { items: [item], factor: 1, needed: 1 };
}

export const family: Questionnaire = {
  name: 'family',
  prefix: 'family_',
  lowest: 1,
  highest: 3,
  reversed: [5],
  better: 'higher',
  scales: { index: { items: upTo(5), factor: 1, needed: 5 } },
  blocks: [{ items: upTo(5), before: 2.05, after: 2.25 }],
  skippable: [],
  spread: { burden: -0.15, own: 0.3, block: 0, relief: -0.2, eased: 0.35, noise: 0.5 },
};

export const concern: Questionnaire = {
  name: 'concern',
  prefix: 'concern_',
  lowest: 1,
  highest: 5,
  reversed: [],
  better: 'lower',
  scales: { worry: single(1) },
  blocks: [{ items: [1], before: 3.3, after: 2.5 }],
  skippable: [],
  spread: { burden: 0.45, own: 0.6, block: 0, relief: 0.35, eased: 0.5, noise: 0.6 },
};

export const toddler: Questionnaire = {
  name: 'toddler',
  prefix: 'toddler_',
  lowest: 1,
  highest: 3,
  reversed: [7],
  better: 'higher',
  scales: {
    physical: { items: [1, 2, 3], factor: 1, needed: 2 },
    rhythm: { items: [4, 5, 6], factor: 1, needed: 2 },
    sensing: { items: [7, 8, 9], factor: 1, needed: 2 },
    contact: { items: [10, 11, 12], factor: 1, needed: 2 },
    social: { items: [13, 14, 15], factor: 1, needed: 2 },
  },
  blocks: [
    { items: [1, 2, 3], before: 2.7, after: 2.5 },
    { items: [4, 5, 6], before: 2, after: 2.5 },
    { items: [7, 8, 9], before: 2.4, after: 2.5 },
    { items: [10, 11, 12], before: 2.6, after: 2.6 },
    { items: [13, 14, 15], before: 2.3, after: 2.5 },
  ],
  skippable: upTo(15),
  spread: { burden: -0.15, own: 0.2, block: 0.2, relief: 0, eased: 0.15, noise: 0.4 },
};

export const parenting: Questionnaire = {
  name: 'parenting',
  prefix: 'parenting_',
  lowest: 1,
  highest: 5,
  reversed: [],
  better: 'higher',
  scales: { structure: single(1), conflicts: single(2), hard_times: single(3) },
  blocks: [{ items: [1, 2, 3], before: 4, after: 4 }],
  skippable: [],
  spread: { burden: -0.2, own: 0.5, block: 0, relief: 0, eased: 0, noise: 0.6 },
};

export const benefit: Questionnaire = {
  name: 'benefit',
  prefix: 'benefit_',
  lowest: 1,
  highest: 5,
  reversed: [],
  better: 'higher',
  scales: { meaning: single(1) },
  blocks: [{ items: [1], before: 4.4, after: 4.4 }],
  skippable: [],
  spread: { burden: 0, own: 0, block: 0, relief: -0.3, eased: 0, noise: 0.55 },
};

export const participation: Questionnaire = {
  name: 'participation',
  prefix: 'participation_',
  lowest: 1,
  highest: 5,
  reversed: [],
  better: 'higher',
  scales: { school: single(1), leisure: single(2) },
  blocks: [{ items: [1, 2], before: 3.2, after: 3.6 }],
  skippable: [],
  spread: { burden: -0.35, own: 0.4, block: 0, relief: -0.25, eased: 0.2, noise: 0.5 },
};
