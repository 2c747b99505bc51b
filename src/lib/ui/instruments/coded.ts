import type { Language } from '../../i18n/language';
import type { Words } from '../../instruments/sourced';

/** The codes of a variable and what people call them. */
export type Coded = readonly { readonly code: string; readonly label: Words }[];

/** Those of the codebook that an instrument file names: plain data, so that a page made at build need not bring it. */
export interface CodeLists {
  readonly respondent: Coded;
  readonly wave: Coded;
  readonly clinical: Coded;
}

/** A code of a user's own file that the codebook does not know is its own label. */
export function labelIn(codes: Coded, code: string, language: Language): string {
  return codes.find((each) => each.code === code)?.label[language] ?? code;
}
