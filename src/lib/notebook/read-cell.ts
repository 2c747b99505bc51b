import { CellName, type Attributes, type Cell, type NamedCell, type UnreadCell } from './cell';
import { Chart } from './chart';
import { Compare } from './compare';
import { isKnownKind, readAttributes, readInfo, writeInfo, type KnownKind } from './info';
import { Input } from './input';
import type { NotebookProblem } from './notebook';
import { Practice } from './practice';
import { Reflection } from './reflect';
import { Theory } from './theory';
import { readSpec, type YamlProblem } from '../yaml/yaml';

export interface CellReading<C extends Cell = Cell> {
  readonly cell: C;
  readonly problems: readonly NotebookProblem[];
}

/** Reads a fence. `line` is where the fence stands in the text: its body begins on the next. Never throws. */
export function readCell(info: string, body: string, line: number): CellReading<NamedCell | UnreadCell> {
  const { kind, name, rest } = readInfo(info);
  const unread = (problem: Omit<NotebookProblem, 'line'>, at = 0): CellReading<UnreadCell> => ({
    cell: { kind: 'unread', info, body },
    problems: [{ ...problem, line: Math.max(1, line + at) }],
  });

  if (!isKnownKind(kind)) return unread({ kind: 'kind-unknown', what: kind });
  if (name === '' || name.includes('=')) return unread({ kind: 'name-missing', what: kind });
  const checked = CellName.safeParse(name);
  if (!checked.success) return unread({ kind: 'name-invalid', what: name });

  const reading = readBody(kind, checked.data, readAttributes(rest), body);
  if (reading.ok) return { cell: reading.cell, problems: [] };
  const { what, fault, line: at } = reading.problem;
  return unread({ kind: 'body-invalid', what, fault }, at);
}

/** The info string a cell has in the file. */
export function infoOf(cell: NamedCell | UnreadCell): string {
  return cell.kind === 'unread' ? cell.info : writeInfo(cell.kind, cell.name, cell.attributes);
}

type BodyReading =
  { readonly ok: true; readonly cell: NamedCell } | { readonly ok: false; readonly problem: YamlProblem };

function readBody(kind: KnownKind, name: CellName, attributes: Attributes, body: string): BodyReading {
  switch (kind) {
    case 'sql':
      return { ok: true, cell: { kind, name, attributes, body } };
    case 'input': {
      const read = readSpec(Input, body);
      return read.ok ? { ok: true, cell: { kind, name, attributes, body, spec: read.spec } } : read;
    }
    case 'plot': {
      const read = readSpec(Chart, body);
      return read.ok ? { ok: true, cell: { kind, name, attributes, body, spec: read.spec } } : read;
    }
    case 'compare': {
      const read = readSpec(Compare, body);
      return read.ok ? { ok: true, cell: { kind, name, attributes, body, spec: read.spec } } : read;
    }
    case 'practice': {
      const read = readSpec(Practice, body);
      return read.ok ? { ok: true, cell: { kind, name, attributes, body, spec: read.spec } } : read;
    }
    case 'theory': {
      const read = readSpec(Theory, body);
      return read.ok ? { ok: true, cell: { kind, name, attributes, body, spec: read.spec } } : read;
    }
    case 'reflect': {
      const read = readSpec(Reflection, body);
      return read.ok ? { ok: true, cell: { kind, name, attributes, body, spec: read.spec } } : read;
    }
  }
}
