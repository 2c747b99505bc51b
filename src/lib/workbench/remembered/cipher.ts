import { derivationNow, type Bytes, type Header, type Sealed } from './header';

export function randomBytes(length: number): Bytes {
  return crypto.getRandomValues(new Uint8Array(length));
}

/** The key that the phrase and the salt give; it can be used here, and not be taken out. */
export async function deriveKey(
  phrase: string,
  { salt, derivation }: Pick<Header, 'salt' | 'derivation'>,
): Promise<CryptoKey> {
  const { argon2id } = await import('hash-wasm');
  const raw = await argon2id({
    // æ can be typed as one character or two
    password: phrase.normalize('NFC'),
    salt,
    memorySize: derivation.kibibytes,
    iterations: derivation.passes,
    parallelism: derivation.lanes,
    hashLength: 32,
    outputType: 'binary',
  });
  const own = new Uint8Array(raw);
  try {
    return await crypto.subtle.importKey('raw', own, 'AES-GCM', false, ['encrypt', 'decrypt']);
  } finally {
    own.fill(0);
    raw.fill(0);
  }
}

export function newHeader(until: number, derivation: Header['derivation'] = derivationNow): Header {
  return { format: 1, salt: randomBytes(16), derivation, until, revision: crypto.randomUUID() };
}

export async function seal(key: CryptoKey, place: Bytes, text: Bytes): Promise<Sealed> {
  const iv = randomBytes(12);
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: place }, key, text);
  return { iv, text: new Uint8Array(sealed) };
}

/** Undefined when the key, the place or a single bit is another one. */
export async function unseal(key: CryptoKey, place: Bytes, { iv, text }: Sealed): Promise<Bytes | undefined> {
  const opening = { name: 'AES-GCM', iv, additionalData: place };
  return crypto.subtle.decrypt(opening, key, text).then(
    (opened) => new Uint8Array(opened),
    () => undefined,
  );
}
