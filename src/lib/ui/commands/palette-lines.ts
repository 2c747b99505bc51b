import type { Handle } from '../../dataflow/session';
import { sentencesOf } from '../../i18n/sentences';
import { attributeOf, isNamed, type NamedCell } from '../../notebook/cell';
import { outlineOf } from '../outline';
import type { Reading } from '../reading.svelte';
import type { Workbench } from '../workbench-surface';
import { commandsOf } from './commands';
import { goToCell } from './go-to';
import { shortcuts, type CommandName } from './shortcuts';
import type { CommandWords } from './words';

/** One thing the palette offers. */
export interface PaletteLine {
  /** Unlike any other's. */
  readonly value: string;
  readonly text: string;
  /** What else it is found by, and what stands beside it. */
  readonly beside: string;
  readonly keys: string | undefined;
  readonly run: () => void;
}

export interface PaletteGroup {
  readonly kind: keyof CommandWords['palette']['groups'];
  readonly lines: readonly PaletteLine[];
}

/** `fill` writes the looked-up numbers of a heading. */
export function paletteGroups(
  workbench: Workbench,
  reading: Reading,
  words: CommandWords,
  fill: (text: string) => string,
): readonly PaletteGroup[] {
  const go = (handle: Handle) => () => void goToCell(handle, reading);
  const headings = outlineOf(workbench.session, (name) => workbench.status(name)).map((line, index) => ({
    value: `heading ${index}`,
    text: fill(line.text),
    beside: '',
    keys: undefined,
    run: go(line.handle),
  }));
  const { notebook, handles } = workbench.session;
  const kinds = sentencesOf(workbench.language).screen.cell.kinds;
  const cells = notebook.cells.flatMap((cell, index) => {
    const handle = handles[index];
    if (!isNamed(cell) || handle === undefined) return [];
    const title = titleOf(cell);
    const beside = [kinds[cell.kind], ...(title === undefined ? [] : [fill(title)])].join(' · ');
    return [{ value: `cell ${handle}`, text: cell.name, beside, keys: undefined, run: go(handle) }];
  });
  return [
    { kind: 'actions', lines: actions(workbench, reading, words) },
    { kind: 'headings', lines: headings },
    { kind: 'cells', lines: cells },
  ];
}

function titleOf(cell: NamedCell): string | undefined {
  switch (cell.kind) {
    case 'sql':
      return attributeOf(cell, 'title');
    case 'input':
      return cell.spec.label;
    case 'plot':
    case 'compare':
    case 'practice':
    case 'theory':
      return cell.spec.title;
    case 'reflect':
      return cell.spec.ask[0];
  }
}

function actions(workbench: Workbench, reading: Reading, words: CommandWords): readonly PaletteLine[] {
  const commands = commandsOf(workbench, reading);
  const names = Object.keys(words.name) as CommandName[];
  return names.flatMap((name) => {
    const run = commands[name];
    if (!run || name === 'palette') return [];
    const keys = shortcuts.find(({ command }) => command === name)?.keys;
    return [{ value: `action ${name}`, text: words.name[name], beside: '', keys, run }];
  });
}

/** Every word of the search stands somewhere in the line; what begins with the search comes first. */
export function paletteScore(text: string, search: string): number {
  const plain = text.toLowerCase();
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  if (!words.every((word) => plain.includes(word))) return 0;
  if (plain.startsWith(words.join(' '))) return 1;
  return words.every((word) => ` ${plain}`.includes(` ${word}`)) ? 0.8 : 0.5;
}
