import type { Chart } from '../notebook/chart';
import type { Edit } from '../yaml/edit';
import { builtOf, type Axis, type Line } from './built';

export interface NewLine {
  readonly axis: Axis;
  readonly at: number;
  readonly label: string | undefined;
  readonly as: 'norm' | 'cut';
}

export type LineChange =
  | { readonly field: 'at'; readonly value: number }
  | { readonly field: 'label'; readonly value: string | undefined }
  | { readonly field: 'as'; readonly value: 'norm' | 'cut' };

type LineChoice =
  | { readonly kind: 'added'; readonly line: NewLine }
  | { readonly kind: 'changed'; readonly line: number; readonly change: LineChange }
  | { readonly kind: 'removed'; readonly line: number };

const names = { x: 'ruleX', y: 'ruleY' } as const;

export function editsOfLine(spec: Chart, choice: LineChoice): readonly Edit[] {
  const { lines, at } = builtOf(spec);
  if (choice.kind === 'added')
    return [{ kind: 'insert', path: ['marks', behindLines(lines, at)], value: markOf(choice.line) }];
  const line = lines[choice.line];
  if (!line) return [];
  if (choice.kind === 'removed') return remove(spec, line);
  return line.item === undefined ? change(line, choice.change) : changeBare(spec, line, choice.change);
}

/** A new line is the last of the lines, and stands before what draws the rows. */
function behindLines(lines: readonly Line[], at: number): number {
  const last = lines.at(-1);
  return last ? last.mark + 1 : Math.max(0, at);
}

const markOf = ({ axis, at, label, as }: NewLine) => ({
  [names[axis]]: { at, ...(label === undefined ? {} : { label }), as },
});

function change({ axis, mark }: Line, { field, value }: LineChange): readonly Edit[] {
  const path = ['marks', mark, names[axis], field];
  if (value === undefined) return [{ kind: 'remove', path }];
  return [
    { kind: 'set', path, value, after: field === 'at' ? [] : field === 'label' ? ['at'] : ['at', 'label'] },
  ];
}

/** A bare number becomes a line with words of its own as soon as it has some. */
function changeBare(spec: Chart, line: Line, change: LineChange): readonly Edit[] {
  const { axis, mark, item = 0 } = line;
  if (change.field === 'at')
    return [{ kind: 'set', path: ['marks', mark, names[axis], item], value: change.value }];
  const own = change.field === 'label' ? { ...line, label: change.value } : { ...line, as: change.value };
  return [{ kind: 'insert', path: ['marks', mark + 1], value: markOf(own) }, ...remove(spec, line)];
}

function remove(spec: Chart, { axis, mark, item }: Line): readonly Edit[] {
  const many = builtOf(spec).lines.filter((line) => line.mark === mark).length;
  return [
    item === undefined || many === 1
      ? { kind: 'remove', path: ['marks', mark] }
      : { kind: 'remove', path: ['marks', mark, names[axis], item] },
  ];
}
