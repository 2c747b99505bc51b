import { CellName, isNamed, type Cell, type CellKind } from './cell';
import { readInfo, writeInfo, type KnownKind } from './info';
import { freeName } from './names';
import { readCell } from './read-cell';

export type NewCellKind = Exclude<CellKind, 'unread'>;

const firstNames: Record<KnownKind, string> = {
  sql: 'query',
  input: 'choice',
  plot: 'chart',
  compare: 'comparison',
  practice: 'practice',
  theory: 'theory',
  reflect: 'reflection',
};

/** What a new cell begins with: the cell a chart draws or a comparison reads and its column of groups, the words for no choice. */
export interface Beginning {
  readonly data?: string | undefined;
  readonly group?: string | undefined;
  readonly all?: string | undefined;
  /** A name and a text of one's own for an SQL cell. */
  readonly base?: string | undefined;
  readonly sql?: string | undefined;
  /** What the two steps of a theory of change are called. */
  readonly steps?: readonly [string, string] | undefined;
  /** The questions of a reflection. */
  readonly asks?: readonly string[] | undefined;
}

const starters: Record<KnownKind, (beginning: Beginning) => string> = {
  sql: ({ sql = 'SELECT project, count(*) AS n\nFROM courses\nGROUP BY ALL\nORDER BY ALL' }) => sql,
  input: ({ all = '–' }) =>
    `type: select\nfrom: SELECT DISTINCT project FROM courses ORDER BY project\nall: '${all}'\nvalue: null`,
  plot: ({ data = 'query', group = 'project' }) =>
    `data: ${data}\nmarks:\n  - barX: { x: n, y: ${group} }\nx: { label: n }`,
  compare: ({ data = 'changes', group }) =>
    `data: ${data}\nbefore: before\nafter: after${group === undefined ? '' : `\nby: ${group}`}`,
  practice: () => 'dimensions: {}',
  theory: ({ steps: [does, leads] = ['–', '–'] }) =>
    `steps:\n  - step: ${does}\n    boxes:\n      - { name: activity, text: '…', leads_to: [result] }\n  - step: ${leads}\n    expected: true\n    boxes:\n      - { name: result, text: '…' }`,
  reflect: ({ asks = ['…'] }) => `ask:\n${asks.map((question) => `  - ${question}`).join('\n')}`,
};

/** A cell to begin with, that runs on any export. */
export function newCell(kind: NewCellKind, takenNames: Iterable<string>, beginning: Beginning = {}): Cell {
  if (kind === 'prose') return { kind, text: '' };
  return readCell(
    writeInfo(kind, freeName(beginning.base ?? firstNames[kind], takenNames), []),
    starters[kind](beginning),
    0,
  ).cell;
}

/** The same cell under a name of its own. */
export function copyCell(cell: Cell, takenNames: Iterable<string>): Cell {
  if (isNamed(cell)) return { ...cell, name: freeName(cell.name, takenNames) };
  if (cell.kind === 'prose') return cell;
  const { kind, name, rest } = readInfo(cell.info);
  return CellName.safeParse(name).success
    ? { ...cell, info: `${kind} ${freeName(name, takenNames)}${rest}` }
    : cell;
}
