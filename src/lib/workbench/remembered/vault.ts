import { nothingHeld, type Holding } from '../data.svelte';
import { isKeyed, readCovered } from '../cover-civil';
import type { CoveredFile, ExportFile } from '../exports';
import { paced } from '../pace';
import { keyName } from '../pseudonym';
import { deriveKey, newHeader, seal, unseal } from './cipher';
import { readContents, writeContents, type Contents } from './contents';
import { packFile, unpackFile } from './covered-file';
import { contentsRecord, Header, headerRecord, isOver, placeOf, Sealed } from './header';
import { deviceStore, type RecordStore } from './store';

type HeldFile = ExportFile | CoveredFile;

/** What it takes to change what is remembered: held in memory while remembering is on. */
export interface Vault {
  readonly header: Header;
  readonly key: CryptoKey;
  /** Which record each file is in; a file that stays is not encrypted anew. */
  readonly records: ReadonlyMap<HeldFile, string>;
  /** False until something is written: then it takes the place of what was remembered before. */
  readonly written: boolean;
}

export async function newVault(phrase: string, until: number): Promise<Vault> {
  const header = newHeader(until);
  return { header, key: await deriveKey(phrase, header), records: new Map(), written: false };
}

/** Undefined when another tab has changed what is remembered, or it is gone. Rejects where it cannot be read or written. */
export async function keep(
  vault: Vault,
  holding: Holding,
  store: RecordStore = deviceStore,
): Promise<Vault | undefined> {
  const header = { ...vault.header, revision: crypto.randomUUID() };
  const fresh = new Map<string, Sealed>();
  const records = new Map<HeldFile, string>();
  const exports: Contents['exports'] = [];
  for (const { dataset, files } of holding.exports) {
    const listed: Contents['exports'][number] = { dataset, files: [] };
    for (const file of files) {
      const record = vault.records.get(file) ?? crypto.randomUUID();
      if (!vault.records.has(file)) {
        const packed = packFile(await cover(dataset, file));
        fresh.set(record, await seal(vault.key, placeOf(header, record), packed));
      }
      records.set(file, record);
      listed.files.push({ record, name: file.name });
    }
    exports.push(listed);
  }
  const { own, mappings, decisions } = holding;
  const contents = writeContents({ exports, own: [...own], mappings: [...mappings], decisions });
  fresh.set(contentsRecord, await seal(vault.key, placeOf(header, contentsRecord), contents));
  const known = vault.written ? vault.header.revision : undefined;
  const kept = [...records.values()];
  const isWritten = await store.write({ header, known, records: fresh, kept });
  return isWritten ? { ...vault, header, records, written: true } : undefined;
}

/** What the import sees of a file: never the file itself, and no civil registration number. */
export async function cover(dataset: string, file: HeldFile): Promise<CoveredFile> {
  if ('readings' in file) return file;
  const readings: CoveredFile['readings'][number][] = [];
  for await (const reading of paced(readCovered(dataset, file), {})) readings.push(reading);
  return { name: file.name, readings, keyedBy: readings.some(isKeyed) ? keyName : null };
}

export interface Unlocked {
  readonly holding: Holding;
  readonly vault: Vault;
}

/** `phrase`: it is another one, or the list of contents is damaged: nobody can tell which. */
export type Unlocking =
  ({ readonly ok: true } & Unlocked) | { readonly ok: false; readonly why: 'phrase' | 'damaged' | 'gone' };

export async function unlock(
  phrase: string,
  now: number,
  store: RecordStore = deviceStore,
): Promise<Unlocking> {
  const records = await store.read();
  const header = Header.safeParse(records.get(headerRecord)).data;
  if (!header || isOver(header, now)) return { ok: false, why: 'gone' };
  if (phrase === '') return { ok: false, why: 'phrase' };
  const key = await deriveKey(phrase, header);
  const open = async (record: string) => {
    const sealed = Sealed.safeParse(records.get(record)).data;
    return sealed && unseal(key, placeOf(header, record), sealed);
  };
  const listed = await open(contentsRecord);
  if (!listed) return { ok: false, why: 'phrase' };
  const contents = readContents(listed);
  if (!contents) return { ok: false, why: 'damaged' };
  const opened = new Map<HeldFile, string>();
  const exports: Holding['exports'][number][] = [];
  for (const { dataset, files } of contents.exports) {
    const covered: CoveredFile[] = [];
    for (const { record } of files) {
      const packed = await open(record);
      const file = packed && unpackFile(packed);
      if (!file) return { ok: false, why: 'damaged' };
      covered.push(file);
      opened.set(file, record);
    }
    exports.push({ dataset, synthetic: false, files: covered });
  }
  const { own, mappings, decisions } = contents;
  return {
    ok: true,
    holding: { ...nothingHeld, exports, own, mappings, decisions },
    vault: { header, key, records: opened, written: true },
  };
}
