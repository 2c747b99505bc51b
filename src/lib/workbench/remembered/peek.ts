import { contentsRecord, Header, headerRecord, isOver } from './header';
import { deviceStore, type RecordStore } from './store';

/** What can be told of what is remembered without its pass-phrase. */
export type Peek =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'remembered'; readonly until: number; readonly files: number }
  /** Damaged, or written by a newer program. */
  | { readonly kind: 'unreadable' };

/** What has ended is wiped before anything is told of it. */
export async function peek(now: number, store: RecordStore = deviceStore): Promise<Peek> {
  const records = await store.read();
  const header = Header.safeParse(records.get(headerRecord)).data;
  if (header && isOver(header, now)) {
    await store.wipe();
    return { kind: 'nothing' };
  }
  if (records.size === 0) return { kind: 'nothing' };
  const files = [...records.keys()].filter((key) => key !== headerRecord && key !== contentsRecord).length;
  return header ? { kind: 'remembered', until: header.until, files } : { kind: 'unreadable' };
}
