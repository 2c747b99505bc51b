import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { describe, expect, test } from 'vitest';
import { codebook, codesOf } from '../../../src/lib/codebook/codebook';
import { imports as danish } from '../../../src/lib/i18n/da/imports';
import { imports as english } from '../../../src/lib/i18n/en/imports';
import { instruments } from '../../../src/lib/instruments/catalogue';
import { calculationOf, definitions } from '../../../src/lib/instruments/definitions';
import { scoreLabels } from '../../../src/lib/instruments/labels';
import { inForce, readOwnInstrument, readOwnInstruments } from '../../../src/lib/instruments/own';
import { ownProblems } from '../../../src/lib/instruments/own-problem';
import { respondent } from '../../../src/lib/instruments/sourced';

const network = readFileSync('tests/engine/own/network/network.yaml', 'utf8');

function instrumentOf(text: string) {
  const read = readOwnInstrument(text);
  if (!read.ok) throw new Error(JSON.stringify(read.problem));
  return read.instrument;
}

/** Another instrument of the same shape. */
const called = (name: string, table = name) =>
  network.replace('name: network\ntable: network', `name: ${name}\ntable: ${table}`);

const names = (of: readonly { readonly instrument: { readonly name: string } }[]) =>
  of.map(({ instrument }) => instrument.name);

