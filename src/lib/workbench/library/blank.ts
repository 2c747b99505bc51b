import { parse } from '../../notebook/parse';

/** A notebook with nothing in it. */
export const blankText = '---\nformat: 1\ntitle: ""\nlanguage: da\n---\n';
export const blank = parse(blankText);
