import type { PageServerLoad } from './$types';
import { Header } from '../lib/notebook/notebook';
import { parse } from 'yaml';

const texts = import.meta.glob<string>('/notebooks/*.md', { query: '?raw', import: 'default', eager: true });

/** The shipped notebooks as their headers tell of them: read once, at build, so that the page carries no notebook. */
export const load: PageServerLoad = () => ({
  notebooks: Object.entries(texts).flatMap(([path, text]) => {
    const header = Header.safeParse(parse(/^---\n([\s\S]*?)\n---/.exec(text)?.[1] ?? '')).data;
    if (!header) return [];
    const name = path.replace(/^.*\/|\.md$/g, '');
    const summary = typeof header.summary === 'string' ? header.summary : '';
    return [{ name, title: header.title, summary, needs: header.needs }];
  }),
});
