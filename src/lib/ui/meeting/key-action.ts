export type KeyAction = 'forward' | 'back' | 'first' | 'last' | 'note' | 'hide' | 'presenter';

const keys: Readonly<Record<string, KeyAction>> = {
  ArrowRight: 'forward',
  PageDown: 'forward',
  ' ': 'forward',
  Enter: 'forward',
  ArrowLeft: 'back',
  PageUp: 'back',
  Home: 'first',
  End: 'last',
  n: 'note',
  b: 'hide',
  p: 'presenter',
};

interface Press {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/**
 * What a key asks of the meeting. In a field none does anything, and on what can be pressed Space and Enter press it;
 * up and down scroll where the screen is longer than there is room.
 */
export function keyAction(press: Press, on: 'field' | 'button' | 'page'): KeyAction | undefined {
  if (press.ctrlKey || press.metaKey || press.altKey || on === 'field') return undefined;
  if (on === 'button' && (press.key === ' ' || press.key === 'Enter')) return undefined;
  return keys[press.key.length === 1 ? press.key.toLowerCase() : press.key];
}
