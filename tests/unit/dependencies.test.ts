import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

interface Package {
  readonly dependencies: Record<string, string>;
  readonly devDependencies: Record<string, string>;
}
const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as Package;
const declared = { ...dependencies, ...devDependencies };

const roots = ['src', 'tests', '.config'];
const files = [
  'vite.config.ts',
  'svelte.config.js',
  ...roots.flatMap((root) =>
    readdirSync(root, { recursive: true, encoding: 'utf8' }).map((file) => join(root, file)),
  ),
].filter((file) => /\.(ts|mjs|js|svelte|css)$/.test(file));

const specifier =
  /(?:from|import|resolve|require|url)\s*\(?\s*['"]((?:@[\w.-]+\/)?[\w.-]+)(?:\/[^'"]*)?['"]/g;
const imported = new Set(
  files.flatMap((file) => [...readFileSync(file, 'utf8').matchAll(specifier)].map((match) => match[1] ?? '')),
);

/** Used by their commands, or by another package that looks for them. */
const commands = [
  'prettier',
  'eslint',
  'svelte-check',
  'typescript',
  'prettier-plugin-svelte',
  '@sveltejs/vite-plugin-svelte',
];
const types = Object.keys(declared).filter((name) => name.startsWith('@types/'));

test('every package is pinned to one version', () => {
  for (const [name, version] of Object.entries(declared))
    expect(version, name).toMatch(/^\d+\.\d+\.\d+(-r\.\d+)?$/);
});

test('every package is used', () => {
  const unused = Object.keys(declared).filter(
    (name) => !imported.has(name) && !commands.includes(name) && !types.includes(name),
  );
  expect(unused).toEqual([]);
});
