import type { KeptNotebook } from '../storage';

export interface Found {
  readonly notebook: KeptNotebook;
  /** The line of its text where the words stand, when they are not in its title, name or tags. */
  readonly line?: string;
}

/** Without upper case and accents; æ, ø and å are letters of their own. */
export function folded(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/(?<!a)\u030a|[\u0300-\u0309\u030b-\u036f]/g, '')
    .normalize('NFC');
}

/** Notebooks with every word somewhere, and the tag if one is given: first those that are called so. The order is kept otherwise. */
export function searchNotebooks(
  notebooks: readonly KeptNotebook[],
  asked: string,
  tag?: string,
): readonly Found[] {
  const words = folded(asked).split(/\s+/).filter(Boolean);
  const called: Found[] = [];
  const within: Found[] = [];
  for (const notebook of notebooks) {
    if (tag !== undefined && !notebook.tags.includes(tag)) continue;
    const names = folded([notebook.title, notebook.name, ...notebook.tags].join('\n'));
    const missing = words.filter((word) => !names.includes(word));
    if (missing.length === 0) called.push({ notebook });
    else if (missing.every((word) => folded(notebook.text).includes(word)))
      within.push({ notebook, ...lineWith(notebook.text, missing) });
  }
  return [...called, ...within];
}

function lineWith(text: string, words: readonly string[]): { readonly line?: string } {
  const lines = text.split('\n').map((line) => line.trim());
  const best = lines.find((line) => words.every((word) => folded(line).includes(word)));
  const line = best ?? lines.find((each) => folded(each).includes(words[0] ?? ''));
  return line === undefined ? {} : { line: line.slice(0, 160) };
}

/** What is written in a field, parted by commas: each once, in the order given. */
export function readTags(text: string): readonly string[] {
  return [...new Set(text.split(',').map((each) => each.trim().replace(/\s+/g, ' ')))].filter(Boolean);
}

/** A name as it can stand in a file and an address, of what a person writes; empty when nothing is left. */
export function fileName(text: string): string {
  return text
    .trim()
    .replace(/\.md$/i, '')
    .replace(/[\\/:*?"<>|\p{Cc}]+/gu, '-')
    .replace(/^[.-]+|[.-]+$/g, '')
    .slice(0, 100)
    .trim();
}
