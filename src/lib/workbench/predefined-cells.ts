import { tableOf } from '../codebook/codebook';
import { distance, wordsIn, wordsOf } from '../codebook/words';
import { graphOf } from '../dataflow/graph';
import type { Instrument } from '../instruments/instrument';
import { attributeOf, isNamed, type CellName } from '../notebook/cell';
import type { Notebook } from '../notebook/notebook';
import { outline } from '../notebook/outline';
import { parse } from '../notebook/parse';
import { tokenise } from '../sql/tokens';
import { predefinedNames, readPredefined } from './predefined';

/** A cell of a shipped notebook that a fence with `figure=` offers to every other notebook. */
export interface PredefinedCell {
  readonly source: Notebook;
  readonly name: CellName;
  readonly title: string;
  /** The heading it stands under. */
  readonly heading: string;
  readonly figure: string;
  /** Are there charts of it, which come along? */
  readonly drawn: boolean;
}

/** The catalogue: every entry of every shipped notebook, in their order. */
export async function readPredefinedCells(): Promise<readonly PredefinedCell[]> {
  const texts = await Promise.all(predefinedNames.map(readPredefined));
  return texts.flatMap((text) => (text === undefined ? [] : predefinedIn(parse(text).notebook)));
}

export function predefinedIn(source: Notebook): readonly PredefinedCell[] {
  const headings = outline(source);
  return source.cells.flatMap((cell, index) => {
    const figure = isNamed(cell) ? attributeOf(cell, 'figure') : undefined;
    const title = isNamed(cell) ? attributeOf(cell, 'title') : undefined;
    if (!isNamed(cell) || figure === undefined || title === undefined) return [];
    const above = headings.findLast((heading) => heading.index < index && heading.level > 1);
    return [
      {
        source,
        name: cell.name,
        title: withoutLookups(title),
        heading: withoutLookups(above?.text ?? ''),
        figure,
        drawn: source.cells.some((each) => each.kind === 'plot' && each.spec.data === cell.name),
      },
    ];
  });
}

const withoutLookups = (text: string) => text.replace(/\{\{.*?\}\}/g, '…');

/** The entries that have every word of the query, those that have them in their title first; all for no words. */
export function searchPredefined(
  query: string,
  cells: readonly PredefinedCell[],
  instruments: readonly Instrument[],
): readonly PredefinedCell[] {
  const words = wordsOf(query);
  return cells
    .map((cell) => ({ cell, rank: rankOf(words, cell, instruments) }))
    .filter(({ rank }) => Number.isFinite(rank))
    .toSorted((one, other) => one.rank - other.rank)
    .map(({ cell }) => cell);
}

function rankOf(words: readonly string[], cell: PredefinedCell, instruments: readonly Instrument[]): number {
  const places = [
    cell.title,
    cell.heading,
    `${cell.source.header.title} figur figure ${cell.figure}`,
    aboutOf(cell, instruments),
  ];
  const looked = places.map(wordsIn);
  const near = words.map((word) => Math.min(...looked.map((place, rank) => rank + distance(word, place))));
  return near.reduce((sum, rank) => sum + rank, 0);
}

const about = new WeakMap<PredefinedCell, string>();

/** What people call what it computes with: the variables and the questionnaires its SQL names, and that it is paired. */
function aboutOf(cell: PredefinedCell, instruments: readonly Instrument[]): string {
  const known = about.get(cell);
  if (known !== undefined) return known;
  const named = wordsOfSql(cell.source, [cell.name]);
  const variables = [...tableOf('courses'), ...tableOf('forms'), ...tableOf('changes')];
  const labels = variables.filter(({ name }) => named.has(name)).map(({ label }) => label);
  const titles = instruments
    .filter(({ name }) => named.has(name))
    .flatMap(({ name, title }) => [{ da: name, en: name }, title]);
  const above = graphOf(cell.source, { stamp: '', tables: [] }).ancestorsOf(cell.name);
  const paired = wordsOfSql(cell.source, above).has('changes') ? tableOf('changes').slice(0, 2) : [];
  const said = [...labels, ...titles, ...paired.map(({ label }) => label)];
  const words = said.map(({ da, en }) => `${da} ${en}`).join(' ');
  about.set(cell, words);
  return words;
}

/** Names and texts in the SQL of these cells. */
function wordsOfSql({ cells }: Notebook, names: readonly CellName[]): ReadonlySet<string> {
  const bodies = cells.filter(isNamed).filter(({ name }) => names.includes(name));
  return new Set(
    bodies.flatMap(({ body }) => tokenise(body).map(({ text }) => text.replace(/^'|'$/g, '').toLowerCase())),
  );
}
