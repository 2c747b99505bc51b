import { expect, test } from 'vitest';
import { paletteScore } from '../../../src/lib/ui/commands/palette-lines';
import { commandOf, shortcuts } from '../../../src/lib/ui/commands/shortcuts';

const press = (key: string, held: Partial<Record<'ctrl' | 'meta' | 'alt' | 'shift', boolean>> = {}) => ({
  key,
  ctrlKey: held.ctrl ?? false,
  metaKey: held.meta ?? false,
  altKey: held.alt ?? false,
  shiftKey: held.shift ?? false,
});

test('no two commands have the same keys', () => {
  expect(new Set(shortcuts.map(({ keys }) => keys)).size).toBe(shortcuts.length);
});

test('Ctrl and ⌘ are one, and Shift makes a difference but for signs', () => {
  expect(commandOf(press('k', { ctrl: true }), true, true)).toBe('palette');
  expect(commandOf(press('K', { meta: true }), true, true)).toBe('palette');
  expect(commandOf(press('Z', { ctrl: true, shift: true }), false, true)).toBe('redo');
  expect(commandOf(press('z', { ctrl: true }), false, true)).toBe('undo');
  expect(commandOf(press('k', { ctrl: true, alt: true }), false, true)).toBeUndefined();
  expect(commandOf(press('?', { shift: true }), false, true)).toBe('shortcuts');
});

test('in a field a key writes, and what the field has keys for is its own', () => {
  expect(commandOf(press('?', { shift: true }), true, true)).toBeUndefined();
  expect(commandOf(press('z', { ctrl: true }), true, true)).toBeUndefined();
  expect(commandOf(press('ArrowUp', { alt: true }), true, true)).toBeUndefined();
  expect(commandOf(press('F2'), true, true)).toBe('rename');
});

test('a key alone can be turned off', () => {
  expect(commandOf(press('?', { shift: true }), false, false)).toBeUndefined();
  expect(commandOf(press('k', { ctrl: true }), false, false)).toBe('palette');
  expect(commandOf(press('F9'), false, false)).toBe('compiled');
});

test('every word must be there, and what begins with them comes first', () => {
  expect(paletteScore('Kør alle celler', 'kør alle')).toBe(1);
  expect(paletteScore('Kør alle celler', 'celler kør')).toBe(0.8);
  expect(paletteScore('Kør alle celler', 'eller')).toBe(0.5);
  expect(paletteScore('Kør alle celler', 'kør intet')).toBe(0);
});
