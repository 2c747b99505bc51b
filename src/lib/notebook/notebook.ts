import { z } from 'zod';
import type { Fault } from '../yaml/fault';
import type { Cell } from './cell';
import { InstrumentSettings } from './instrument-settings';

export const currentFormat = 1;

/** The YAML header. Keys of a newer program are kept. */
export const Header = z.looseObject({
  /** Higher than `currentFormat` in a file from a newer program: it is kept, so that it is never saved as an older one. */
  format: z.int().min(currentFormat),
  title: z.string().default(''),
  language: z.enum(['da', 'en']).default('da'),
  /** Tables the notebook reads. */
  needs: z.array(z.string()).default([]),
  /** Whom it is for, and the fewest children that may be told of; counts to the nearest `rounding`. See disclosure/policy. */
  disclosure: z
    .looseObject({
      preset: z.enum(['internal', 'steering', 'public']).exactOptional(),
      minimum: z.int().min(0).default(5),
      rounding: z.int().min(0).max(100).exactOptional(),
    })
    .prefault({}),
  /** Norms, cut-offs and reliabilities in the place of the instruments' own. */
  instruments: InstrumentSettings.optional(),
});
export type Header = z.output<typeof Header>;

/**
 * A notebook as the code sees it. Invariants, kept by `parse` and by every edit: a prose cell holds no cell fence
 * and leaves no fence of its own open (see `prose` in prose.ts).
 */
export interface Notebook {
  readonly header: Header;
  readonly cells: readonly Cell[];
}

/** Something in the text that could not be read as meant. The notebook is still whole: nothing is thrown away. */
export interface NotebookProblem {
  readonly kind:
    | 'no-header'
    | 'header-invalid'
    | 'newer-format'
    | 'fence-open'
    | 'name-missing'
    | 'name-invalid'
    | 'body-invalid'
    | 'kind-unknown';
  /** 1-based line in the file. */
  readonly line: number;
  /** What was found there: a name, a kind, or the reader's own words about a wrong field. */
  readonly what: string;
  /** The wrong field, for a person's language. */
  readonly fault?: Fault;
}
