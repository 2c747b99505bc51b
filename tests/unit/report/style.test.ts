import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { cssString, styleOf } from '../../../src/lib/report/style';

const css = styleOf({ project: 'Projekt BRUS', title: 'Er vi på rette kurs?', foot: '' });

describe('the style of a report', () => {
  it('has the colours of the look', () => {
    const tokens = readFileSync(new URL('../../../src/lib/ui/tokens.css', import.meta.url), 'utf8');
    const known = new Map(
      [...tokens.matchAll(/--([a-z0-9-]+): light-dark\((#\w+), (#\w+)\)/g)].map((match) => [match[1], match]),
    );
    const [light = '', dark = ''] = css.split('@media (prefers-color-scheme:dark)');
    const found = [...light.matchAll(/--([a-z0-9-]+):(#\w+);/g)];
    expect(found.length).toBeGreaterThan(30);
    for (const [, name, colour] of found) {
      expect([name, colour]).toEqual([name, known.get(name)?.[2]]);
      expect(dark).toContain(`--${name}:${known.get(name)?.[3]};`);
    }
  });

  it('defines every colour it uses', () => {
    for (const [, name] of css.matchAll(/var\(--([a-z0-9-]+)\)/g)) expect(css).toContain(`--${name}:`);
  });

  it('writes a running head that nothing can end', () => {
    expect(cssString('BRUS "}</style>')).toBe('"BRUS\\20 \\22 \\7d \\3c \\2f style\\3e "');
    expect(css).toContain('@top-left{content:"Projekt\\20 BRUS"}');
  });
});
