import type {
  Completion,
  CompletionContext,
  CompletionResult,
  CompletionSource,
} from '@codemirror/autocomplete';
import { signatures } from '../../sql/functions';
import { explainName, type Explained, type Names } from './names';
import { tooltipOf } from './tooltip';

const keywords =
  'SELECT FROM WHERE GROUP BY ALL ORDER BY HAVING LIMIT JOIN LEFT JOIN USING UNION ALL CASE WHEN THEN ELSE END AS AND OR NOT IN IS NULL BETWEEN DISTINCT FILTER ROLLUP WITH'.split(
    / (?!BY|ALL|JOIN)/,
  );

/** Tables, columns, cells and inputs; after `name.` only that one's columns, after `$` only inputs, in a text a column's codes. */
export function completeFrom(read: () => Names): CompletionSource {
  return (context: CompletionContext): CompletionResult | null => {
    const names = read();
    const code = codesAt(context, names);
    if (code) return code;
    const typed = context.matchBefore(/[$\w.]*/);
    if (!typed || (typed.from === typed.to && !context.explicit)) return null;
    const dot = typed.text.lastIndexOf('.');
    const from = dot === -1 ? typed.from : typed.from + dot + 1;
    return { from, options: optionsFor(names, typed.text, dot), validFor: /^[$\w]*$/ };
  };
}

/** `sex = '…` and `sex IN ('girl', '…`. */
const compared = /(\w+)"?\s*(?:=|<>|!=|\bin\s*\((?:\s*'[^']*'\s*,)*)\s*'([^'\n]*)$/i;

function codesAt(context: CompletionContext, names: Names): CompletionResult | null {
  const { state, pos } = context;
  const [, column, typed] = compared.exec(state.sliceDoc(Math.max(0, pos - 500), pos)) ?? [];
  if (column === undefined || typed === undefined) return null;
  const closed = state.sliceDoc(pos, pos + 1) === "'";
  const options = names.codesOf(column.toLowerCase()).map(({ code, label }, place) => ({
    label: code,
    ...(label === code ? {} : { detail: label }),
    type: 'constant',
    boost: -place,
    apply: closed ? code : `${code}'`,
  }));
  return options.length > 0 ? { from: pos - typed.length, options, validFor: /^[^'\n]*$/ } : null;
}

function optionsFor(names: Names, typed: string, dot: number): readonly Completion[] {
  const sources = [...names.tables, ...names.cells];
  const say = (name: string) => ({ info: () => infoOf(explainName(name, names)) });
  const inputs = names.inputs.map(({ name }) => ({
    label: `$${name}`,
    type: 'variable',
    boost: 1,
    ...say(`$${name}`),
  }));
  if (typed.startsWith('$')) return inputs;
  if (dot !== -1) {
    const source = sources.find((each) => each.name === typed.slice(0, dot).toLowerCase());
    return (source?.columns ?? []).map((label) => ({ label, type: 'property', ...say(label) }));
  }
  return [
    ...columnsOf(sources).map((option) => ({ ...option, ...say(option.label) })),
    ...sources.map(({ name }) => ({ label: name, type: 'class', boost: 2, ...say(name) })),
    ...inputs,
    ...signatures.map(({ name, parameters }) => ({
      label: name,
      detail: `(${parameters.join(', ')})`,
      type: 'function',
      boost: -1,
      info: () => infoOf({ head: name, lines: [names.words.functions[name] ?? ''] }),
    })),
    ...keywords.map((label) => ({ label, type: 'keyword', boost: -2 })),
  ];
}

function infoOf(explained: Explained | undefined): HTMLElement | null {
  return explained ? tooltipOf(explained) : null;
}

/** Each column once, with the places it is in. */
function columnsOf(
  sources: readonly { readonly name: string; readonly columns: readonly string[] }[],
): readonly (Completion & { readonly label: string })[] {
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
