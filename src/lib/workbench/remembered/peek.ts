import { Header, isOver } from './header';
import { deviceStore, type RecordStore } from './store';

/** What can be told of what is remembered without its pass-phrase. */
export type Peek =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'remembered'; readonly until: number; readonly files: number }
  /** Damaged, or written by a newer program. */
  | { readonly kind: 'unreadable' };

/** What has ended is wiped before anything is told of it. */
export async function peek(now: number, store: RecordStore = deviceStore): Promise<Peek> {
  const glanced = await store.glance();
  const header = Header.safeParse(glanced.header).data;
  if (header && isOver(header, now)) {
    await store.wipe();
    return { kind: 'nothing' };
  }
  if (glanced.records === 0) return { kind: 'nothing' };
  if (!header) return { kind: 'unreadable' };
  // Beside the files there are the header and the list of contents.
  return { kind: 'remembered', until: header.until, files: glanced.records - 2 };
}
