import type { Label, Variable } from './schema';
import { distance, wordsIn, wordsOf } from './words';

/** What can be looked up and written in SQL: a variable, or an item or a scale of an instrument. */
export interface Entry {
  readonly kind: 'variable' | 'item' | 'scale';
  /** Of the column, or of the scale. */
  readonly name: string;
  /** Where it is: the chief table first. */
  readonly tables: readonly string[];
  readonly label: Label;
  /** What the instrument is called. */
  readonly title?: Label;
  readonly type: Variable['type'];
  readonly range?: { readonly from: number; readonly to: number };
  readonly codes: readonly { readonly code: string; readonly label: Label }[];
  readonly derived?: Label;
  readonly source?: Label;
  readonly search: readonly string[];
  /** What stands for it in SQL. */
  readonly sql: string;
}

/** An entry that was found, and the codes by which it was. */
export interface Found {
  readonly entry: Entry;
  readonly codes: readonly string[];
}

/** Where a word of the query was found; less is nearer. */
const ranks = { name: 0, labelStart: 1, label: 2, code: 3, search: 4 } as const;
interface Indexed {
  readonly places: readonly { readonly rank: number; readonly words: readonly string[] }[];
  readonly codes: readonly { readonly code: string; readonly words: readonly string[] }[];
  /** The name, alone and after its table. */
  readonly names: readonly string[];
}

/** Kept: an entry's words are the same for every query. */
const indexed = new WeakMap<Entry, Indexed>();

/** The entries that have every word of the query somewhere, the nearest first; all of them for no words. */
export function searchCodebook(query: string, entries: readonly Entry[]): Found[] {
  const words = wordsOf(query);
  return entries
    .flatMap((entry) => {
      const index = indexOf(entry);
      const nearest = words.map((word) => ({ word, rank: rankOf(word, index) }));
      const byCode = nearest.filter(({ rank }) => Math.floor(rank) === ranks.code).map(({ word }) => word);
      const sum = nearest.reduce((total, { rank }) => total + rank, 0);
      const rank = index.names.includes(words.join(' ')) ? -1 : sum;
      return Number.isFinite(rank) ? [{ entry, rank, codes: codesFound(byCode, index) }] : [];
    })
    .toSorted((one, other) => one.rank - other.rank)
    .map(({ entry, codes }) => ({ entry, codes }));
}

function indexOf(entry: Entry): Indexed {
  const known = indexed.get(entry);
  if (known) return known;
  const labels = [entry.label.da, entry.label.en].map(wordsIn);
  const codes = entry.codes.map(({ code, label }) => ({
    code,
    words: [code, label.da, label.en].flatMap(wordsIn),
  }));
  // All items of an instrument begin alike: the first word of its name is nearer its scales
  const names = entry.kind === 'item' ? [] : [entry.name];
  const titles = [entry.title?.da ?? '', entry.title?.en ?? ''];
  const about = [entry.name, ...entry.search, ...entry.tables, ...titles];
  const index: Indexed = {
    places: [
      { rank: ranks.labelStart, words: labels.flatMap((label) => label.slice(0, 1)) },
      { rank: ranks.label, words: [...labels.flat(), ...names.flatMap(wordsIn)] },
      { rank: ranks.code, words: codes.flatMap(({ words }) => words) },
      { rank: ranks.search, words: about.flatMap(wordsIn) },
    ],
    codes,
    names: [entry.name, ...entry.tables.map((table) => `${table}.${entry.name}`)].map((each) =>
      wordsOf(each).join(' '),
    ),
  };
  indexed.set(entry, index);
  return index;
}

/** How near a word is; infinitely far where it is nowhere. */
function rankOf(word: string, { places, names }: Indexed): number {
  if (names.includes(word)) return ranks.name;
  return Math.min(...places.map((place) => place.rank + distance(word, place.words)));
}

/** Those that have most of the words. */
function codesFound(words: readonly string[], { codes }: Indexed): string[] {
  const counts = codes.map(
    (each) => words.filter((word) => Number.isFinite(distance(word, each.words))).length,
  );
  const most = Math.max(1, ...counts);
  return codes.filter((_, at) => counts[at] === most).map(({ code }) => code);
}
