import type { RawBlock } from './blocks';
import { currentFormat } from './notebook';

/** A notebook as it was written, before its meaning is checked. */
export interface RawNotebook {
  readonly header: Readonly<Record<string, unknown>>;
  readonly blocks: readonly RawBlock[];
}

/** One step from the format `from` to `from + 1`; the header's `format` is set for it. */
export interface Migration {
  readonly from: number;
  readonly lift: (raw: RawNotebook) => RawNotebook;
}

/** In rising order. Format 1 is the first, so there is nothing to lift yet. */
export const migrations: readonly Migration[] = [];

/** Lifts an older notebook step by step; current, newer and unknown formats pass as they are. */
export function migrate(raw: RawNotebook, steps: readonly Migration[] = migrations): RawNotebook {
  return steps.reduce((lifted, { from, lift }) => {
    if (lifted.header['format'] !== from || from >= currentFormat) return lifted;
    const next = lift(lifted);
    return { ...next, header: { ...next.header, format: from + 1 } };
  }, raw);
}
