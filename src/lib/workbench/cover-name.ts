import { civilNumbersIn } from '../ingest/civil/civil-number';
import { pseudonymsOf } from './pseudonym';

/** The name of a file, a folder or a sheet, with a pseudonym for each civil registration number: files of two children stay two. */
export async function coverName(name: string): Promise<string> {
  const numbers = civilNumbersIn(name);
  if (numbers.length === 0) return name;
  const pseudonyms = await pseudonymsOf(new Set(numbers.map(({ digits }) => digits)));
  return numbers.reduce(
    (covered, { text, digits }) => covered.replaceAll(text, pseudonyms.get(digits) ?? ''),
    name,
  );
}
