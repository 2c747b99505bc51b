import type { Work } from '../work';
import type { Budget } from './budget';
import { xmlReader, type XmlEvents } from './xml';
import { unpackEntry, type Entry } from './zip';

/** A workbook as the zip file it is: parts, by their paths in it. */
export class Package {
  readonly #bytes: Uint8Array;
  readonly #parts: ReadonlyMap<string, Entry>;
  readonly #budget: Budget;

  constructor(bytes: Uint8Array, entries: readonly Entry[], budget: Budget) {
    this.#bytes = bytes;
    this.#parts = new Map(entries.map((entry) => [entry.name.toLowerCase(), entry]));
    this.#budget = budget;
  }

  /** Reads a part as it is unpacked. A part that is not there tells nothing. */
  *read(path: string, events: XmlEvents): Work<void> {
    const entry = this.#parts.get(path.toLowerCase());
    if (!entry) return;
    const xml = xmlReader(events);
    yield* unpackEntry(this.#bytes, entry, this.#budget, (piece) => xml.write(piece));
    xml.end();
  }

  /** What a part refers to, by the kind of reference (the last word of its address) and by its name. */
  *relations(path: string): Work<Relation[]> {
    const folder = path.slice(0, path.lastIndexOf('/') + 1);
    const found: Relation[] = [];
    yield* this.read(`${folder}_rels/${path.slice(folder.length)}.rels`, {
      open(name, attribute) {
        if (name !== 'Relationship') return;
        const target = attribute('Target') ?? '';
        found.push({
          id: attribute('Id') ?? '',
          kind: (attribute('Type') ?? '').split('/').at(-1) ?? '',
          path: target.startsWith('/') ? target.slice(1) : resolvePath(folder + target),
        });
      },
    });
    return found;
  }
}

export interface Relation {
  readonly id: string;
  readonly kind: string;
  readonly path: string;
}

function resolvePath(path: string): string {
  const folders: string[] = [];
  for (const name of path.split('/')) {
    if (name === '..') folders.pop();
    else if (name !== '.') folders.push(name);
  }
  return folders.join('/');
}

export interface WorkbookPart {
  readonly sheets: readonly { readonly name: string; readonly relation: string }[];
  /** Days are counted from 1904, as old Macintoshes did. */
  readonly from1904: boolean;
}

export function* readWorkbookPart(parts: Package, path: string): Work<WorkbookPart> {
  const sheets: { name: string; relation: string }[] = [];
  let from1904 = false;
  yield* parts.read(path, {
    open(name, attribute) {
      if (name === 'workbookPr') from1904 = /^(1|true)$/.test(attribute('date1904') ?? '');
      else if (name === 'sheet') {
        sheets.push({ name: attribute('name') ?? '', relation: attribute('r:id') ?? '' });
      }
    },
  });
  return { sheets, from1904 };
}

/** Texts that cells share, by their number. What is written above a word, as in Japanese, is not part of it. */
export function* readSharedStrings(parts: Package, path: string): Work<string[]> {
  const strings: string[] = [];
  let [text, reading, aside] = ['', false, false];
  yield* parts.read(path, {
    open(name) {
      if (name === 'si') text = '';
      else if (name === 't') reading = true;
      else if (name === 'rPh') aside = true;
    },
    text(piece) {
      if (reading && !aside) text += piece;
    },
    close(name) {
      if (name === 'si') strings.push(unescapeText(text));
      else if (name === 't') reading = false;
      else if (name === 'rPh') aside = false;
    },
  });
  return strings;
}

/** Characters that XML cannot have are written `_x000D_`. */
export function unescapeText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9a-fA-F]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}
