import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const metaPolicy = /<meta http-equiv="content-security-policy" content="([^"]+)"/i;
const pages = new Map<string, string>();

/**
 * The content security policy of a served file. A page carries its own, with the hashes of its inline script, in a
 * meta tag made at build; a header must repeat it, since a meta tag alone does not bind a worker. Every other
 * file gets the opening page's.
 */
export function policyOf(folder: string, pathname: string): string {
  const page = pageFile(folder, pathname);
  const known = pages.get(page);
  if (known !== undefined) return known;
  const found = metaPolicy.exec(readFileSync(page, 'utf8'))?.[1];
  if (!found) throw new Error(`${page} carries no content security policy`);
  const policy = `${found.replaceAll('&#39;', "'").replaceAll('&quot;', '"')}; frame-ancestors 'none'`;
  pages.set(page, policy);
  return policy;
}

function pageFile(folder: string, pathname: string): string {
  const path = decodeURIComponent(pathname).replace(/\/$/, '/index');
  const candidates = [join(folder, `${path}.html`), join(folder, path, 'index.html'), join(folder, path)];
  return candidates.find((file) => file.endsWith('.html') && existsSync(file)) ?? join(folder, 'index.html');
}

export function pageHeaders(policy: string): readonly (readonly [name: string, value: string])[] {
  return [
    ['Content-Security-Policy', policy],
    ['Referrer-Policy', 'no-referrer'],
    ['Cross-Origin-Opener-Policy', 'same-origin'],
    ['Cross-Origin-Resource-Policy', 'same-origin'],
    ['X-Content-Type-Options', 'nosniff'],
    ['Permissions-Policy', 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), serial=(), hid=()'],
  ];
}
