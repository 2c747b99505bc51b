import { readFileSync } from 'node:fs';
import { z } from 'zod';

const number = z.number();
const both = z.tuple([number, number]);
const numbers = z.array(number);

const Case = z.strictObject({
  before: numbers,
  after: numbers,
  n: number,
  mean_before: number,
  mean_after: number,
  sd_before: number,
  sd_after: number,
  mean_change: number,
  sd_change: number,
  r: number.optional(),
  t: number.optional(),
  t_p: number.optional(),
  change_interval: both.optional(),
  dz: number.optional(),
  dz_interval: both.optional(),
  effectsize_dz: both.optional(),
  dav: number.optional(),
  dav_interval: both.optional(),
  J: number.optional(),
  gz: number.optional(),
  v: number.optional(),
  wilcoxon_normal: number.optional(),
  wilcoxon_exact: number.optional(),
  coin_wilcoxon: number.optional(),
  coin_pratt: number.optional(),
});
export type Case = z.infer<typeof Case>;

const Expected = z.object({
  pairs: z.record(z.string(), Case),
  shares: z.array(z.strictObject({ count: number, n: number, interval: both })),
  share_pairs: z.array(
    z.strictObject({ counts: z.tuple([number, number, number, number]), interval: both, fisher: number }),
  ),
  mcnemar: z.array(
    z.strictObject({
      counts: z.tuple([number, number, number, number]),
      p: number,
      statistic: number.optional(),
    }),
  ),
  two_groups: z.array(
    z.strictObject({
      x: numbers,
      y: numbers,
      difference: number,
      interval: both,
      t: number,
      df: number,
      p: number,
      d: number,
      d_interval: both,
      g: number,
      effectsize_g: both,
    }),
  ),
  noncentral_t: z.array(z.strictObject({ t: number, df: number, delta: number, p: number })),
  student: z.array(z.strictObject({ df: number, t: number })),
  J: z.array(z.strictObject({ m: number, J: number })),
});

/**
 * What R says. To make it anew (R 4.2.2, effectsize 0.8.3, coin 1.4.2):
 *
 *   apt-get install -y r-base-core r-cran-effectsize r-cran-coin r-cran-jsonlite
 *   Rscript tests/unit/statistics/expected.R
 */
export const expected = Expected.parse(
  JSON.parse(readFileSync(new URL('./expected.json', import.meta.url), 'utf8')),
);
