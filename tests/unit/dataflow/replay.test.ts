import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { replay } from './replay';

const folder = new URL('./replays/', import.meta.url);

it.each(readdirSync(folder).filter((name) => name.endsWith('.replay')))('%s', async (file) => {
  const log = replay(readFileSync(new URL(file, folder), 'utf8'));
  await expect(log).toMatchFileSnapshot(new URL(file.replace(/replay$/, 'log'), folder).pathname);
});
