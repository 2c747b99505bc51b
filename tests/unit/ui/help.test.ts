import { parseHTML } from 'linkedom';
import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import { codebook, tableOf } from '../../../src/lib/codebook/codebook';
import { floor, smallGroups } from '../../../src/lib/disclosure/cleared';
import { languages } from '../../../src/lib/i18n/language';
import { instruments } from '../../../src/lib/instruments/catalogue';
import { stepNames, viewNames } from '../../../src/lib/instruments/definitions';
import { attributeKeys } from '../../../src/lib/notebook/cell';
import { knownKinds } from '../../../src/lib/notebook/info';
import { parse } from '../../../src/lib/notebook/parse';
import { lookupFormats } from '../../../src/lib/notebook/template';
import { signatures } from '../../../src/lib/sql/functions';
import { editing, shortcuts } from '../../../src/lib/ui/commands/shortcuts';
import { helpContent } from '../../../src/lib/ui/help/content';
import { blocksOf, type Block } from '../../../src/lib/ui/help/fields';
import HelpPage from '../../../src/lib/ui/help/HelpPage.svelte';
import { fieldWords, formWords, type Fielded } from '../../../src/lib/ui/help/write';
import { helpWords } from '../../../src/lib/ui/help/words';
import { textOf } from './guide';

const content = helpContent();
const fielded: readonly (readonly [Fielded, readonly Block[]])[] = [
  ...content.kinds.flatMap(({ kind, blocks }) => (kind === 'sql' ? [] : [[kind, blocks] as const])),
  ['header', content.header.blocks],
];

describe.each(languages)('the help, %s', (language) => {
  const words = helpWords(language);
  const props = { content, language, home: '../', onlanguage: () => {} };
  const page = parseHTML(`<html><body>${render(HelpPage, { props }).body}</body></html>`).document;
  const section = (id: string) => textOf(page.querySelector(`#${id}`));

  test('every field of every kind of cell, and of the header, has a sentence, and no sentence is of none', () => {
    const { fields } = words.help;
    const used = new Set<string>();
    for (const [of, blocks] of fielded)
      for (const block of blocks) {
        for (const { name } of block.fields) {
          const said = fieldWords(of, block, name, fields);
          expect(said, `${of} ${block.paths.join()} ${name}`).toBeTruthy();
          used.add(said ?? '');
        }
        for (const form of block.forms) {
          expect(formWords(of, form, fields), `${of} ${form}`).toBeTruthy();
          used.add(formWords(of, form, fields) ?? '');
        }
      }
    const all = [...fielded.map(([of]) => fields[of]), fields.shared].flatMap((each) => Object.values(each));
    expect(all.filter((said) => !used.has(said))).toEqual([]);
  });

  test('every kind of cell has a part with what it is and what a new one begins with', () => {
    for (const kind of knownKinds) {
      expect(page.querySelector(`#cell-${kind}`), kind).not.toBeNull();
      expect(section('cells')).toContain(words.help.cells.about[kind]);
    }
    for (const key of attributeKeys) expect(section('cells')).toContain(words.help.cells.attribute[key]);
    for (const format of lookupFormats) {
      expect(words.help.cells.formats[format], format).toBeTruthy();
      expect(section('cells')).toContain(`| ${format} ${words.help.cells.formats[format]}`);
    }
  });

  test('every example is a cell that the program reads', () => {
    const text = [content.header.example, ...content.kinds.map(({ example }) => example[language])].join(
      '\n\n',
    );
    const { notebook, problems } = parse(text);
    expect(problems).toEqual([]);
    expect(notebook.cells.map(({ kind }) => kind)).toEqual(knownKinds);
  });

  test('every table is told of, with a word for each of its columns', () => {
    const { tables } = words.help;
    const told = [...content.tables.others, ...content.tables.views, ...content.tables.steps];
    const forms = content.tables.forms.flatMap(({ name, view }) => [name, view]);
    const names = ['courses', ...told.map(({ name }) => name), ...forms];
    expect(names).toEqual(expect.arrayContaining([...viewNames(instruments), ...stepNames]));
    for (const { name } of told) expect(tables.about[name], name).toBeTruthy();
    for (const { name } of instruments)
      expect(page.querySelector(`a[href="../instruments/#${name}"]`), name).not.toBeNull();
    const { courses, shared } = content.tables;
    for (const { name, label } of [courses, ...told]
      .flatMap(({ columns }) => columns)
      .concat(shared.waves, shared.sessions))
      expect(label?.[language] ?? tables.columns[name], name).toBeTruthy();
  });

  test('every variable of an export is there with its label and its codes', () => {
    const rows = [...page.querySelectorAll('#tables tbody tr')].map(textOf);
    for (const variable of codebook.filter(({ table }) => table !== 'changes')) {
      const row = rows.find((each) => each.startsWith(`${variable.name} ${variable.label[language]}`));
      expect(row, variable.name).toBeDefined();
      const codes = variable.type === 'code' ? variable.codes : [];
      for (const { code, label } of codes) expect(row).toContain(`${code} ${label[language]}`);
    }
    expect(tableOf('courses').length).toBeGreaterThan(20);
  });

  test('every function, shortcut and command is there with what it does', () => {
    for (const { name } of signatures) {
      expect(words.functions[name], name).toBeTruthy();
      expect(section('functions')).toContain(words.functions[name]);
    }
    const keys = section('keys');
    for (const { command } of shortcuts) expect(keys).toContain(words.commands.name[command]);
    for (const { does } of editing) expect(keys).toContain(words.commands.shortcuts.editing[does]);
    for (const name of Object.values(words.commands.name)) expect(keys).toContain(name);
  });

  test('says what is hidden by the numbers of the guard itself', () => {
    const rules = words.help.hiding.rules(String(floor), String(smallGroups * floor));
    for (const rule of rules) expect(section('hiding')).toContain(rule);
    expect(Object.keys(words.help.hiding.refused)).toEqual(content.hiding.refused);
  });

  test('the list of contents leads to what is there, and nothing is called twice', () => {
    const targets = [...page.querySelectorAll('nav a')].map((link) => link.getAttribute('href') ?? '');
    for (const target of targets) expect(page.querySelector(target), target).not.toBeNull();
    const ids = [...page.querySelectorAll('[id]')].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

test('a field, a form and a choice that are new to a schema are found', () => {
  const [block] = blocksOf({
    oneOf: [
      { type: 'object', properties: { type: { const: 'one', type: 'string' }, size: { type: 'number' } } },
      {
        type: 'object',
        properties: { type: { const: 'two', type: 'string' }, size: { type: 'integer', minimum: 1 } },
        required: ['size'],
      },
    ],
  });
  expect(block?.forms).toEqual(['one', 'two']);
  expect(block?.fields.filter(({ name }) => name === 'size')).toEqual([
    { name: 'size', allowed: [{ kind: 'number' }], needed: false, of: ['one'] },
    { name: 'size', allowed: [{ kind: 'whole', least: 1 }], needed: true, of: ['two'] },
  ]);
});
