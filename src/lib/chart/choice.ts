import { Chart } from '../notebook/chart';
import { editYaml, type Edit } from '../yaml/edit';
import { readSpec } from '../yaml/yaml';
import { builtOf, layersOf, type Axis, type Built } from './built';
import { editsOfKind, editsOfColumns } from './kind-edits';
import { columnsAs, type Known } from './fit';
import { slots, type Channel, type Kind } from './kind';
import { editsOfLine, type LineChange, type NewLine } from './line-edits';
import { editsOfScale, type ScaleChange } from './scale-edits';
import { writeChannel, writeField } from './write';

export type TextField = 'title' | 'subtitle' | 'guide' | 'source';
export type Order = NonNullable<Chart['order']>;

/** One thing chosen in the form. No value takes what was there away. */
export type Choice =
  | { readonly kind: 'kind'; readonly to: Kind }
  /** The cell that is drawn, with the columns it has. */
  | { readonly kind: 'data'; readonly data: string; readonly columns: readonly Known[] }
  | { readonly kind: 'column'; readonly channel: Channel; readonly column: string | undefined }
  | { readonly kind: 'text'; readonly field: TextField; readonly text: string }
  | { readonly kind: 'order'; readonly order: Order | undefined }
  | { readonly kind: 'scale'; readonly axis: Axis; readonly change: ScaleChange }
  | { readonly kind: 'line-added'; readonly line: NewLine }
  | { readonly kind: 'line-changed'; readonly line: number; readonly change: LineChange }
  | { readonly kind: 'line-removed'; readonly line: number };

/**
 * The text of a chart cell after a choice; comments, and what the form does not know, stay as written. A choice that
 * would not leave a chart leaves the text as it was.
 */
export function choose(body: string, choice: Choice, columns: readonly Known[], layer = 0): string {
  const read = readSpec(Chart, body);
  if (!read.ok) return body;
  const chosen = editYaml(body, editsOf(read.spec, choice, columns, layer));
  return readSpec(Chart, chosen).ok ? chosen : body;
}

function editsOf(spec: Chart, choice: Choice, columns: readonly Known[], layer: number): readonly Edit[] {
  const built = builtOf(spec, layer);
  switch (choice.kind) {
    case 'kind':
      return editsOfKind(spec, built, choice.to, columns);
    case 'data':
      return [
        ...writeField('data', choice.data),
        ...layersOf(spec).flatMap((_, each) => resettled(builtOf(spec, each), choice.columns)),
      ];
    case 'column':
      return editsOfColumn(built, choice.channel, choice.column);
    case 'text':
      if ((spec[choice.field] ?? '') === choice.text) return [];
      return writeField(choice.field, choice.text.trim() === '' ? undefined : choice.text);
    case 'order':
      return writeField('order', choice.order);
    case 'scale':
      return editsOfScale(spec, choice.axis, choice.change);
    case 'line-added':
      return editsOfLine(spec, { kind: 'added', line: choice.line });
    case 'line-changed':
      return editsOfLine(spec, { kind: 'changed', line: choice.line, change: choice.change });
    case 'line-removed':
      return editsOfLine(spec, { kind: 'removed', line: choice.line });
  }
}

/** The columns of a layer as another result has them; as they are where it has none that would do. */
function resettled(built: Built, columns: readonly Known[]): readonly Edit[] {
  const settled = built.kind && columnsAs(built.kind, built, columns);
  return settled ? editsOfColumns(built, settled) : [];
}

function editsOfColumn(built: Built, channel: Channel, column: string | undefined): readonly Edit[] {
  const { kind, at, channels } = built;
  if (kind === undefined || channels.get(channel) === column) return [];
  return slots[kind].some((slot) => slot.channel === channel)
    ? [writeChannel(at, kind, channel, column)]
    : [];
}
