import { z } from 'zod';

const words = z.array(z.string().min(1));
const byName = z.record(z.string(), words);

/** What exports call things beside the codebook's own names: words as `plain` makes them. */
export const Vocabulary = z.strictObject({
  variables: byName,
  instruments: byName,
  scales: byName,
  totals: words,
  fillers: words,
  waves: z.strictObject({ before: words, after: words, followup: words }),
  codes: z.record(z.string(), byName),
  yes: words,
  no: words,
  missing: words,
  personal: z.strictObject({ name: words, initials: words, address: words, contact: words, birth: words }),
});
export type Vocabulary = z.output<typeof Vocabulary>;
