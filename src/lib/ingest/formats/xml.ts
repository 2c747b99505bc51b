import { Parser } from 'saxen';
import { Refused } from './refused';

/** What is told while XML is read. Names are without their prefixes: a workbook has one vocabulary. */
export interface XmlEvents {
  open?(name: string, attribute: (name: string) => string | undefined): void;
  text?(text: string): void;
  close?(name: string): void;
}

/** Characters without a single tag, past which it is no document of ours, and would be read over and over. */
const longestText = 32_000_000;

/** Reads UTF-8 as it comes; `end` when no more does. Throws when it is not well-formed. */
export function xmlReader(events: XmlEvents): { write(piece: Uint8Array): void; end(): void } {
  const decoder = new TextDecoder();
  let silent = 0;
  const parser = new Parser()
    .on('openTag', (name, attributes) => {
      silent = 0;
      events.open?.(localName(name), (wanted) => {
        const all = attributes();
        const value = all ? all[wanted] : undefined;
        return value === undefined ? undefined : withoutEntities(value);
      });
    })
    .on('closeTag', (name) => events.close?.(localName(name)))
    .on('text', (text) => events.text?.(withoutEntities(text)))
    .on('cdata', (text) => events.text?.(text));
  const write = (xml: string) => {
    silent += xml.length;
    if (silent > longestText) throw new Refused('damaged-file', 'XML');
    parser.write(xml);
  };
  return {
    write: (piece) => write(decoder.decode(piece, { stream: true })),
    end() {
      write(decoder.decode());
      parser.end();
    },
  };
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

const entities = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

/** XML's own five and numbers; there are no others without a document type, and none is read. */
function withoutEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#(\d+)|#[xX]([0-9a-fA-F]+)|(\w+));/g, (whole, decimal, hexadecimal, name) => {
    if (name) return entities.get(name) ?? whole;
    const code = decimal ? Number(decimal) : parseInt(hexadecimal, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
