import { z } from 'zod';
import { digestOf } from '../digest';

const key = 'pejling-trusted';
const most = 200;

/** SHA-256 of canonical texts, latest first. In this browser only, never in a file. */
const Hashes = z.array(z.string().regex(/^[\da-f]{64}$/)).catch([]);

function readHashes(): readonly string[] {
  return Hashes.parse(JSON.parse(localStorage.getItem(key) ?? '[]'));
}

/** Whether somebody here has said yes to a notebook of this canonical text. What cannot be told is no. */
export async function isTrusted(text: string): Promise<boolean> {
  try {
    const hash = await digestOf(text);
    return readHashes().includes(hash);
  } catch {
    return false;
  }
}

export async function keepTrusted(text: string): Promise<void> {
  try {
    const hash = await digestOf(text);
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
