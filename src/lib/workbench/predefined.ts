/** The notebooks that ship with Pejling, read when they are opened. */
const texts = import.meta.glob<string>('/notebooks/*.md', { query: '?raw', import: 'default' });

const nameOf = (path: string) => path.replace(/^.*\//, '').replace(/\.md$/, '');

export const predefinedNames: readonly string[] = Object.keys(texts).map(nameOf);

export async function readPredefined(name: string): Promise<string | undefined> {
  return texts[`/notebooks/${name}.md`]?.();
}
