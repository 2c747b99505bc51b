/** The key of this tab's pseudonyms: in memory only, and not to be taken out even there. */
let key: Promise<CryptoKey> | undefined;

/** Tells this tab's key from others, and nothing of it: pseudonyms of two keys never meet. */
export const keyName = hexOf(crypto.getRandomValues(new Uint8Array(16)));

const bytesShown = 8;

/**
 * A pseudonym for each of the texts: the same for the same text as long as the tab lives, so that the files of a child
 * still meet, and of no use to anyone after. HMAC-SHA-256, of which 64 bits are kept.
 */
export async function pseudonymsOf(texts: ReadonlySet<string>): Promise<ReadonlyMap<string, string>> {
  key ??= crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  const signing = await key;
  const encoder = new TextEncoder();
  const pseudonyms = new Map<string, string>();
  for (const text of texts) {
    const signed = await crypto.subtle.sign('HMAC', signing, encoder.encode(text));
    pseudonyms.set(text, `p${hexOf(new Uint8Array(signed, 0, bytesShown))}`);
  }
  return pseudonyms;
}

function hexOf(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
