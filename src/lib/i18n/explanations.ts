import { calculation as daCalculation } from './da/calculation';
import { figures as daFigures } from './da/figures';
import { instruments as daInstruments } from './da/instruments';
import { calculation as enCalculation } from './en/calculation';
import { figures as enFigures } from './en/figures';
import { instruments as enInstruments } from './en/instruments';
import type { Language } from './language';

/** What explains the questionnaires, their scores and the printed numbers: read where that is shown, so no other page fetches it. */
const danish = { calculation: daCalculation, figures: daFigures, instruments: daInstruments };
export type Explanations = typeof danish;

const explanations: Record<Language, Explanations> = {
  da: danish,
  en: { calculation: enCalculation, figures: enFigures, instruments: enInstruments },
};

export function explanationsOf(language: Language): Explanations {
  return explanations[language];
}
