import { z } from 'zod';
import type { Chart } from './chart';
import type { Compare } from './compare';
import type { Input } from './input';
import type { Practice } from './practice';
import type { Reflection } from './reflect';
import type { Theory } from './theory';

/** A cell's name: what other cells, `$name` and `{{ name.column }}` refer to. A plain SQL identifier in lower case. */
export const CellName = z
  .string()
  .regex(/^[a-z_][a-z0-9_]*$/)
  .max(63)
  .brand<'CellName'>();
export type CellName = z.output<typeof CellName>;

/** The `key="value"` pairs after the name on a fence's first line, in the order written; unknown ones are kept. */
export type Attributes = readonly (readonly [key: string, value: string])[];

/** Markdown between the fences. */
export interface ProseCell {
  readonly kind: 'prose';
  readonly text: string;
}

interface Fence {
  readonly name: CellName;
  readonly attributes: Attributes;
  /** What stands between the fences, as written: what is saved. Lines are separated by \n, without a last one. */
  readonly body: string;
}

export interface SqlCell extends Fence {
  readonly kind: 'sql';
}
/** `spec` is always what `body` says, read once; the body keeps the writer's comments and order. */
export interface InputCell extends Fence {
  readonly kind: 'input';
  readonly spec: Input;
}
export interface PlotCell extends Fence {
  readonly kind: 'plot';
  readonly spec: Chart;
}
export interface CompareCell extends Fence {
  readonly kind: 'compare';
  readonly spec: Compare;
}

/** Eleven dimensions as people judge them, beside what the data says. Runs nothing: it looks values up, as prose does. */
export interface PracticeCell extends Fence {
  readonly kind: 'practice';
  readonly spec: Practice;
}
/** A theory of change as a picture. Runs nothing either. */
export interface TheoryCell extends Fence {
  readonly kind: 'theory';
  readonly spec: Theory;
}
/** Questions to talk about at a meeting, and the notes and decisions that came of it. Runs nothing either. */
export interface ReflectCell extends Fence {
  readonly kind: 'reflect';
  readonly spec: Reflection;
}

/** A fence this program cannot read (a kind from a newer one, or a body that is not valid): kept and shown as text. */
export interface UnreadCell {
  readonly kind: 'unread';
  /** The info string as written. */
  readonly info: string;
  readonly body: string;
}

export type Cell = ProseCell | NamedCell | UnreadCell;
export type NamedCell = SqlCell | InputCell | PlotCell | CompareCell | SpokenCell;
type SpokenCell = PracticeCell | TheoryCell | ReflectCell;
export type CellKind = Cell['kind'];

export function isNamed(cell: Cell): cell is NamedCell {
  return cell.kind !== 'prose' && cell.kind !== 'unread';
}

/** Cells whose rows others can read. */
export function hasRows(cell: Cell): cell is SqlCell | CompareCell {
  return cell.kind === 'sql' || cell.kind === 'compare';
}

/** Cells that say something and run nothing. */
export function isSpoken(cell: Cell): cell is ProseCell | SpokenCell {
  return ['prose', 'practice', 'theory', 'reflect'].includes(cell.kind);
}

/** What an SQL fence can say after its name; the help tells of each. */
export const attributeKeys = [
  'title',
  'subtitle',
  'guide',
  'source',
  'decimals',
  'interval',
  'figure',
] as const;
export type AttributeKey = (typeof attributeKeys)[number];

export function attributeOf(cell: NamedCell, key: AttributeKey): string | undefined {
  return cell.attributes.find(([name]) => name === key)?.[1];
}
