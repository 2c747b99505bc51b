import { z } from 'zod';
import { digestOf } from '../digest';

/** Why something of a table is not in what left. */
export const Why = z.enum(['small', 'no-count', 'single-children', 'few-crossed', 'left-out']);

/** One thing that left: what, when, by which policy, what was withheld and why. No data. */
export const Logged = z.object({
  number: z.int(),
  /** ISO time. */
  at: z.string(),
  what: z.enum(['report', 'minutes', 'workbook', 'table', 'picture', 'print', 'results', 'benchmark']),
  notebook: z.string(),
  file: z.string(),
  policy: z.object({
    preset: z.string(),
    minimum: z.number(),
    rounding: z.number().nullable(),
    whole: z.boolean(),
  }),
  withheld: z.array(z.object({ table: z.string(), rows: z.int(), values: z.int(), why: Why })),
  /** Pairs of tables that would give a small group away, and that went all the same. */
  conflicts: z.array(z.tuple([z.string(), z.string()])),
  /** What a person typed to let it go all the same; empty where nothing was in the way. */
  reason: z.string(),
  /** Of the data it was computed from. */
  data: z.string(),
  /** The hash of the entry before; empty in the first. */
  previous: z.string(),
  hash: z.string(),
});
export type Logged = z.output<typeof Logged>;
export type ToLog = Omit<Logged, 'number' | 'previous' | 'hash'>;

/** The entry that comes after `last`: its hash is of all it says and of the one before, so that none can be changed later. */
export async function chain(last: Logged | undefined, entry: ToLog): Promise<Logged> {
  const said = { ...entry, number: (last?.number ?? 0) + 1, previous: last?.hash ?? '' };
  return { ...said, hash: await hashOf(said) };
}

/** The number of the first entry that does not say what it said, or does not follow the one before; undefined when all is well. */
export async function firstBroken(log: readonly Logged[]): Promise<number | undefined> {
  let previous = '';
  for (const [at, entry] of log.entries()) {
    const { hash, ...said } = entry;
    if (said.previous !== previous || said.number !== at + 1 || hash !== (await hashOf(said))) return at + 1;
    previous = hash;
  }
  return undefined;
}

function hashOf(said: Omit<Logged, 'hash'>): Promise<string> {
  const { number, at, what, notebook, file, policy, withheld, conflicts, reason, data, previous } = said;
  const { preset, minimum, rounding, whole } = policy;
  const lines = withheld.map(({ table, rows, values, why }) => [table, rows, values, why]);
  const told = [
    number,
    at,
    what,
    notebook,
    file,
    [preset, minimum, rounding, whole],
    lines,
    conflicts,
    reason,
    data,
    previous,
  ];
  return digestOf(JSON.stringify(told));
}
