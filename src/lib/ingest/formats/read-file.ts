import { readDelimited } from './delimited';
import { recogniseFormat } from './format';
import { Refused, refusalOf } from './refused';
import type { ReadingSheets } from './sheet';

/** Every table of a file, whatever its kind, and a reason for each part that gives none. Never throws. */
export async function* readFile(file: string, bytes: Uint8Array): ReadingSheets {
  try {
    yield* readTables(file, bytes);
  } catch (error) {
    yield { ok: false, file, ...refusalOf(error) };
  }
}

async function* readTables(file: string, bytes: Uint8Array): ReadingSheets {
  const recognised = recogniseFormat(bytes);
  if (!recognised.known) throw new Refused('other-format', recognised.seems);
  switch (recognised.format) {
    case 'text':
      yield { ok: true, file, sheet: yield* readDelimited(bytes) };
      return;
    case 'zip':
    case 'gzip':
    case 'parquet':
    case 'arrow':
    case 'sav':
      throw new Refused('other-format', recognised.format);
  }
}
