import { broken, widthOf } from './measure';
import { letter, type Pen } from './pen';
import type { Row } from './rows';
import { narrowUnder } from './words';

/** How the groups are named: in columns left of the drawing, or on a strip above each row where it is narrow. */
export interface RowHeads {
  readonly strips: boolean;
  /** Where the drawing starts and ends. */
  readonly left: number;
  readonly right: number;
  readonly draw: (pen: Pen, row: Row, y: number) => readonly Element[];
}

const group = { size: 14, weight: 600, fill: 'var(--ink)' } as const;
const count = { size: 13, fill: 'var(--ink2)' } as const;
const gap = 14;

export function rowHeads(rows: readonly Row[], width: number): RowHeads {
  return width < narrowUnder ? stripHeads(width) : columnHeads(rows, width);
}

function countText(row: Row): string {
  return [row.count, row.small].filter((part) => part !== undefined).join(' · ');
}

const countFill = (row: Row) => (row.small === undefined ? count.fill : 'var(--warn)');

/** The groups in a column, their counts right-aligned in the next. */
export function columnHeads(rows: readonly Row[], width: number): RowHeads {
  const widest = (words: (row: Row) => string, size: number, weight: number) =>
    Math.max(0, ...rows.map((row) => widthOf(words(row), size, weight)));
  const countWidth = widest(countText, count.size, 400);
  const wanted = widest((row) => row.group, group.size, group.weight) + 18 + countWidth + gap;
  const left = Math.min(Math.max(wanted, width * 0.2485), width * 0.46);
  const room = left - gap - countWidth - 18;
  const draw = (pen: Pen, row: Row, y: number) => [
    ...broken(row.group, room, group.size, group.weight, 2).map((line, index, lines) =>
      letter(pen, line, 0, y + (index - (lines.length - 1) / 2) * 16, group),
    ),
    letter(pen, countText(row), left - gap, y, { ...count, fill: countFill(row), anchor: 'end' }),
  ];
  return { strips: false, left, right: width - 24, draw };
}

function stripHeads(width: number): RowHeads {
  const right = width - 14;
  const draw = (pen: Pen, row: Row, y: number) => {
    const counted = countText(row);
    const room = right - widthOf(counted, count.size) - 12;
    const name = broken(row.group, room, group.size, group.weight, 1)[0] ?? '';
    const tail = pen.make(
      'tspan',
      { dx: 8, 'font-size': count.size, 'font-weight': 400, fill: row.small ? countFill(row) : 'var(--ink)' },
      [counted],
    );
    const line = letter(pen, name, 4, y, group);
    line.append(tail);
    return [line];
  };
  return { strips: true, left: 4, right, draw };
}
