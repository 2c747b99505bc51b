import { coreOm, coreYp } from './core';
import { benefit, concern, family, parenting, participation, toddler } from './own';

/** The questionnaires with one answer scale, in the order in which their files are written. */
export const questionnaires = [
  coreYp,
  coreOm,
  family,
  concern,
  benefit,
  toddler,
  parenting,
  participation,
] as const;
