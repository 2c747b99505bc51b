import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { describe, expect, test, vi } from 'vitest';
import { readArguments } from '../../src/cli/arguments';
import { main, renderNotebook } from '../../src/cli/render';
import { remarks, writeRender } from '../../src/cli/write-render';
import { hasRows, isNamed } from '../../src/lib/notebook/cell';
import type { Value } from '../../src/lib/results/result';

/**
 * One folder a case: a notebook, data and instruments of a user's, run as `npm run render` runs them. `expected.json` has
 * the rows of its cells, words of the report, and what is said at the terminal.
 */
interface Expected {
  readonly cells: Readonly<Record<string, readonly (readonly Value[])[]>>;
  readonly report: readonly string[];
  readonly said: readonly string[];
}

const folder = 'tests/engine/own';
const cases = readdirSync(folder);

async function rendered(name: string) {
  const place = join(folder, name);
  const asked = readArguments([join(place, 'notebook.md'), '--data', place, '--format', 'html']);
  if (typeof asked === 'string') throw new Error(asked);
  const outcome = await renderNotebook(asked);
  if (typeof outcome === 'string') throw new Error(outcome);
  const { session } = outcome;
  const cells = session.notebook.cells
    .filter(isNamed)
    .filter(hasRows)
    .map(({ name }) => {
      const { columns = [], rowCount = 0 } = session.results.get(name)?.result ?? {};
      return [
        name,
        Array.from({ length: rowCount }, (_, row) => columns.map(({ values }) => values[row] ?? null)),
      ];
    });
  const { document } = parseHTML(await writeRender(outcome, asked));
  expect(document.querySelectorAll('script, b')).toHaveLength(0);
  const report = document.body.textContent.replaceAll(/\s+/g, ' ');
  return {
    cells: Object.fromEntries(cells) as Expected['cells'],
    report,
    said: remarks(outcome),
  };
}

describe('an instrument of one’s own', () => {
  test.each(cases)('is imported, scored and called by its name: %s', async (name) => {
    const found = await rendered(name);
    const file = join(folder, name, 'expected.json');
    const expected = JSON.parse(readFileSync(file, 'utf8')) as Expected;
    expect(found.cells).toEqual(expected.cells);
    for (const words of expected.report) expect(found.report).toContain(words);
    expect(found.said).toEqual(expected.said);
  });
});

describe('a wrong one is an error at the terminal, by its file and its field', () => {
  const network = join(folder, 'network');
  const wrong = 'tests/unit/instruments/own/wrong';

  async function refused(...words: string[]): Promise<string> {
    const said = vi.spyOn(console, 'error').mockImplementation(() => {});
    const code = await main(words);
    const [[sentence] = []] = said.mock.calls;
    said.mockRestore();
    expect(code).toBe(2);
    return String(sentence).split('\nusage')[0] ?? '';
  }

  test('in the folder of the notebook, whatever else is asked', async () => {
    const place = mkdtempSync(join(tmpdir(), 'pejling-own-'));
    copyFileSync(join(network, 'notebook.md'), join(place, 'notebook.md'));
    for (const name of ['one-of.yaml', 'taken-table.yaml', 'no-instrument.yaml'])
      copyFileSync(join(wrong, name), join(place, name));
    const said = await refused(join(place, 'notebook.md'), '--data', 'static/demo/pool');
    rmSync(place, { recursive: true });
    expect(said.split('\n')).toEqual([
      `${place}/one-of.yaml: The field scales[support].better of the questionnaire is up. It can only be higher, lower.`,
      `${place}/taken-table.yaml: The field table of the questionnaire is who5, and that name is taken.`,
    ]);
  });

  test('named as data, also when it is no instrument at all', async () => {
    const named = join(wrong, 'no-instrument.yaml');
    const said = await refused(join(network, 'notebook.md'), '--data', network, named);
    expect(said).toBe(
      `${named}: The file is no questionnaire. A questionnaire has the fields name, table, items and scales, among others.`,
    );
  });

  test('two that say different things of one name', async () => {
    const other = join(folder, 'core_yp_cut_offs');
    const place = 'src/lib/instruments/core_yp.yaml';
    const said = await refused(join(other, 'notebook.md'), '--data', other, place);
    expect(said).toBe(
      `${place}: The field name of the questionnaire is core_yp, and that name is taken by ${other}/core_yp.yaml.`,
    );
  });

  test('and no data at all is one, too', async () => {
    const said = await refused(join(network, 'notebook.md'), '--data', join(network, 'network.yaml'));
    expect(said).toContain('holds no data');
  });
});
