import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makePool } from '../demonstration/pool';

/** `demonstration [folder]`: writes the synthetic pool, by default where the site serves it from. Returns 0. */
export async function main(words: string[]): Promise<number> {
  const folder = words[0] ?? 'static/demo/pool';
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of makePool()) {
    writeFileSync(join(folder, name), text);
    console.log(`${join(folder, name)}  ${text.length} characters`);
  }
  return 0;
}
