import { z } from 'zod';

/** Bytes with a memory of their own, as WebCrypto wants them. */
export type Bytes = Uint8Array<ArrayBuffer>;

const bytes = (length: number) =>
  z.custom<Bytes>((value) => value instanceof Uint8Array && value.length === length);

/** Argon2id with what RFC 9106 asks of a device that has little memory; OWASP's least is less. */
export const derivationNow = { name: 'argon2id', kibibytes: 65_536, passes: 3, lanes: 1 } as const;

/** What stands unencrypted beside what is remembered: what it takes to open it, and when it ends. Nothing of what is in it. */
export const Header = z.strictObject({
  format: z.literal(1),
  salt: bytes(16),
  /** No less than OWASP's least, and no more than a browser can spare. */
  derivation: z.strictObject({
    name: z.literal('argon2id'),
    kibibytes: z.int().min(19_456).max(1_048_576),
    passes: z.int().min(2).max(16),
    lanes: z.literal(1),
  }),
  /** When it is wiped, in milliseconds. */
  until: z.int().positive(),
  /** Another after each change, so that a tab sees that another one has been there. */
  revision: z.uuid(),
});
export type Header = z.output<typeof Header>;

/** One encrypted record. */
export const Sealed = z.strictObject({
  iv: bytes(12),
  text: z.custom<Bytes>((value) => value instanceof Uint8Array),
});
export type Sealed = z.output<typeof Sealed>;

export const days = 90;

export function endOf(from: number): number {
  return from + days * 86_400_000;
}

export function isOver({ until }: Pick<Header, 'until'>, now: number): boolean {
  return until <= now;
}

/** Where a record belongs: bound to it, so that it opens nowhere else and the header beside it cannot be changed. */
export function placeOf({ format, salt, derivation, until, revision }: Header, record: string): Bytes {
  const { name, kibibytes, passes, lanes } = derivation;
  const place = ['pejling', format, [...salt], name, kibibytes, passes, lanes, until, record];
  // The list of contents is written anew at each change, the files are not.
  if (record === contentsRecord) place.push(revision);
  return new TextEncoder().encode(JSON.stringify(place));
}

export const headerRecord = 'header';
export const contentsRecord = 'contents';
