import { expect, test } from 'vitest';
import { droppedFiles } from '../../../src/lib/ui/dropped';

interface Entry {
  readonly name: string;
  readonly isFile: boolean;
  readonly isDirectory: boolean;
  readonly fullPath: string;
}

function fileEntry(path: string): Entry & { file(done: (file: File) => void): void } {
  const name = path.split('/').at(-1) ?? '';
  return {
    name,
    isFile: true,
    isDirectory: false,
    fullPath: path,
    file: (done) => done(new File(['course_id\n'], name)),
  };
}

/** A folder as Chromium reads it: some entries at a time, then none. */
function folderEntry(path: string, entries: readonly Entry[]) {
  return {
    name: path,
    isFile: false,
    isDirectory: true,
    fullPath: path,
    createReader() {
      const left = [...entries];
      return { readEntries: (done: (some: Entry[]) => void) => done(left.splice(0, 2)) };
    },
  };
}

function transferOf(entries: readonly Entry[], files: readonly File[] = []): DataTransfer {
  const items = entries.map((entry) => ({ webkitGetAsEntry: () => entry }));
  return { items, files } as unknown as DataTransfer;
}

test('a dropped folder gives its files, which remember it', async () => {
  const inner = ['courses.csv', 'who5.csv', '.hidden', 'sdq_p.csv'].map((name) =>
    fileEntry(`/pulje/${name}`),
  );
  const files = await droppedFiles(transferOf([folderEntry('/pulje', inner), fileEntry('/notes.md')]));
  expect(files.map((file) => file.webkitRelativePath)).toEqual([
    'pulje/courses.csv',
    'pulje/who5.csv',
    'pulje/sdq_p.csv',
    'notes.md',
  ]);
});

test('loose files are given as they are', async () => {
  const file = new File(['x'], 'courses.csv');
  expect(await droppedFiles(transferOf([fileEntry('/courses.csv')], [file]))).toEqual([file]);
});
