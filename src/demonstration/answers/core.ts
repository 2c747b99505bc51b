import { upTo } from './questionnaire';
import type { Questionnaire } from './questionnaire';

export const coreYp: Questionnaire = {
  name: 'core_yp',
  prefix: 'coreyp_',
  lowest: 0,
  highest: 4,
  reversed: [3, 5, 10],
  better: 'lower',
  scales: { total: { items: upTo(10), factor: 10, needed: 9 } },
  blocks: [
    { items: [1, 2, 3, 5, 6, 7, 8, 9, 10], before: 1.65, after: 1.15 },
    { items: [4], before: 0.2, after: 0, rare: 'risk' },
  ],
  skippable: upTo(10),
  spread: { burden: 0.5, own: 0.55, block: 0.2, relief: 0.4, eased: 0.35, noise: 0.9 },
};

const coreOmDomains = {
  wellbeing: [4, 14, 17, 31],
  problems: [2, 5, 8, 11, 13, 15, 18, 20, 23, 27, 28, 30],
  functioning: [1, 3, 7, 10, 12, 19, 21, 25, 26, 29, 32, 33],
  risk: [6, 9, 16, 22, 24, 34],
};

export const coreOm: Questionnaire = {
  name: 'core_om',
  prefix: 'coreom_',
  lowest: 0,
  highest: 4,
  reversed: [3, 4, 7, 12, 19, 21, 31, 32],
  better: 'lower',
  scales: {
    total: { items: upTo(34), factor: 34, needed: 31 },
    item_mean: { items: upTo(34), factor: 1, needed: 31 },
    wellbeing: { items: coreOmDomains.wellbeing, factor: 1, needed: 4 },
    problems: { items: coreOmDomains.problems, factor: 1, needed: 11 },
    functioning: { items: coreOmDomains.functioning, factor: 1, needed: 11 },
    risk: { items: coreOmDomains.risk, factor: 1, needed: 6 },
  },
  blocks: [
    { items: coreOmDomains.wellbeing, before: 2.13, after: 1.25 },
    { items: coreOmDomains.problems, before: 1.95, after: 1.15 },
    { items: coreOmDomains.functioning, before: 1.58, after: 1 },
    { items: coreOmDomains.risk, before: -0.35, after: -0.75, rare: 'risk' },
  ],
  skippable: [...coreOmDomains.problems, ...coreOmDomains.functioning],
  spread: { burden: 0.5, own: 0.5, block: 0.25, relief: 0.4, eased: 0.35, noise: 0.85 },
};
