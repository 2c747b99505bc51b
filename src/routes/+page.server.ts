import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { labelOfColumn } from '../lib/codebook/codebook';
import type { Language } from '../lib/i18n/language';
import { instrumentOf } from '../lib/instruments/catalogue';
import { Header } from '../lib/notebook/notebook';
import { Manifest } from '../lib/workbench/demonstration';
import type { PageServerLoad } from './$types';

const texts = import.meta.glob<string>('/notebooks/*.md', { query: '?raw', import: 'default', eager: true });

/** What the page tells of the shipped notebooks and of the demonstration: read once, at build, so that it waits for nothing. */
export const load: PageServerLoad = async () => {
  const manifest = Manifest.parse(JSON.parse(await readFile('static/demo/pool/manifest.json', 'utf8')));
  return {
    demonstration: { projects: manifest.projects.length, courses: manifest.courses },
    notebooks: Object.entries(texts).flatMap(([path, text]) => {
      const header = Header.safeParse(parse(/^---\n([\s\S]*?)\n---/.exec(text)?.[1] ?? '')).data;
      if (!header) return [];
      const name = path.replace(/^.*\/|\.md$/g, '');
      const summary = typeof header.summary === 'string' ? header.summary : '';
      const needs = { da: titlesOf(header.needs, 'da'), en: titlesOf(header.needs, 'en') };
      return [{ name, title: header.title, summary, needs }];
    }),
  };
};

/** Tables without an instrument are called by the column that says whose a row is. */
const tellingColumns: ReadonlyMap<string, string> = new Map([
  ['courses', 'course_id'],
  ['benchmark', 'pool'],
]);

/** What people call the tables. */
function titlesOf(tables: readonly string[], language: Language): string[] {
  return tables.map((table) => {
    const instrument = instrumentOf(table);
    return instrument
      ? instrument.title[language]
      : labelOfColumn(tellingColumns.get(table) ?? table, language);
  });
}
