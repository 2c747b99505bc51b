import { describe, expect, test } from 'vitest';
import {
  addFiles,
  fileOfText,
  looseDataset,
  renameDataset,
  setApart,
  type ExportFiles,
} from '../../../src/lib/workbench/exports';

const file = (name: string) => fileOfText(name, '');
const shown = (exports: readonly ExportFiles[]) =>
  exports.map(({ dataset, files }) => [dataset, ...files.map(({ name }) => name)]);

const loose = addFiles([], looseDataset, [file('courses.csv'), file('who5.csv')]);

describe('an export under another name', () => {
  test('is joined by loose files that come later', () => {
    const renamed = renameDataset(loose, 'export', 'BRUS 2019');
    expect(shown(renamed)).toEqual([['BRUS 2019', 'courses.csv', 'who5.csv']]);
    const later = addFiles(renamed, looseDataset, [file('who5.csv'), file('sdq_p.csv')]);
    expect(shown(later)).toEqual([['BRUS 2019', 'courses.csv', 'who5.csv', 'sdq_p.csv']]);
    expect(shown(addFiles(renamed, 'Puljen', [file('courses.csv')]))).toEqual([
      ['BRUS 2019', 'courses.csv', 'who5.csv'],
      ['Puljen', 'courses.csv'],
    ]);
  });

  test('that another has becomes one with it, and no file goes', () => {
    const two = addFiles(loose, 'Puljen', [file('courses.csv')]);
    expect(shown(renameDataset(two, 'Puljen', 'export'))).toEqual([
      ['export', 'courses.csv', 'who5.csv', 'courses.csv'],
    ]);
  });

  test('that is its own, or of none, changes nothing', () => {
    expect(renameDataset(loose, 'export', 'export')).toBe(loose);
    expect(renameDataset(loose, 'nobody', 'x')).toBe(loose);
  });
});

describe('a file set apart', () => {
  test('is an export called by its name, or by the next that is free', () => {
    const apart = setApart(loose, 'export', 'who5.csv');
    expect(shown(apart)).toEqual([
      ['export', 'courses.csv'],
      ['who5', 'who5.csv'],
    ]);
    const again = addFiles(apart, looseDataset, [file('who5.csv')]);
    expect(shown(setApart(again, 'export', 'who5.csv')).map(([name]) => name)).toEqual([
      'who5',
      'export',
      'who5 2',
    ]);
  });

  test('that is the only one stays', () => {
    const only = addFiles([], 'Puljen', [file('courses.csv')]);
    expect(setApart(only, 'Puljen', 'courses.csv')).toEqual(only);
  });
});
