import { part } from '../work';
import type { Foreign } from './format';
import { readTables, type Around } from './read-file';
import { Refused, refusalOf } from './refused';
import type { ReadingSheets } from './sheet';
import { gunzip } from './unpack';
import { entriesOf, unpackWhole, type Entry } from './zip';

/** A zip file of data files, in whatever folders, or a workbook. */
export async function* readZip(file: string, bytes: Uint8Array, around: Around): ReadingSheets {
  const entries = entriesOf(bytes);
  if (isWorkbook(entries)) {
    const { readWorkbook } = await import('./workbook');
    yield* readWorkbook(file, bytes, entries, around);
    return;
  }
  const seems = documentOf(entries);
  if (seems) throw new Refused('other-format', seems);
  if (around.packed) throw new Refused('packed-twice');
  const held = entries.filter(({ name }) => !litter.test(name));
  if (held.length === 0) throw new Refused('empty-file');
  const weight = held.reduce((sum, { packedSize }) => sum + packedSize, 1);
  let before = 0;
  for (const entry of held) {
    const share = { from: before / weight, to: (before + entry.packedSize) / weight };
    yield* partly(readEntry(`${file}/${entry.name}`, bytes, entry, around), share);
    before += entry.packedSize;
  }
}

/** Folders, and what operating systems leave in them. */
const litter = /\/$|(^|\/)(\.|__MACOSX\/|Thumbs\.db$|desktop\.ini$)/i;

async function* readEntry(file: string, bytes: Uint8Array, entry: Entry, around: Around): ReadingSheets {
  let unpacked: Uint8Array;
  try {
    unpacked = yield* part(unpackWhole(bytes, entry, around.budget), 0, 0.3);
  } catch (error) {
    yield { ok: false, file, ...refusalOf(error) };
    return;
  }
  yield* partly(readTables(file, unpacked, { ...around, packed: true }), { from: 0.3, to: 1 });
}

/** One packed file: `who5.csv.gz` is who5. */
export async function* readGzip(file: string, bytes: Uint8Array, around: Around): ReadingSheets {
  if (around.packed) throw new Refused('packed-twice');
  const unpacked = yield* part(gunzip(bytes, around.budget), 0, 0.3);
  const inner = readTables(file, unpacked, { ...around, packed: true });
  for await (const step of partly(inner, { from: 0.3, to: 1 })) {
    if (typeof step === 'number' || !step.ok || step.sheet.name !== '') yield step;
    else yield { ...step, sheet: { ...step.sheet, name: file.replace(/\.gz$/i, '') } };
  }
}

async function* partly(
  reading: ReadingSheets,
  { from, to }: { readonly from: number; readonly to: number },
): ReadingSheets {
  for await (const step of reading) yield typeof step === 'number' ? from + (to - from) * step : step;
}

const holds = (entries: readonly Entry[], pattern: RegExp) => entries.some(({ name }) => pattern.test(name));

function isWorkbook(entries: readonly Entry[]): boolean {
  return holds(entries, /^\[Content_Types\]\.xml$/) && holds(entries, /^xl\/(?!.*\.bin$).*workbook/i);
}

/** Documents that are zip files, other than the workbooks that are read. */
function documentOf(entries: readonly Entry[]): Foreign | undefined {
  const has = (pattern: RegExp) => holds(entries, pattern);
  if (has(/^\[Content_Types\]\.xml$/)) return has(/^xl\/workbook\.bin$/) ? 'xlsb' : 'document';
  if (has(/^mimetype$/) && has(/^content\.xml$/)) return 'ods';
  return has(/^Index(\.zip$|\/Document\.iwa$)/) ? 'numbers' : undefined;
}
