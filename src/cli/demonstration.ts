import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { recipes } from '../demonstration/exports';
import { makeExport } from '../demonstration/make';

/** `demonstration [folder]`: writes the synthetic exports, by default where the site serves them from. Returns 0. */
export async function main(words: string[]): Promise<number> {
  for (const recipe of recipes) {
    const folder = join(words[0] ?? 'static/demo', recipe.name);
    mkdirSync(folder, { recursive: true });
    for (const [name, text] of makeExport(recipe)) {
      writeFileSync(join(folder, name), text);
      console.log(`${join(folder, name)}  ${text.length} characters`);
    }
  }
  return 0;
}
