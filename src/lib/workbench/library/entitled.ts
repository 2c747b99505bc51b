import { setTitle } from '../../notebook/edits';
import { parse } from '../../notebook/parse';
import { serialize } from '../../notebook/serialize';

/** The text under another title. One that is not wholly read, as a newer program's, stays as it is. */
export function entitled(text: string, title: string): { readonly text: string; readonly title: string } {
  const { notebook, problems } = parse(text);
  return problems.length > 0 ? { text, title } : { text: serialize(setTitle(notebook, title)), title };
}
