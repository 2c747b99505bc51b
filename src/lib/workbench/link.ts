import { z } from 'zod';

/** Mail and chat programs cut or refuse addresses that are much longer; each of our own notebooks fits. */
export const longestLink = 8_000;
/** Of an address that is opened: another program may have made a longer one. */
const longestRead = 200_000;
/** No notebook that fits in a link comes near it; what is packed to fill memory does. */
const largestText = 1_000_000;

/** Written with each link, so that those that are out in the world stay readable. */
const mark = '#n1.';

/** A notebook's text in the fragment of an address, which no browser sends to a server. */
export type Link = { readonly ok: true; readonly address: string } | { readonly ok: false };

/** `damaged`: cut off or mistyped. `newer`: of a later program. */
export type LinkProblem = 'damaged' | 'newer' | 'too-large';
export type LinkReading =
  { readonly ok: true; readonly text: string } | { readonly ok: false; readonly problem: LinkProblem };

/** `page` is the address of the notebook page. Not `ok`: the notebook is too long for a link. */
export async function writeLink(text: string, page: string): Promise<Link> {
  const packed = await pack(text);
  const room = longestLink - page.length - mark.length;
  if ((packed.length * 4) / 3 > room) return { ok: false };
  return { ok: true, address: page + mark + base64(packed) };
}

const Packed = z
  .string()
  .max(longestRead)
  .regex(/^#n1\.[\w-]+$/)
  .transform((fragment) => fragment.slice(mark.length));

export async function readLink(fragment: string): Promise<LinkReading> {
  if (!fragment.startsWith(mark)) return { ok: false, problem: 'newer' };
  if (fragment.length > longestRead) return { ok: false, problem: 'too-large' };
  const packed = Packed.safeParse(fragment).data;
  if (packed === undefined) return { ok: false, problem: 'damaged' };
  try {
    const bytes = await unpack(bytesOf(packed));
    if (!bytes) return { ok: false, problem: 'too-large' };
    return { ok: true, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { ok: false, problem: 'damaged' };
  }
}

/** With a checksum, six bytes: a link that was cut or mistyped gives no other notebook. */
const format = 'deflate';

async function pack(text: string): Promise<Uint8Array> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream(format));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** Undefined when there is too much in it: the rest is not unpacked. */
async function unpack(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array | undefined> {
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream(format)).getReader();
  const parts: Uint8Array[] = [];
  for (let size = 0; ;) {
    const { done, value } = await reader.read();
    if (done) return joined(parts, size);
    size += value.length;
    if (size > largestText) {
      // What it says on its way out is of no use to anybody.
      void reader.cancel().catch(() => {});
      return undefined;
    }
    parts.push(value);
  }
}

function joined(parts: readonly Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function base64(bytes: Uint8Array): string {
  const letters = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  return letters.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function bytesOf(letters: string): Uint8Array<ArrayBuffer> {
  const signs = atob(letters.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(signs, (sign) => sign.charCodeAt(0));
}
