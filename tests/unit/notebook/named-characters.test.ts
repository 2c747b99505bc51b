import { expect, test } from 'vitest';
import { proseTree } from '../../../src/lib/notebook/prose-tree';

const textOf = (text: string) => JSON.stringify(proseTree(text));

test.each([
  ['b&aring;de', 'både'],
  ['&AElig;g &oslash;l', 'Æg øl'],
  ['R&amp;D', 'R&D'],
  ['5 &lt; 6', '5 < 6'],
  ['fr&#248;', 'frø'],
  ['fr&#xF8;', 'frø'],
  ['&#0;', '\ufffd'],
  ['&#xD800;', '\ufffd'],
  // Not among those people write: as an unknown one.
  ['&Ccaron; &bogus; &constructor;', '&Ccaron; &bogus; &constructor;'],
])('%s is read as %s', (written, read) => expect(textOf(written)).toContain(read));

test('an address in the text is no link: only what is written as one', () => {
  expect(textOf('se https://example.org')).not.toContain('"link"');
  expect(textOf('[se](https://example.org/&aring;)')).toContain('link');
});
