/** All that can be done by key or from the palette, by the name that code has for it. */
export type CommandName =
  | 'palette'
  | 'find'
  | 'shortcuts'
  | 'next'
  | 'previous'
  | 'run'
  | 'runOn'
  | 'runStale'
  | 'runAll'
  | 'stop'
  | 'hold'
  | 'showCode'
  | 'compiled'
  | 'rename'
  | 'moveUp'
  | 'moveDown'
  | 'duplicate'
  | 'delete'
  | 'bin'
  | 'addProse'
  | 'addSql'
  | 'addPlot'
  | 'addCompare'
  | 'addInput'
  | 'predefined'
  | 'explore'
  | 'undo'
  | 'redo'
  | 'save'
  | 'report'
  | 'print'
  | 'problems'
  | 'unhide'
  | 'language';

export interface Shortcut {
  readonly command: CommandName;
  /** As `Mod+Shift+f`: Mod is ⌘ on a Mac and Ctrl elsewhere; the last part is the key's own name. */
  readonly keys: string;
  /** Does nothing while one writes in a field, which means something else by the same keys. */
  readonly outsideFields?: true;
}

/** In the order they are listed to a reader. */
export const shortcuts: readonly Shortcut[] = [
  { command: 'palette', keys: 'Mod+k' },
  { command: 'find', keys: 'Mod+Shift+f' },
  { command: 'shortcuts', keys: '?', outsideFields: true },
  { command: 'next', keys: 'Alt+PageDown' },
  { command: 'previous', keys: 'Alt+PageUp' },
  { command: 'run', keys: 'Mod+Enter' },
  { command: 'runOn', keys: 'Shift+Enter', outsideFields: true },
  { command: 'runStale', keys: 'Mod+Shift+Enter' },
  { command: 'stop', keys: 'Mod+.' },
  { command: 'compiled', keys: 'F9' },
  { command: 'rename', keys: 'F2' },
  { command: 'moveUp', keys: 'Alt+ArrowUp', outsideFields: true },
  { command: 'moveDown', keys: 'Alt+ArrowDown', outsideFields: true },
  { command: 'delete', keys: 'Mod+Shift+Backspace' },
  { command: 'undo', keys: 'Mod+z', outsideFields: true },
  { command: 'redo', keys: 'Mod+Shift+z', outsideFields: true },
  { command: 'redo', keys: 'Mod+y', outsideFields: true },
  { command: 'save', keys: 'Mod+s' },
];

interface Press {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/** The command that a press of keys asks for. `singleKeys` off: a key alone is writing, or a voice, and no command. */
export function commandOf(press: Press, inField: boolean, singleKeys: boolean): CommandName | undefined {
  const keys = keysOf(press);
  if (!singleKeys && keys.length === 1) return undefined;
  return shortcuts.find((one) => one.keys === keys && !(inField && one.outsideFields))?.command;
}

function keysOf({ key, ctrlKey, metaKey, altKey, shiftKey }: Press): string {
  const named = key.length === 1 ? key.toLowerCase() : key;
  // Where `?` is, differs between keyboards: it is what is typed, with or without Shift.
  const isSign = key.length === 1 && !/\p{L}/u.test(key);
  return [
    ...(ctrlKey || metaKey ? ['Mod'] : []),
    ...(altKey ? ['Alt'] : []),
    ...(shiftKey && !isSign ? ['Shift'] : []),
    named,
  ].join('+');
}

/** What the SQL editor does by key, in the order it is listed. */
export type EditingName =
  | 'complete'
  | 'run'
  | 'runOn'
  | 'definition'
  | 'format'
  | 'comment'
  | 'fold'
  | 'another'
  | 'above'
  | 'below'
  | 'leave';

export const editing: readonly { readonly does: EditingName; readonly keys: string }[] = [
  { does: 'complete', keys: 'Ctrl+Space' },
  { does: 'run', keys: 'Mod+Enter' },
  { does: 'runOn', keys: 'Shift+Enter' },
  { does: 'definition', keys: 'F12' },
  { does: 'format', keys: 'Shift+Alt+f' },
  { does: 'comment', keys: 'Mod+/' },
  { does: 'fold', keys: 'F7' },
  { does: 'another', keys: 'Mod+d' },
  { does: 'above', keys: 'Mod+Alt+ArrowUp' },
  { does: 'below', keys: 'Mod+Alt+ArrowDown' },
  { does: 'leave', keys: 'Escape' },
];
