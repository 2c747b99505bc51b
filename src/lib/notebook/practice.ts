import { z } from 'zod';

const words = z.string().max(2000);

/** The eleven dimensions of promising practice (Socialstyrelsen), in their order; what they ask is in `i18n/`. */
export const dimensions = [
  'knowledge',
  'effect',
  'description',
  'goals',
  'transfer',
  'economy',
  'reflection',
  'cooperation',
  'tailoring',
  'monitoring',
  'follow_up',
] as const;
export type Dimension = (typeof dimensions)[number];

/** To what degree, as the projects' reports say it; `not_yet` is "cannot be judged yet", none is "not judged". */
export const ratings = ['high', 'some_to_high', 'some', 'low', 'not_yet'] as const;
export type Rating = (typeof ratings)[number];

/** What people judge, and beside it what the data says, where data can speak to it. */
const Judgement = z.strictObject({
  rating: z.enum(ratings).optional(),
  note: words.optional(),
  /** May look values up with {{ cell.column }}, as the note may. */
  evidence: words.optional(),
});
export type Judgement = z.output<typeof Judgement>;

export const Practice = z.strictObject({
  title: words.optional(),
  subtitle: words.optional(),
  source: words.optional(),
  dimensions: z.partialRecord(z.enum(dimensions), Judgement),
});
export type Practice = z.output<typeof Practice>;

/** The words of a practice cell that may look values up. */
export function wordsOfPractice({ title, subtitle, source, dimensions: of }: Practice): readonly string[] {
  const judged = dimensions.flatMap((name) => [of[name]?.note, of[name]?.evidence]);
  return [title, subtitle, source, ...judged].filter((text) => text !== undefined);
}
