/*
 * The last look at a file before it leaves. It shares nothing with the code that withheld the numbers or wrote the file:
 * it reads the finished page as others will, and knows only which numbers must not be in it.
 */

/** What must not be read in the file. */
export interface Secret {
  /** What people know the table by. */
  readonly table: string;
  /** The numbers of a withheld row, as they were computed. */
  readonly numbers: readonly number[];
}

interface Asked {
  readonly fileName: string;
  readonly secrets: readonly Secret[];
  /** Every number that may be read: one of those can be written as a secret one is. */
  readonly shown: readonly number[];
}

export interface PageAsked extends Asked {
  readonly page: Document;
  readonly minimum: number;
}

/** A file that is no page: a workbook, a list for programs. */
export interface PartsAsked extends Asked {
  readonly parts: readonly Part[];
}

/** A sheet or a file, as other code than wrote it reads it. */
export interface Part {
  readonly name: string;
  readonly texts: readonly string[];
  /** What stands there as a number, and not as words. */
  readonly numbers: readonly number[];
}

/** `written`: a withheld number is there. `computed`: it is what is left when the others are taken from their sum. */
export interface AuditFault {
  readonly kind: 'written' | 'computed';
  readonly table: string;
  /** The text it was found in. */
  readonly where: string;
}

export function auditPage(asked: PageAsked): readonly AuditFault[] {
  const texts = [asked.fileName, ...textsIn(asked.page)];
  return [...writtenIn(texts, asked), ...besideReasons(asked), ...computedIn(asked)];
}

/** Of numbers that stand as numbers each must be one that may be read, however small it is. */
export function auditParts(asked: PartsAsked): readonly AuditFault[] {
  const { fileName, parts, shown } = asked;
  const texts = [fileName, ...parts.flatMap(({ name, texts: own }) => [name, ...own])];
  const allowed = new Set(shown);
  const strays = parts.flatMap(({ name, numbers }) => {
    const stray = numbers.find((number) => !allowed.has(number));
    return stray === undefined ? [] : [{ kind: 'written' as const, table: name, where: String(stray) }];
  });
  return [...writtenIn(texts, asked), ...strays];
}

/** Everything a reader, a screen reader or a program finds: text, attributes, titles of drawings. */
function textsIn(page: Document): readonly string[] {
  return [...page.querySelectorAll('*')].flatMap((element) => {
    if (element.localName === 'style') return [];
    const own = [...element.childNodes]
      .filter(({ nodeType }) => nodeType === 3)
      .map((node) => node.nodeValue ?? '');
    // Where something stands on the page is no number of it; what a drawing is called is.
    const said = [...element.attributes].filter(({ name }) =>
      /^(aria-|title$|alt$|data-|content$|value$|id$|href$)/.test(name),
    );
    return [...own, ...said.map(({ value }) => value)].filter((text) => /\d/.test(text));
  });
}

function writtenIn(texts: readonly string[], { secrets, shown }: Asked): readonly AuditFault[] {
  const allowed = new Set(shown.flatMap(waysToWrite));
  const numbersOf = texts.map((text) => ({
    text,
    numbers: new Set(text.match(/\d[\d.,\u00a0\u202f ]*\d|\d/g) ?? []),
  }));
  return secrets.flatMap(({ table, numbers }) => {
    const forbidden = numbers.flatMap(waysToWrite).filter((way) => tells(way) && !allowed.has(way));
    const found = numbersOf.find(({ numbers: there }) => forbidden.some((way) => there.has(way)));
    return found ? [{ kind: 'written' as const, table, where: found.text.slice(0, 200) }] : [];
  });
}

/** One or two digits, and round numbers, stand anywhere by chance: they are looked for in the withheld row itself. */
function tells(written: string): boolean {
  return written.replace(/\D/g, '').replace(/^0+|0+$/g, '').length >= 3;
}

/** With up to three decimals, a share as a percentage, with either comma and any sign between thousands. */
function waysToWrite(number: number): readonly string[] {
  const size = Math.abs(number);
  return (size < 1 ? [size, size * 100] : [size]).flatMap((value) =>
    [0, 1, 2, 3].flatMap((digits) => {
      const [whole = '', part] = value.toFixed(digits).split('.');
      const grouped = ['', '.', ',', '\u00a0', '\u202f', ' '].map((sign) =>
        whole.replace(/\B(?=(\d{3})+$)/g, sign),
      );
      return grouped.flatMap((text) =>
        part === undefined ? [text] : [`${text}.${part}`, `${text},${part}`],
      );
    }),
  );
}

/** In a withheld row stand its name and the reason, in which there is one number: the limit. */
function besideReasons({ page, minimum }: PageAsked): readonly AuditFault[] {
  return [...page.querySelectorAll('tr')].flatMap((row) => {
    const cells = [...row.children];
    const reason = cells.findIndex((cell) => cell.classList.contains('withheld'));
    if (reason === -1) return [];
    const rest = cells.slice(reason).map((cell) => cell.textContent ?? '');
    const numbers = rest.flatMap((text) => text.match(/\d+/g) ?? []);
    const others = numbers.filter((text) => Number(text) !== minimum);
    return others.length === 0 && numbers.length <= 1
      ? []
      : [{ kind: 'written' as const, table: titleOf(row), where: rest.join(' ').trim().slice(0, 200) }];
  });
}

/** One row without numbers between others that a last or first one sums up: it is what they lack. */
function computedIn({ page, minimum }: PageAsked): readonly AuditFault[] {
  return [...page.querySelectorAll('table')].flatMap((table) => {
    const heads = [...table.querySelectorAll('thead th')].map((head) => (head.textContent ?? '').trim());
    const at = heads.findIndex((head) => /^(n|antal)$/i.test(head));
    const rows = [...table.querySelectorAll('tbody tr')];
    const total = rows.find((row) => row.classList.contains('total'));
    const others = rows.filter((row) => row !== total);
    const hidden = others.filter((row) => row.querySelector('.withheld'));
    if (at === -1 || !total || hidden.length !== 1) return [];
    const counts = others.filter((row) => !hidden.includes(row)).map((row) => countIn(row, at));
    const all = countIn(total, at);
    if (all === undefined || counts.some((count) => count === undefined)) return [];
    const left = all - counts.reduce<number>((sum, count) => sum + (count ?? 0), 0);
    return left > 0 && left < minimum
      ? [{ kind: 'computed' as const, table: titleOf(table), where: String(left) }]
      : [];
  });
}

function countIn(row: Element, at: number): number | undefined {
  const text = (row.children[at]?.textContent ?? '').replace(/[.,\s\u00a0\u202f](?=\d{3}\b)/g, '').trim();
  return /^\d+$/.test(text) ? Number(text) : undefined;
}

function titleOf(element: Element): string {
  return (element.closest('figure')?.querySelector('figcaption, .title')?.textContent ?? '').trim();
}
