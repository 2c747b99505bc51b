import { abbreviated, broken, widthOf } from './measure';
import { letter, type Lettering, type Pen } from './pen';
import type { Band, Rule } from './plan';
import type { Extent, Position } from './scale';

/** The names over a drawing: of its fields and of its lines, placed so that none stands on another. */
export interface Heads {
  /** Pixels they take. */
  readonly height: number;
  /** How far each line rises over the frame, in the order of the rules. */
  readonly rises: readonly number[];
  readonly draw: (pen: Pen, top: number) => readonly Element[];
}

interface Name {
  readonly words: string;
  readonly x: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly level: number;
  readonly style: Lettering;
}

const bandStyle = { size: 12.5, fill: 'var(--ink2)' } as const;
const lineHeight = 16;

export function headsOf(
  bands: readonly Band[],
  rules: readonly Rule[],
  position: Position,
  paper: Extent,
  figure: (value: number) => string,
): Heads {
  const fields = bands.flatMap((band) => bandNames(band, position));
  const lines = ruleNames(rules, position, paper, figure);
  const blocked = lines.filter((line) => fields.some((field) => overlap(line, field)));
  const above = blocked.length === 0 ? 0 : 1 + Math.max(...fields.map((field) => field.level));
  const raised = lines.map((line) => ({ ...line, level: line.level + above }));
  const names = [...fields, ...raised];
  const levels = names.length === 0 ? 0 : 1 + Math.max(...names.map((name) => name.level));
  return {
    height: levels === 0 ? 4 : 14 + levels * lineHeight,
    rises: raised.map((name) => 10 + name.level * lineHeight),
    draw: (pen, top) =>
      names.map((name) =>
        letter(pen, name.words, name.x, top - 18 - name.level * lineHeight, {
          ...name.style,
          anchor: name.anchor,
        }),
      ),
  };
}

/** A field's name on one or two lines, shortened where it must be; a field without room even then stays unnamed. */
function bandNames(band: Band, position: Position): readonly Name[] {
  if (band.label === undefined) return [];
  const room = position(band.to) - position(band.from) - 4;
  const lines = fitting(band.label, room);
  const x = (position(band.from) + position(band.to)) / 2;
  return lines.map((words, index) => ({
    words,
    x,
    anchor: 'middle',
    level: lines.length - 1 - index,
    style: bandStyle,
  }));
}

function fitting(label: string, room: number): readonly string[] {
  const tried = [label, ...[8, 6, 5, 4, 3].map((letters) => abbreviated(label, letters))];
  return (
    tried
      .map((words) => broken(words, room, bandStyle.size, 400, 2))
      .find((lines) => !lines.some((line) => line.endsWith('…'))) ?? []
  );
}

/** Each name over its line; two that would meet lean away from each other, and the next goes a level up. */
function ruleNames(
  rules: readonly Rule[],
  position: Position,
  paper: Extent,
  figure: (value: number) => string,
): readonly Name[] {
  const placed = rules.map((rule): Name => {
    const words = rule.label ?? figure(rule.at);
    const fill = rule.as === 'norm' ? 'var(--norm-text)' : 'var(--ink2)';
    return within(
      { words, x: position(rule.at), anchor: 'middle', level: 0, style: { size: 13, weight: 600, fill } },
      paper,
    );
  });
  const order = placed.map((_, index) => index).sort((a, b) => (placed[a]?.x ?? 0) - (placed[b]?.x ?? 0));
  for (let place = 1; place < order.length; place++) {
    const left = order[place - 1];
    const right = order[place];
    const before = left === undefined ? undefined : placed[left];
    const name = right === undefined ? undefined : placed[right];
    if (left === undefined || right === undefined || !before || !name || !overlap(before, name)) continue;
    const leaning: Name = { ...before, x: before.x - 4, anchor: 'end' };
    const away: Name = { ...name, x: name.x + 4, anchor: 'start' };
    const others = placed.filter((_, index) => index !== left && index !== right);
    const fits =
      before.anchor === 'middle' &&
      name.anchor === 'middle' &&
      !others.some((other) => overlap(other, leaning));
    placed[left] = fits ? leaning : before;
    placed[right] = fits ? away : { ...name, level: before.level + 1 };
  }
  return placed;
}

function within(name: Name, [from, to]: Extent): Name {
  const half = widthOf(name.words, name.style.size, name.style.weight) / 2;
  if (name.x - half < from) return { ...name, x: from, anchor: 'start' };
  return name.x + half > to ? { ...name, x: to, anchor: 'end' } : name;
}

function spanOf(name: Name): Extent {
  const width = widthOf(name.words, name.style.size, name.style.weight);
  const start =
    name.anchor === 'start' ? name.x : name.anchor === 'end' ? name.x - width : name.x - width / 2;
  return [start, start + width];
}

function overlap(a: Name, b: Name): boolean {
  const [aFrom, aTo] = spanOf(a);
  const [bFrom, bTo] = spanOf(b);
  return a.level === b.level && aFrom < bTo + 8 && bFrom < aTo + 8;
}
