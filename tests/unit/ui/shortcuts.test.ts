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
  expect(commandOf(press('k', { ctrl: true }), 'text', true)).toBe('palette');
  expect(commandOf(press('K', { meta: true }), 'text', true)).toBe('palette');
  expect(commandOf(press('Z', { ctrl: true, shift: true }), 'page', true)).toBe('redo');
  expect(commandOf(press('z', { ctrl: true }), 'page', true)).toBe('undo');
  expect(commandOf(press('k', { ctrl: true, alt: true }), 'page', true)).toBeUndefined();
  expect(commandOf(press('?', { shift: true }), 'page', true)).toBe('shortcuts');
});

test('in a field a key writes, and what the field has keys for is its own', () => {
  expect(commandOf(press('?', { shift: true }), 'text', true)).toBeUndefined();
  expect(commandOf(press('z', { ctrl: true }), 'text', true)).toBeUndefined();
  expect(commandOf(press('ArrowUp', { alt: true }), 'text', true)).toBeUndefined();
  expect(commandOf(press('F2'), 'text', true)).toBe('rename');
});

test('a menu has no undo of its own, but arrows and signs are its', () => {
  expect(commandOf(press('z', { ctrl: true }), 'menu', true)).toBe('undo');
  expect(commandOf(press('ArrowUp', { alt: true }), 'menu', true)).toBeUndefined();
  expect(commandOf(press('?', { shift: true }), 'menu', true)).toBeUndefined();
});

test('a key alone can be turned off', () => {
  expect(commandOf(press('?', { shift: true }), 'page', false)).toBeUndefined();
  expect(commandOf(press('k', { ctrl: true }), 'page', false)).toBe('palette');
  expect(commandOf(press('F9'), 'page', false)).toBe('compiled');
});

test('every word must be there, and what begins with them comes first', () => {
  expect(paletteScore('Kør alle celler', 'kør alle')).toBe(1);
  expect(paletteScore('Kør alle celler', 'celler kør')).toBe(0.8);
  expect(paletteScore('Kør alle celler', 'eller')).toBe(0.5);
  expect(paletteScore('Kør alle celler', 'kør intet')).toBe(0);
});
