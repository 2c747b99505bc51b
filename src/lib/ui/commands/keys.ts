import type { CommandWords } from './words';

/** A shortcut as its reader's keyboard has it, key by key: `Mod+Shift+f` is Ctrl, Skift, F, or ⌘, ⇧, F on a Mac. */
export function keyNames(keys: string, words: CommandWords, mac = isMac()): readonly string[] {
  const signs: Readonly<Record<string, string>> = mac
    ? { Mod: '⌘', Shift: '⇧', Alt: '⌥', Backspace: '⌫' }
    : { Mod: 'Ctrl' };
  return keys
    .split('+')
    .map((key) => signs[key] ?? words.shortcuts.keys[key] ?? (key.length === 1 ? key.toUpperCase() : key));
}

function isMac(): boolean {
  // A page written out at build has no reader yet.
  return typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent);
}
