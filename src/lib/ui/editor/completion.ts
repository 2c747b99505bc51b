import type {
  Completion,
  CompletionContext,
  CompletionResult,
  CompletionSource,
} from '@codemirror/autocomplete';

/** What can stand in a cell's SQL: names there are now. */
export interface Words {
  readonly tables: readonly { readonly name: string; readonly columns: readonly string[] }[];
  readonly cells: readonly { readonly name: string; readonly columns: readonly string[] }[];
  readonly inputs: readonly string[];
}

const functions =
  'count avg sum min max median quantile_cont stddev_samp round coalesce nullif mode any_value string_agg count_if'.split(
    ' ',
  );
const keywords =
  'SELECT FROM WHERE GROUP BY ALL ORDER BY HAVING LIMIT JOIN LEFT JOIN USING UNION ALL CASE WHEN THEN ELSE END AS AND OR NOT IN IS NULL BETWEEN DISTINCT FILTER ROLLUP WITH'.split(
    / (?!BY|ALL|JOIN)/,
  );

/** Tables, columns, cells and inputs; after `name.` only that one's columns, after `$` only inputs. */
export function completeFrom(words: () => Words): CompletionSource {
  return (context: CompletionContext): CompletionResult | null => {
    const typed = context.matchBefore(/[$\w.]*/);
    if (!typed || (typed.from === typed.to && !context.explicit)) return null;
    const dot = typed.text.lastIndexOf('.');
    const from = dot === -1 ? typed.from : typed.from + dot + 1;
    return { from, options: optionsFor(words(), typed.text, dot), validFor: /^[$\w]*$/ };
  };
}

function optionsFor(words: Words, typed: string, dot: number): readonly Completion[] {
  const sources = [...words.tables, ...words.cells];
  const inputs = words.inputs.map((name) => ({ label: `$${name}`, type: 'variable', boost: 1 }));
  if (typed.startsWith('$')) return inputs;
  if (dot !== -1) {
    const source = sources.find((each) => each.name === typed.slice(0, dot).toLowerCase());
    return (source?.columns ?? []).map((label) => ({ label, type: 'property' }));
  }
  return [
    ...columnsOf(sources),
    ...sources.map(({ name }) => ({ label: name, type: 'class', boost: 2 })),
    ...inputs,
    ...functions.map((label) => ({ label, type: 'function', boost: -1 })),
    ...keywords.map((label) => ({ label, type: 'keyword', boost: -2 })),
  ];
}

/** Each column once, with the places it is in. */
function columnsOf(
  sources: readonly { readonly name: string; readonly columns: readonly string[] }[],
): readonly Completion[] {
  const places = new Map<string, string[]>();
  for (const { name, columns } of sources) {
    for (const column of columns) places.set(column, [...(places.get(column) ?? []), name]);
  }
  return [...places].map(([label, names]) => ({
    label,
    type: 'property',
    detail: names.length > 2 ? `${names.slice(0, 2).join(', ')} …` : names.join(', '),
  }));
}
