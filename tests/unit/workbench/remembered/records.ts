import type { Holding } from '../../../../src/lib/workbench/data.svelte';
import { fileOfBytes } from '../../../../src/lib/workbench/exports';
import { nothingHeld } from '../../../../src/lib/workbench/data.svelte';
import { Header, headerRecord } from '../../../../src/lib/workbench/remembered/header';
import type { RecordStore } from '../../../../src/lib/workbench/remembered/store';

/** The browser's database, as every tab sees it. */
export function recordStore(): RecordStore & { readonly records: Map<string, unknown> } {
  const records = new Map<string, unknown>();
  return {
    records,
    glance: async () => ({ header: records.get(headerRecord), records: records.size }),
    read: async () => new Map(records),
    write: async ({ header, known, records: fresh, kept }) => {
      const held = Header.safeParse(records.get(headerRecord)).data;
      if (known !== undefined && held?.revision !== known) return false;
      for (const key of [...records.keys()])
        if (known === undefined || !kept.includes(key)) records.delete(key);
      records.set(headerRecord, header);
      for (const [key, sealed] of fresh) records.set(key, sealed);
      return true;
    },
    wipe: async () => records.clear(),
  };
}

export function holdingOf(files: Readonly<Record<string, string>>): Holding {
  const held = Object.entries(files).map(([name, text]) => fileOfBytes(name, new TextEncoder().encode(text)));
  return { ...nothingHeld, exports: [{ dataset: 'export', synthetic: false, files: held }] };
}
