import { tableOf } from '../codebook/codebook';
import type { CodedVariable } from '../codebook/schema';
import type { Language } from '../i18n/language';
import type { Instrument, Scale } from '../instruments/instrument';

/** What one asks about: how a scale changed, or how the courses are spread over the answers of a background variable. */
export type About =
  | { readonly kind: 'change'; readonly instrument: Instrument; readonly scale: Scale }
  | { readonly kind: 'answers'; readonly variable: CodedVariable };

/** What the chosen are held against: nothing, everyone of their export, or the same question of the other exports. */
export type Beside = 'nothing' | 'everyone' | 'exports';

/** A question that a person puts together from menus. */
export interface Question {
  readonly about: About;
  readonly dataset: string;
  /** For whom: one code of each variable that was chosen. */
  readonly whom: readonly { readonly variable: CodedVariable; readonly code: string }[];
  readonly by: CodedVariable | undefined;
  readonly beside: Beside;
  /** Draws the norm of the scale, where it has one. */
  readonly norm: boolean;
  readonly language: Language;
}

/** What can be asked about, divided by or chosen: the coded variables of a course, as the codebook has them. */
export const variables: readonly CodedVariable[] = tableOf('courses').filter(
  (variable): variable is CodedVariable => variable.type === 'code',
);

/** The variables that courses are chosen by. */
export const chosenBy: readonly CodedVariable[] = ['project', 'age_group', 'sex', 'ending'].flatMap((name) =>
  variables.filter((variable) => variable.name === name),
);

/** The instruments answered both before and after. */
export function paired(instruments: readonly Instrument[]): readonly Instrument[] {
  return instruments.filter(
    ({ when }) => when.kind === 'waves' && when.waves.includes('before') && when.waves.includes('after'),
  );
}

/** A chart of answers has one colour for each group: of a division, or of what the chosen stand beside, not of both. */
export function mayDivide(about: About, beside: Beside): boolean {
  return about.kind === 'change' || beside === 'nothing';
}

type Norm = Instrument['norms'][number];

/** More lines than these could not be told apart. */
const mostNorms = 4;

/**
 * The norms to draw: the first that holds for children of every age and sex; where the questionnaire has none, those of
 * the chosen sex, or of each, by age. None where there are too many to read.
 */
export function normsOf({ about, whom }: Pick<Question, 'about' | 'whom'>): readonly Norm[] {
  if (about.kind !== 'change') return [];
  const { instrument, scale } = about;
  const ofScale = instrument.norms.filter((norm) => norm.scale === scale.name);
  const general = ofScale.find((norm) => !norm.ages && !norm.sex);
  if (general) return [general];
  const sex = whom.find(({ variable }) => variable.name === 'sex')?.code;
  const fitting = ofScale.filter((norm) => sex === undefined || norm.sex === undefined || norm.sex === sex);
  return fitting.length > mostNorms ? [] : fitting;
}
