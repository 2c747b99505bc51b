import { describe, expect, it } from 'vitest';
import { drawChart } from '../../../src/lib/plot/draw';
import { caseNames, newDocument, normalised, readCase } from './case';

describe('drawing a chart', () => {
  it.each(caseNames)('draws %s as before', async (name) => {
    const { chart, cleared, words, width } = readCase(name);
    const drawing = drawChart(chart, cleared, words, { width, id: name }, newDocument());
    await expect(normalised(drawing.outerHTML)).toMatchFileSnapshot(`./cases/${name}.svg`);
  });
});
