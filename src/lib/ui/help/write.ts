import type { HelpWords } from './words';
import type { Alternative } from './alternatives';
import { keyOf, type Block } from './fields';

type FieldWords = HelpWords['help']['fields'];
/** Whose fields have words of their own. */
export type Fielded = 'input' | 'plot' | 'compare' | 'practice' | 'theory' | 'reflect' | 'header';

/** What may stand in a field, in words. */
export function allowedWords(allowed: readonly Alternative[], words: FieldWords): string {
  const said = allowed.map((one) => alternativeWords(one, words));
  const last = said.pop() ?? '';
  return said.length === 0 ? last : `${said.join(', ')} ${words.or} ${last}`;
}

function alternativeWords(one: Alternative, words: FieldWords): string {
  switch (one.kind) {
    case 'text':
      return one.most === undefined ? words.text : words.textMost(String(one.most));
    case 'number':
    case 'whole':
      return [words[one.kind], ...limits(one, words)].join(', ');
    case 'one-of':
      return one.values.join(', ');
    case 'list': {
      const of = allowedWords(one.of, words);
      return one.count === undefined ? words.list(of) : words.pair(String(one.count), of);
    }
    case 'truth':
    case 'date':
    case 'fields':
    case 'null':
      return words[one.kind];
  }
}

function limits(
  { least, above, most }: Extract<Alternative, { kind: 'number' | 'whole' }>,
  words: FieldWords,
): readonly string[] {
  if (least !== undefined && most !== undefined) return [words.between(String(least), String(most))];
  return [
    ...(least === undefined ? [] : [words.least(String(least))]),
    ...(above === undefined ? [] : [words.above(String(above))]),
    ...(most === undefined ? [] : [words.most(String(most))]),
  ];
}

/** What a field means, by its place; of what many cells have, by its name. Undefined fails a test. */
export function fieldWords(of: Fielded, block: Block, name: string, words: FieldWords): string | undefined {
  return words[of][keyOf(block, name)] ?? words.shared[name];
}

export function formWords(of: Fielded, form: string, words: FieldWords): string | undefined {
  return words[of][`form ${form}`];
}
