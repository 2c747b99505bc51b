/** A law that is tried with chance, until time is up or enough was tried. */
export interface Campaign {
  readonly name: string;
  readonly law: string;
  /** How many cases are enough. */
  readonly enough: number;
  open(): Promise<Opened>;
}

export interface Opened {
  /** One round with this seed: how many cases were tried. Throws when the law is broken, saying by what. */
  round(seed: number): Promise<number>;
  /** What was measured on the way, in a sentence. */
  measured?(): string;
  close(): Promise<void>;
}

export interface Outcome {
  readonly campaign: Campaign;
  readonly seeds: readonly [first: number, last: number];
  readonly cases: number;
  readonly seconds: number;
  readonly measured: string;
  /** The round that broke the law. */
  readonly broken?: { readonly seed: number; readonly message: string };
}

/** Rounds with seeds counted up from the first, until time is up, without a time enough was tried, or the law is broken. */
export async function runCampaign(campaign: Campaign, first: number, seconds?: number): Promise<Outcome> {
  const opened = await campaign.open();
  const from = performance.now();
  const spent = () => (performance.now() - from) / 1000;
  let [seed, cases] = [first, 0];
  const ended = (broken?: Outcome['broken']): Outcome => ({
    campaign,
    seeds: [first, seed],
    cases,
    seconds: spent(),
    measured: opened.measured?.() ?? '',
    ...(broken && { broken }),
  });
  try {
    for (; ; seed += 1) {
      cases += await opened.round(seed);
      if (seconds === undefined ? cases >= campaign.enough : spent() >= seconds) return ended();
    }
  } catch (error) {
    return ended({ seed, message: wordsOf(error) });
  } finally {
    await opened.close();
  }
}

/** fast-check says by what in its message, and how in the error's cause. */
function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message}\n${error.cause.message}` : error.message;
}

/** For campaigns that need nothing made ready. */
export function pure(name: string, law: string, enough: number, round: Opened['round']): Campaign {
  return { name, law, enough, open: async () => ({ round, close: async () => {} }) };
}
