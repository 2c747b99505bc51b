import { describe, expect, test } from 'vitest';
import { readYaml } from '../../../src/lib/yaml/yaml';

describe('YAML that would not come to an end', () => {
  test.each([
    ['brackets', '['.repeat(4_000)],
    ['braces', '{'.repeat(20_000)],
    ['braces with keys', '{a: '.repeat(20_000)],
    ['list marks', '- '.repeat(20_000)],
    ['key marks', '? '.repeat(20_000)],
    ['brackets, a line each', '[\n'.repeat(4_000)],
  ])('is refused at once for its depth: %s', (_, text) => {
    const start = performance.now();
    expect(readYaml(text)).toMatchObject({ ok: false, problem: { fault: { kind: 'syntax', code: 'deep' } } });
    expect(performance.now() - start).toBeLessThan(1_000);
  });

  test('names the line', () => {
    expect(readYaml(`a: 1\nb: |\n  x\n  y\nc: ${'['.repeat(100)}`)).toMatchObject({ problem: { line: 5 } });
  });

  test('is refused for aliases that multiply, and for one that contains itself', () => {
    const laughs = Array.from({ length: 9 }, (_, n) => `l${n + 1}: &l${n + 1} [${`*l${n}, `.repeat(9)}]`);
    expect(readYaml(['l0: &l0 ha', ...laughs].join('\n')).ok).toBe(false);
    expect(readYaml('a: &a [*a]').ok).toBe(false);
  });
});

test('what only looks deep is read', () => {
  const flat = Array.from({ length: 500 }, (_, n) => `- [${n}] # [[[ - - -`).join('\n');
  expect(readYaml(flat).ok).toBe(true);
  expect(readYaml(`text: "${'['.repeat(1_000)}"\nmore: |\n  ${'- '.repeat(1_000)}`).ok).toBe(true);
  expect(readYaml(`${'['.repeat(50)}${']'.repeat(50)}`).ok).toBe(true);
});

test('__proto__ is a field as any other', () => {
  const read = readYaml('__proto__: { polluted: true }');
  expect(read.ok && Object.keys(read.value as object)).toEqual(['__proto__']);
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
});
