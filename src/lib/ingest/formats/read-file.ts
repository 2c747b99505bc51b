import { Budget } from './budget';
import { readDelimited } from './delimited';
import { recogniseFormat } from './format';
import { Refused, refusalOf } from './refused';
import type { ReadingSheets } from './sheet';

/** Every table of a file, whatever its kind, and a reason for each part that gives none. Never throws. */
export function readFile(file: string, bytes: Uint8Array): ReadingSheets {
  return readTables(file, bytes, { budget: new Budget(bytes.length), packed: false });
}

/** What a file lies in. */
export interface Around {
  readonly budget: Budget;
  /** Whether it was unpacked itself. */
  readonly packed: boolean;
}

export async function* readTables(file: string, bytes: Uint8Array, around: Around): ReadingSheets {
  try {
    yield* readFormat(file, bytes, around);
  } catch (error) {
    yield { ok: false, file, ...refusalOf(error) };
  }
}

/** The reader of a kind of file is fetched when the first such file comes. */
async function* readFormat(file: string, bytes: Uint8Array, around: Around): ReadingSheets {
  const recognised = recogniseFormat(bytes);
  if (!recognised.known) {
    const { seems } = recognised;
    throw seems === 'locked' ? new Refused('locked-file') : new Refused('other-format', seems);
  }
  switch (recognised.format) {
    case 'text':
      yield { ok: true, file, sheet: yield* readDelimited(bytes) };
      return;
    case 'zip': {
      const { readZip } = await import('./read-packed');
      yield* readZip(file, bytes, around);
      return;
    }
    case 'gzip': {
      const { readGzip } = await import('./read-packed');
      yield* readGzip(file, bytes, around);
      return;
    }
    case 'parquet': {
      const { readParquet } = await import('./parquet');
      yield* readParquet(file, bytes, around.budget);
      return;
    }
    case 'arrow': {
      const { readArrow } = await import('./arrow');
      yield { ok: true, file, sheet: yield* readArrow(bytes, around.budget) };
      return;
    }
    case 'sav': {
      const { readSav } = await import('./sav/read-sav');
      yield { ok: true, file, sheet: yield* readSav(bytes, around.budget) };
      return;
    }
  }
}
