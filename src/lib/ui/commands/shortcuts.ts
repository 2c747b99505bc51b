/** All that can be done by key or from the palette, by the name that code has for it. */
export type CommandName =
  | 'palette'
  | 'find'
  | 'shortcuts'
  | 'help'
  | 'tour'
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
  | 'versions'
  | 'map'
  | 'meeting'
  | 'addProse'
  | 'addSql'
  | 'addPlot'
  | 'addCompare'
  | 'addInput'
  | 'addReflection'
  | 'predefined'
  | 'explore'
  | 'undo'
  | 'redo'
  | 'save'
  | 'report'
  | 'link'
  | 'print'
  | 'problems'
  | 'unhide'
  | 'language';

export interface Shortcut {
  readonly command: CommandName;
  /** As `Mod+Shift+f`: Mod is ⌘ on a Mac and Ctrl elsewhere; the last part is the key's own name. */
  readonly keys: string;
  /** Does nothing in a text one writes, or in any field, which means something else by the same keys. */
  readonly outside?: 'texts' | 'fields';
}

/** In the order they are listed to a reader. */
export const shortcuts: readonly Shortcut[] = [
  { command: 'palette', keys: 'Mod+k' },
  { command: 'find', keys: 'Mod+Shift+f' },
  { command: 'shortcuts', keys: '?', outside: 'fields' },
  { command: 'next', keys: 'Alt+PageDown' },
  { command: 'previous', keys: 'Alt+PageUp' },
  { command: 'run', keys: 'Mod+Enter' },
  { command: 'runOn', keys: 'Shift+Enter', outside: 'fields' },
  { command: 'runStale', keys: 'Mod+Shift+Enter' },
  { command: 'stop', keys: 'Mod+.' },
  { command: 'compiled', keys: 'F9' },
  { command: 'rename', keys: 'F2' },
  { command: 'moveUp', keys: 'Alt+ArrowUp', outside: 'fields' },
  { command: 'moveDown', keys: 'Alt+ArrowDown', outside: 'fields' },
  { command: 'delete', keys: 'Mod+Shift+Backspace' },
  { command: 'undo', keys: 'Mod+z', outside: 'texts' },
  { command: 'redo', keys: 'Mod+Shift+z', outside: 'texts' },
  { command: 'redo', keys: 'Mod+y', outside: 'texts' },
  { command: 'save', keys: 'Mod+s' },
];

/** Where the focus is: in a text that is being written, in another field (a menu), or on the page. */
export type Place = 'text' | 'menu' | 'page';

function isShut({ outside }: Shortcut, place: Place): boolean {
  return place === 'text' ? outside !== undefined : place === 'menu' && outside === 'fields';
}

interface Press {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/** The command that a press of keys asks for. `singleKeys` off: a key alone is writing, or a voice, and no command. */
export function commandOf(press: Press, place: Place, singleKeys: boolean): CommandName | undefined {
  const keys = keysOf(press);
  if (!singleKeys && keys.length === 1) return undefined;
  return shortcuts.find((one) => one.keys === keys && !isShut(one, place))?.command;
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
