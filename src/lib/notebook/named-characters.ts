/**
 * What stands in the place of the `entities` package in markdown-it (see vite.config.ts): of the 2,231 names of
 * characters in HTML, a table of 13 kB, those that people write. Any other stays as it was written, as an unknown one does.
 */
const named: Readonly<Record<string, string>> = {
  amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0', shy: '\u00ad', copy: '©', reg: '®', trade: '™',
  aelig: 'æ', AElig: 'Æ', oslash: 'ø', Oslash: 'Ø', aring: 'å', Aring: 'Å', auml: 'ä', Auml: 'Ä', ouml: 'ö', Ouml: 'Ö',
  uuml: 'ü', Uuml: 'Ü', szlig: 'ß', eacute: 'é', Eacute: 'É', egrave: 'è', agrave: 'à', aacute: 'á', ecirc: 'ê', ccedil: 'ç',
  ndash: '–', mdash: '—', hellip: '…', laquo: '«', raquo: '»', lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”', bull: '•',
  middot: '·', times: '×', divide: '÷', plusmn: '±', minus: '−', frac12: '½', frac14: '¼', frac34: '¾', deg: '°', sect: '§',
  euro: '€', le: '≤', ge: '≥', ne: '≠', asymp: '≈', larr: '←', rarr: '→', uarr: '↑', darr: '↓', alpha: 'α', beta: 'β',
  mu: 'μ', micro: 'µ', sigma: 'σ', Delta: 'Δ', chi: 'χ', sup2: '²', sup3: '³', thinsp: '\u2009', ensp: '\u2002',
}; // prettier-ignore

const entity = /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi;

/** `&aring;`, `&#229;` and `&#xe5;` as the characters they stand for. */
export function decodeHTMLStrict(text: string): string {
  return text.replace(entity, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return Object.hasOwn(named, name) ? (named[name] ?? whole) : whole;
    return characterOf(hex === undefined ? Number(decimal) : parseInt(hex, 16));
  });
}

/** As CommonMark has it: what is no character is the one that says so. */
function characterOf(code: number): string {
  const isNone = code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff);
  return isNone ? '\ufffd' : String.fromCodePoint(code);
}
