import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from '../../../src/lib/notebook/parse';
import { mapWords, Theory } from '../../../src/lib/notebook/theory';
import { widthOf } from '../../../src/lib/plot/measure';
import { describeTheory, drawTheory } from '../../../src/lib/plot/theory';
import { layTheory, metrics } from '../../../src/lib/plot/theory-layout';
import { newDocument, normalised } from './case';

const theory = Theory.parse({
  title: 'Fra gruppe til trivsel',
  steps: [
    {
      step: 'Aktiviteter',
      boxes: [{ name: 'groups', text: 'Samtalegrupper for børn', leads_to: ['brave'] }],
    },
    {
      step: 'Resultater',
      expected: true,
      boxes: [
        { name: 'brave', text: 'Mod til at sige fra' },
        { name: 'well', text: 'Trivsel', indicator: 'Fra 53 til 67. n = 651' },
      ],
    },
  ],
});

const shipped = parse(
  readFileSync(new URL('../../../notebooks/forandringsteori.md', import.meta.url), 'utf8'),
).notebook.cells.flatMap((cell) =>
  cell.kind === 'theory' ? [mapWords(cell.spec, (text) => text.replace(/\{\{.*?\}\}/g, '65'))] : [],
);

/** What is wrong with a layout: words that stick out of their box, boxes over each other or off the sheet. */
function faultsOf(one: Theory, width: number): readonly string[] {
  const { steps, height } = layTheory(one, width, 'Ingen indikator');
  const boxes = steps.flatMap((step) => step.boxes);
  const room = (steps[0]?.width ?? 0) - 2 * metrics.pad;
  const wide = boxes.flatMap(({ lines, said }) => [
    ...lines.filter((line) => widthOf(line, metrics.letters) > room + 1),
    ...said.filter((line) => widthOf(line, metrics.small) > room + 1),
  ]);
  const off = boxes.filter(
    ({ x, y, ...size }) => x < 0 || y < 0 || x + size.width > width + 0.01 || y + size.height > height,
  );
  const over = boxes.filter((a) =>
    boxes.some((b) => a !== b && a.x === b.x && a.y < b.y && a.y + a.height > b.y),
  );
  return [
    ...wide,
    ...off.map(({ box }) => `off: ${box.name}`),
    ...over.map(({ box }) => `over: ${box.name}`),
  ];
}

describe('a theory of change', () => {
  it('is drawn as before', async () => {
    const drawing = drawTheory(theory, 720, 'da', newDocument());
    await expect(normalised(drawing.outerHTML)).toMatchFileSnapshot('./cases/theory.svg');
  });

  it('is told in words, with what has no indicator', () => {
    expect(describeTheory(theory, 'da')).toBe(
      'Fra gruppe til trivsel. Aktiviteter: Samtalegrupper for børn. Resultater: Mod til at sige fra (ingen indikator); Trivsel (Fra 53 til 67. n = 651).',
    );
  });

  it('keeps n with its number on a line', () => {
    const [, results] = layTheory(theory, 300, 'Ingen indikator').steps;
    expect(results?.boxes[1]?.said).toContainEqual(expect.stringContaining('n\u00a0=\u00a0651'));
  });

  it.each([720, 928])('has room for the shipped ones at %i pixels', (width) => {
    expect(shipped.length).toBe(5);
    for (const one of shipped) expect(faultsOf(one, width)).toEqual([]);
  });

  it('has room for any words', () => {
    const words = fc.array(fc.stringMatching(/^[a-zæøå]{1,30}$/), { minLength: 1, maxLength: 12 });
    const box = words.map((all) => all.join(' '));
    fc.assert(
      fc.property(
        fc.array(fc.array(box, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 6 }),
        (columns) => {
          const steps = columns.map((texts, step) => ({
            step: `Trin ${step}`,
            expected: step > 0,
            boxes: texts.map((text, at) => ({ name: `b${step}_${at}`, text })),
          }));
          expect(faultsOf({ steps }, 928)).toEqual([]);
        },
      ),
      { numRuns: 200, seed: 5 },
    );
  });
});
