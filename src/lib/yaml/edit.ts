import { isMap, isSeq, parseDocument, type Document } from 'yaml';
import { placeOf, splice } from './splice';

export type Path = readonly (string | number)[];

/** One change in a YAML text. `after` names the keys that a new one stands behind; last where nothing is said. */
export type Edit =
  | { readonly kind: 'set'; readonly path: Path; readonly value: unknown; readonly after?: readonly string[] }
  | { readonly kind: 'remove'; readonly path: Path }
  | { readonly kind: 'rename'; readonly path: Path; readonly to: string }
  /** Into a list, before the entry that is there now. */
  | { readonly kind: 'insert'; readonly path: Path; readonly value: unknown };

/**
 * The text after the edits, all else as it was written: only the characters concerned change. Where that would not say
 * what is wanted, the text is written anew from what it means, comments kept. A text that cannot be edited comes back.
 */
export function editYaml(text: string, edits: readonly Edit[]): string {
  try {
    return edits.reduce(editOnce, text);
  } catch {
    // Aliases to what the edit took away, or what cannot be read at all.
    return text;
  }
}

function editOnce(text: string, edit: Edit): string {
  const wanted = read(text);
  const meant = JSON.stringify(wanted.toJS());
  change(wanted, edit);
  const meaning = JSON.stringify(wanted.toJS());
  if (meaning === meant) return text;
  const spliced = splice(text, read(text), edit);
  if (spliced !== undefined && meansThis(spliced, meaning)) return spliced;
  const anew = wanted.toString({ lineWidth: 0 }).trimEnd();
  return meansThis(anew, meaning) ? anew : text;
}

function read(text: string): Document {
  const document = parseDocument(text, { prettyErrors: false, stringKeys: true });
  if (document.errors[0]) throw document.errors[0];
  return document;
}

function meansThis(text: string, meaning: string): boolean {
  const document = parseDocument(text, { prettyErrors: false, stringKeys: true });
  return document.errors.length === 0 && JSON.stringify(document.toJS()) === meaning;
}

function change(document: Document, edit: Edit): void {
  switch (edit.kind) {
    case 'set':
      return set(document, edit);
    case 'remove':
      document.deleteIn(edit.path);
      return;
    case 'rename': {
      const map = document.getIn(edit.path.slice(0, -1), true);
      const pair = isMap(map) ? map.items.find((item) => String(item.key) === edit.path.at(-1)) : undefined;
      if (pair) pair.key = document.createNode(edit.to);
      return;
    }
    case 'insert': {
      const list = document.getIn(edit.path.slice(0, -1), true);
      if (isSeq(list)) list.items.splice(Number(edit.path.at(-1)), 0, document.createNode(edit.value));
    }
  }
}

function set(document: Document, edit: Extract<Edit, { kind: 'set' }>): void {
  const { path, value } = edit;
  const map = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  const node: unknown = document.createNode(value, { flow: typeof value === 'object' });
  if (!isMap(map) || document.hasIn(path)) document.setIn(path, node);
  else map.items.splice(placeOf(map, edit), 0, document.createPair(path.at(-1), node));
}
