import { formatNumber } from '../i18n/format';
import { sentencesOf } from '../i18n/sentences';
import type { Column } from '../results/result';
import type { Drawing } from './drawing';
import { hatchPattern } from './hatch';
import { widthOf } from './measure';
import { letter, sheet, type Pen } from './pen';
import type { SharesMark } from './plan';
import { rowHeads } from './rowheads';
import { numberAt, rowsOf } from './rows';
import { positionIn, type Extent } from './scale';
import type { ChartWords } from './words';

export interface ShareColumns {
  readonly down: Column;
  readonly same: Column;
  readonly up: Column;
  readonly group: Column;
}

/** Three shares that add to one. */
export interface Shares {
  readonly down: number;
  readonly same: number;
  readonly up: number;
}

/** Shares of a row, from shares, percentages or counts alike; absent where one is missing or nothing is there. */
export function sharesAt(columns: ShareColumns, row: number): Shares | undefined {
  const down = numberAt(columns.down, row);
  const same = numberAt(columns.same, row);
  const up = numberAt(columns.up, row);
  if (down === null || same === null || up === null || Math.min(down, same, up) < 0) return undefined;
  const sum = down + same + up;
  return sum > 0 ? { down: down / sum, same: same / sum, up: up / sum } : undefined;
}

const barHeight = 22;
const wideLayout = { first: 35, pitch: 40, last: 13 };
const narrowLayout = { first: 57, pitch: 60, last: 13 };

/** Tilbagegang, status quo and fremgang of each group, from left to right, always adding to the whole. */
export function drawShares(drawing: Drawing, mark: SharesMark, columns: ShareColumns): Element {
  const { pen, cleared, words, width, hatch: id } = drawing;
  const rows = rowsOf(cleared, columns.group, mark.n, words);
  const heads = rowHeads(rows, width);
  const extent: Extent = [heads.left, heads.right];
  const layout = heads.strips ? narrowLayout : wideLayout;
  const shares = rows.map((row) => (row.withheld === undefined ? sharesAt(columns, row.index) : undefined));
  const first = shares.find((share) => share !== undefined);
  const children = [
    hatchPattern(pen, id),
    ...(first ? drawHeadings(pen, first, extent, words) : []),
    ...rows.flatMap((row) => {
      const y = layout.first + layout.pitch * row.index;
      const share = shares[row.index];
      return [
        ...heads.draw(pen, row, heads.strips ? y - 24 : y),
        ...(share
          ? drawBar(pen, share, y, extent, id, words)
          : [
              letter(pen, row.absent, heads.left + 8, y, {
                size: 14,
                fill: 'var(--ink2)',
              }),
            ]),
      ];
    }),
  ];
  const height = layout.first + layout.pitch * Math.max(0, rows.length - 1) + layout.last;
  return sheet(pen, { width, height }, drawing.description, children);
}

const seam = 2;

function drawBar(
  pen: Pen,
  share: Shares,
  y: number,
  extent: Extent,
  id: string,
  words: ChartWords,
): readonly Element[] {
  const position = positionIn([0, 1], extent);
  const parts = [
    {
      share: share.down,
      from: 0,
      to: share.down,
      fill: `url(#${id})`,
      ink: 'var(--on-down)',
      halo: 'var(--down)',
      align: 'start' as const,
    },
    {
      share: share.same,
      from: share.down,
      to: share.down + share.same,
      fill: 'var(--same)',
      ink: 'var(--on-same)',
      align: 'middle' as const,
    },
    {
      share: share.up,
      from: share.down + share.same,
      to: 1,
      fill: 'var(--up)',
      ink: 'var(--on-up)',
      align: 'end' as const,
    },
  ];
  return parts.flatMap((part) => {
    const left = position(part.from) + (part.from > 0 ? seam / 2 : 0);
    const right = position(part.to) - (part.to < 1 ? seam / 2 : 0);
    if (part.share <= 0 || right <= left) return [];
    const bar = pen.make('rect', {
      x: left,
      y: y - barHeight / 2,
      width: right - left,
      height: barHeight,
      fill: part.fill,
    });
    return [bar, ...drawPercent(pen, part, [left, right], y, words)];
  });
}

/** Values stand in the bar from 4 %; the middle one, and one without room for it, has no percent sign. */
function drawPercent(
  pen: Pen,
  part: {
    readonly share: number;
    readonly align: 'start' | 'middle' | 'end';
    readonly ink: string;
    readonly halo?: string;
  },
  [left, right]: Extent,
  y: number,
  words: ChartWords,
): readonly Element[] {
  if (part.share < 0.04) return [];
  const figure = formatNumber(part.share * 100, words.language, 0);
  const signed = `${figure}\u00a0%`;
  const style = {
    size: 14,
    weight: 600,
    fill: part.ink,
    ...(part.halo === undefined ? {} : { halo: part.halo }),
  };
  const room = right - left;
  if (part.align !== 'middle' && widthOf(signed, 14, 600) + 16 <= room) {
    const x = part.align === 'start' ? left + 8 : right - 8;
    return [letter(pen, signed, x, y, { ...style, anchor: part.align })];
  }
  if (widthOf(figure, 14, 600) > room) return [];
  return [letter(pen, figure, (left + right) / 2, y, { ...style, anchor: 'middle' })];
}

/** The three names over the first row; the middle one over its own part where there is room. */
function drawHeadings(pen: Pen, share: Shares, [left, right]: Extent, words: ChartWords): readonly Element[] {
  const says = sentencesOf(words.language).chart;
  const y = 9;
  const down = { size: 13, weight: 600, fill: 'var(--down-text)' };
  const up = { size: 13, weight: 600, fill: 'var(--up)', anchor: 'end' as const };
  const half = widthOf(says.same, 13, 600) / 2;
  const wanted = left + (right - left) * (share.down + share.same / 2);
  const least = left + widthOf(says.down, 13, 600) + 16 + half;
  const most = right - widthOf(says.up, 13, 600) - 16 - half;
  const fits = least <= most && right - left > 360;
  if (!fits) return [letter(pen, says.downAndSame, left, y, down), letter(pen, says.up, right, y, up)];
  const middle = Math.min(most, Math.max(least, wanted));
  return [
    letter(pen, says.down, left, y, down),
    letter(pen, says.same, middle, y, { size: 13, weight: 600, fill: 'var(--ink2)', anchor: 'middle' }),
    letter(pen, says.up, right, y, up),
  ];
}
