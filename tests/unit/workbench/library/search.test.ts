import { expect, test } from 'vitest';
import { fileName, folded, readTags, searchNotebooks } from '../../../../src/lib/workbench/library/search';
import { KeptNotebook } from '../../../../src/lib/workbench/storage';

const kept = (name: string, title: string, text: string, ...tags: string[]) =>
  KeptNotebook.parse({ name, title, text, tags, openedAt: 1, savedAt: 1 });
const shelf = [
  kept('møde-marts', 'Refleksionsmøde', '# Hvad ser vi?\nTrivsel hos de små\n', 'BRUS', 'møder'),
  kept('trivsel', 'Trivsel før og efter', 'SELECT 1', 'BRUS'),
  kept('fremmøde', 'Fremmøde', 'Sessioner i alt'),
];
const names = (asked: string, tag?: string) =>
  searchNotebooks(shelf, asked, tag).map(({ notebook }) => notebook.name);

test('a word is found in title, name, tags and text; what is called so comes first', () => {
  expect(names('')).toEqual(['møde-marts', 'trivsel', 'fremmøde']);
  expect(names('trivsel')).toEqual(['trivsel', 'møde-marts']);
  expect(names('BRUS trivsel')).toEqual(['trivsel', 'møde-marts']);
  expect(names('møde')).toEqual(['møde-marts', 'fremmøde']);
  expect(names('sessioner')).toEqual(['fremmøde']);
  expect(names('findes ikke')).toEqual([]);
});

test('a tag leaves those that have it', () => {
  expect(names('', 'møder')).toEqual(['møde-marts']);
  expect(names('efter', 'møder')).toEqual([]);
});

test('the line is told where only the text has the word', () => {
  expect(searchNotebooks(shelf, 'små trivsel')[0]?.line).toBe('Trivsel hos de små');
  expect(searchNotebooks(shelf, 'fremmøde')[0]?.line).toBeUndefined();
});

test('accents and capitals are nothing, æ, ø and å are letters', () => {
  expect(folded('Én IDÉ på Ærø')).toBe('en ide på ærø');
});

test('tags are parted by commas, each once', () => {
  expect(readTags(' BRUS, møder ,, BRUS,to  ord')).toEqual(['BRUS', 'møder', 'to ord']);
  expect(readTags(' , ')).toEqual([]);
});

test('a name is one that a file can have', () => {
  expect(fileName(' Trivsel 2026.md ')).toBe('Trivsel 2026');
  expect(fileName('a/b\\c:d')).toBe('a-b-c-d');
  expect(fileName('../..')).toBe('');
  expect(fileName('æøå')).toBe('æøå');
});
