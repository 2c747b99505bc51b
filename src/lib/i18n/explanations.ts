import { calculation as daCalculation } from './da/calculation';
import { instruments as daInstruments } from './da/instruments';
import { calculation as enCalculation } from './en/calculation';
import { instruments as enInstruments } from './en/instruments';
import type { Language } from './language';

/** What explains the questionnaires and their scores: read where that is shown, so no other page fetches it. */
const danish = { calculation: daCalculation, instruments: daInstruments };
export type Explanations = typeof danish;

const explanations: Record<Language, Explanations> = {
  da: danish,
  en: { calculation: enCalculation, instruments: enInstruments },
};

export function explanationsOf(language: Language): Explanations {
  return explanations[language];
}
