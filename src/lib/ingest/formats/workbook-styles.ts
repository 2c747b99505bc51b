import type { Work } from '../work';
import type { Package } from './workbook-parts';

/** What a number in a cell is shown as: `length` is time that has passed. */
export type Shown = 'number' | 'date' | 'time' | 'length';

/** What each style of the workbook shows numbers as, by the style's number. (ECMA-376, 18.8.30 and 18.8.31.) */
export function* readStyles(parts: Package, path: string): Work<Shown[]> {
  const own = new Map<number, string>();
  const styles: Shown[] = [];
  let inCells = false;
  yield* parts.read(path, {
    open(name, attribute) {
      if (name === 'numFmt') own.set(Number(attribute('numFmtId')), attribute('formatCode') ?? '');
      else if (name === 'cellXfs') inCells = true;
      else if (name === 'xf' && inCells) {
        const number = Number(attribute('numFmtId') ?? 0);
        const format = own.get(number);
        styles.push(format === undefined ? builtIn(number) : shownBy(format));
      }
    },
    close(name) {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return styles;
}

/** Those that mean the same everywhere, and the dates of East Asian Excels. */
function builtIn(number: number): Shown {
  if (number === 46) return 'length';
  if ((number >= 18 && number <= 21) || number === 45 || number === 47) return 'time';
  const dates = (number >= 14 && number <= 22) || (number >= 27 && number <= 36);
  return dates || (number >= 50 && number <= 58) ? 'date' : 'number';
}

/** By the letters of its first part, without what is quoted, escaped, or says colour and language. */
export function shownBy(format: string): Shown {
  const first = format
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .split(';')[0]
    ?.toLowerCase();
  if (/\[(h+|m+|s+)\]/.test(first ?? '')) return 'length';
  const letters = (first ?? '').replace(/\[[^\]]*\]/g, '').replace(/general|am\/pm|a\/p/g, '');
  if (/[yd]/.test(letters)) return 'date';
  if (/[hs]/.test(letters)) return 'time';
  return letters.includes('m') ? 'date' : 'number';
}
