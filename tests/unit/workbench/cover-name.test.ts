import { expect, test } from 'vitest';
import { coverName } from '../../../src/lib/workbench/cover-name';
import { coverDropped, joinDropped } from '../../../src/lib/workbench/dropped-files';

const name = /^p[0-9a-f]{16}$/;

test('a name without a civil registration number stays', async () => {
  for (const each of ['who5.csv', 'udtræk 31-12-2018.xlsx', '2018123159 rækker.csv', '12345678901.csv'])
    expect(await coverName(each)).toBe(each);
});

test('numbers in names are pseudonyms, the same for the same number', async () => {
  const [whole, parted, twice] = await Promise.all(
    ['0102031234', 'Barn 010203-1234.csv', '010203-1234 og 0405061234'].map(coverName),
  );
  expect(whole).toMatch(name);
  expect(parted).toBe(`Barn ${whole ?? ''}.csv`);
  expect(twice).toMatch(/^p[0-9a-f]{16} og p[0-9a-f]{16}$/);
  expect(twice).not.toBe(`${whole ?? ''} og ${whole ?? ''}`);
});

test('files of two children stay two, in a folder named after one', async () => {
  const files = ['0102031234.csv', '0405061234.csv'].map((each) => {
    const file = new File(['course_id\nc1\n'], each);
    return Object.defineProperty(file, 'webkitRelativePath', { value: `010203-1234/${each}` });
  });
  const [joined, ...others] = joinDropped([], await coverDropped(files));
  expect(others).toEqual([]);
  expect(joined?.dataset).toMatch(name);
  expect(joined?.files.length).toBe(2);
  expect(JSON.stringify(joined)).not.toMatch(/0102031234|010203-1234|0405061234/);
});
