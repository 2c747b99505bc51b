import type { Language } from '../i18n/language';
import type { Column, Value } from '../results/result';

/** What a chart needs to speak: the reader's language, and the label of a code (or of no code: a total). */
export interface ChartWords {
  readonly language: Language;
  readonly label: (column: Column, value: Value) => string;
}

export interface ChartSize {
  /** Pixels; under 420 the groups get a strip of their own above each row. */
  readonly width: number;
  /** Makes the ids in the drawing unlike those of any other on the page; counted where none is given. */
  readonly id?: string;
}

export const narrowUnder = 420;
