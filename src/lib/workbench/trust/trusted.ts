import { z } from 'zod';

const key = 'pejling-trusted';
const most = 200;

/** SHA-256 of canonical texts, latest first. In this browser only, never in a file. */
const Hashes = z.array(z.string().regex(/^[\da-f]{64}$/)).catch([]);

async function hashOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function readHashes(): readonly string[] {
  return Hashes.parse(JSON.parse(localStorage.getItem(key) ?? '[]'));
}

/** Whether somebody here has said yes to a notebook of this canonical text. What cannot be told is no. */
export async function isTrusted(text: string): Promise<boolean> {
  try {
    const hash = await hashOf(text);
    return readHashes().includes(hash);
  } catch {
    return false;
  }
}

export async function keepTrusted(text: string): Promise<void> {
  try {
    const hash = await hashOf(text);
    const others = readHashesOrNone().filter((each) => each !== hash);
    localStorage.setItem(key, JSON.stringify([hash, ...others].slice(0, most)));
  } catch {
    // A private window, or a page that did not come safely: it is asked again.
  }
}

/** What another program has made unreadable is written over. */
function readHashesOrNone(): readonly string[] {
  try {
    return readHashes();
  } catch {
    return [];
  }
}
