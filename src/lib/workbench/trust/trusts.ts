import { isShipped, readShipped } from './origin';
import { isTrusted } from './trusted';

/** Whether a notebook of this canonical text may run unasked. */
export async function trusts(text: string): Promise<boolean> {
  return (await isTrusted(text)) || isShipped(text, await readShipped());
}