describe('a file that is wrong', () => {
  /** One file a case: what it is refused for in Danish and in English stands beside it. */
  const folder = 'tests/unit/instruments/own/wrong';
  const cases = readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => {
      const { refused } = readOwnInstruments([{ name, text: readFileSync(join(folder, name), 'utf8') }]);
      return { name: name.replace('.yaml', ''), problem: refused[0]?.problem };
    });

  test.each(cases)('is told by its field: $name', ({ name, problem }) => {
    const said = problem && [danish, english].map(({ instrument }) => instrument[problem.message](problem));
    expect(said?.join('\n')).toBe(readFileSync(join(folder, `${name}.txt`), 'utf8').trimEnd());
  });

  test('can be wrong in every way there is a sentence for', () => {
    const found = new Set(cases.map(({ problem }) => problem?.message));
    // What the schema cannot come to today, and would say so of.
    expect(ownProblems.filter((message) => !found.has(message))).toEqual(['not-allowed']);
    for (const { instrument } of [danish, english])
      expect(Object.keys(instrument).toSorted()).toEqual([...ownProblems].toSorted());
  });

  test('comes to an end soon', () => {
    const start = performance.now();
    for (const name of ['not-yaml-aliases', 'not-yaml-too-deep', 'too-many-items'])
      readOwnInstrument(readFileSync(join(folder, `${name}.yaml`), 'utf8'));
    expect(performance.now() - start).toBeLessThan(2_000);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});

describe('an instrument of one’s own', () => {
  test('comes after ours, or takes the place of the one of its name', () => {
    const { own, refused } = readOwnInstruments([
      { name: 'a.yaml', text: network },
      { name: 'b.yaml', text: called('core_yp') },
    ]);
    expect(refused).toEqual([]);
    const all = inForce(own);
    expect(all.map(({ name }) => name)).toEqual([...instruments.map(({ name }) => name), 'network']);
    expect(all.find(({ name }) => name === 'core_yp')?.items).toHaveLength(3);
    expect(inForce([])).toEqual(instruments);
  });

  test('takes the place of one that came before under its name', () => {
    const { own: before } = readOwnInstruments([
      { name: 'a.yaml', text: network },
      { name: 'b.yaml', text: called('other') },
    ]);
    const later = { name: 'c.yaml', text: network.replace('version: 1', 'version: 2') };
    const { own } = readOwnInstruments([later], before);
    expect(own.map(({ file }) => file)).toEqual(['b.yaml', 'c.yaml']);
    expect(own.at(-1)?.instrument.version).toBe(2);
  });

  test('that came twice is one, unless the two say different things', () => {
    const twice = readOwnInstruments([
      { name: 'a.yaml', text: network },
      { name: 'copy.yaml', text: `# a copy\n${network}` },
      { name: 'c.yaml', text: network.replace('version: 1', 'version: 2') },
    ]);
    expect(twice.own.map(({ file }) => file)).toEqual(['a.yaml']);
    expect(twice.refused).toEqual([
      {
        file: 'c.yaml',
        problem: { message: 'taken', path: 'name', detail: 'network', allowed: 'a.yaml' },
      },
    ]);
  });

  test.each([
    ['the table of another', called('other', 'network')],
    ['the view of another', called('other', 'network_scales')],
    ['the table of one of ours that is replaced, since that may come back', called('other', 'core_yp')],
  ])('cannot have %s', (_, text) => {
    const { own } = readOwnInstruments([
      { name: 'a.yaml', text: network },
      { name: 'b.yaml', text: called('core_yp', 'own_yp') },
    ]);
    const { own: still, refused } = readOwnInstruments([{ name: 'c.yaml', text }], own);
    expect(names(still)).toEqual(names(own));
    expect(refused.map(({ problem }) => [problem.message, problem.path])).toEqual([['taken', 'table']]);
  });

  test('cannot have a table whose view would be another’s table', () => {
    const { own } = readOwnInstruments([{ name: 'a.yaml', text: called('a', 'network_scales') }]);
    const { refused } = readOwnInstruments([{ name: 'b.yaml', text: network }], own);
    expect(refused).toHaveLength(1);
  });

  test('every one of ours is accepted as a user’s file', () => {
    for (const { name } of instruments) {
      expect(readOwnInstrument(readFileSync(`src/lib/instruments/${name}.yaml`, 'utf8')).ok, name).toBe(true);
    }
  });

  test('the one in the README is that of the tests, whole', () => {
    expect(readFileSync('README.md', 'utf8')).toContain(`\`\`\`yaml\n${network}\`\`\``);
  });

  test('is answered by those the codebook knows', () => {
    const variable = codebook.find(({ name }) => name === 'respondent');
    expect(variable?.type === 'code' && codesOf(variable)).toEqual(respondent.options);
  });
});

describe('labels', () => {
  const own = instrumentOf(
    called('other')
      .replace('name: support', 'name: emotion')
      .replaceAll('scale: support', 'scale: emotion')
      .replace('code: thin', 'code: risk')
      .replace('band: thin', 'band: risk'),
  );
  const all = [...instruments, own];
  const labelOf = scoreLabels(all);

  test('of one’s own are known in both languages', () => {
    expect(labelOf('other', 'da')).toBe('Netværk');
    expect(labelOf('firm', 'en')).toBe('Firm network');
  });

  test('of what two instruments call alike say both, and take nothing from the rest', () => {
    const scales = all.flatMap((each) => each.scales.map(({ name }) => name));
    expect(labelOf('emotion', 'da', scales)).toBe('Emotionelle vanskeligheder / Støtte fra andre');
    expect(labelOf('risk', 'da', ['high_risk', 'risk', 'no_risk'])).toBe('Risiko / Tyndt netværk');
    expect(labelOf('conduct', 'da', scales)).toBe(scoreLabels(instruments)('conduct', 'da'));
  });
});

describe('texts of a user’s', () => {
  const hostile = "a\n*/ b\r\n-- c; DROP TABLE courses\u0000\u0085\u2028 ' \" $$ E\\'";
  const quoted = JSON.stringify(hostile);
  const attacking = instrumentOf(
    network
      .replaceAll(/da: [^{},]+, en: [^{}]+ \}/g, () => `da: ${quoted}, en: ${quoted} }`)
      .replaceAll(/(source|population|licence): [^,{}\n]+/g, (_, field) => `${field}: ${quoted}`),
  );

  test('are all over the file', () => {
    expect(attacking.title.da).toBe(hostile);
    expect(attacking.reliability[0]?.population).toBe(hostile);
    expect(attacking.scales[0]?.rule.source).toBe(hostile);
  });

  test('cannot leave the comments and literals of the SQL', () => {
    for (const sql of [
      ...definitions([...instruments, attacking]),
      calculationOf(attacking, 'support'),
      calculationOf(attacking, 'support', 'en'),
    ]) {
      const lines = sql.split(/[\n\r]/).filter((line) => line.includes('DROP TABLE'));
      for (const line of lines)
        expect(line).toMatch(/^\s*-- |^\s*\(\d+, .*E'a\\n\*\/ b\\r\\n-- c; DROP TABLE/);
      expect(sql).not.toMatch(/\0/);
    }
  });
});

test('an answer is taken for an answer in the shown calculation, though a column of the course has its name', async () => {
  const byAge = instrumentOf(
    network
      .replaceAll('network_1', 'family')
      .replace(
        '- scale: support\n        starts',
        '- scale: support\n        ages: { from: 11, to: 24 }\n        starts',
      ),
  );
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  await connection.run(`CREATE TYPE band AS ENUM ('thin', 'firm')`);
  await connection.run(`CREATE TABLE courses AS SELECT 'd' AS dataset, 'c' AS course_id, 'girl' AS sex, 12 AS age,
    true AS family`);
  await connection.run(`CREATE TABLE network AS SELECT 'd' AS dataset, 'c' AS course_id, 'before' AS wave,
    DATE '2026-01-01' AS answered_on, 'self' AS respondent, 4 AS family, 4 AS network_2, 0 AS network_3`);
  const reader = await connection.runAndReadAll(calculationOf(byAge, 'support'));
  expect(reader.getRowObjects()).toEqual([expect.objectContaining({ support: 4, band: 'firm' })]);
});
