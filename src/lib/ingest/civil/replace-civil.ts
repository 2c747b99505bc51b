import type { Sheet } from '../formats/sheet';
import type { ImportProblem } from '../problem';
import type { Shape } from '../shape';
import type { Work } from '../work';
import { recordWriter } from '../writer';
import { civilDigits, holdsCivil } from './civil-number';
import { suspectRecords, type CivilFinding } from './find-civil';

interface Place {
  readonly dataset: string;
  readonly file: string;
}

/**
 * The table without a civil registration number: in columns made of them each is its pseudonym, elsewhere the value is
 * gone. `pseudonyms` has one for each of the finding's digits.
 */
export function* replaceCivil(
  shape: Shape,
  { columns }: CivilFinding,
  pseudonyms: ReadonlyMap<string, string>,
  { dataset, file }: Place,
): Work<{ readonly shape: Shape; readonly problems: readonly ImportProblem[] }> {
  const header = shape.header.map((name, column) => coverName(name, column));
  const names = new Map(columns.map(({ column }) => [column, header[column] ?? '']));
  const made = new Set(columns.filter((each) => each.made).map(({ column }) => column));
  const problem = { dataset, file, value: null, rule: 'civil-number' } as const;
  const problems: ImportProblem[] = columns
    .filter((each) => each.made)
    .map(({ column, numbers }) => ({
      ...problem,
      line: null,
      column: names.get(column) ?? '',
      value: String(numbers),
      action: 'replaced',
    }));

  const replace = (field: string, column: number, line: number): string => {
    const digits = made.has(column) ? civilDigits(field) : undefined;
    if (digits !== undefined) return pseudonyms.get(digits) ?? '';
    if (!holdsCivil(field)) return field;
    problems.push({ ...problem, line, column: names.get(column) ?? '', action: 'value-left-out' });
    return '';
  };

  const writer = recordWriter(shape.body, { delimiter: shape.delimiter.charCodeAt(0) });
  let copied = 0;
  for (const step of suspectRecords(shape)) {
    if (typeof step === 'number') {
      yield step;
      continue;
    }
    const { line, fields, record } = step;
    const replaced = fields.map((field, column) =>
      names.has(column) ? replace(field, column, line) : field,
    );
    if (replaced.every((field, column) => field === fields[column])) continue;
    writer.copyRange(copied, record.start);
    writer.rewrite(line, replaced);
    copied = record.next;
  }
  writer.copyRange(copied, shape.body.length);
  return { shape: { ...shape, header, body: writer.finish() }, problems };
}

/** A file without a header gives its first row's values as names. */
function coverName(name: string, column: number): string {
  return civilDigits(name) !== undefined || holdsCivil(name) ? `column ${column + 1}` : name;
}

/** Whether a header would show one. */
export function headerHoldsCivil({ header }: Shape): boolean {
  return header.some((name, column) => coverName(name, column) !== name);
}

/** What a file says of its columns and codes, without those that are or hold a civil registration number. */
export function coverDescribed({ described }: Pick<Sheet, 'described'>): Pick<Sheet, 'described'> {
  if (!described) return {};
  const isClean = (text: string) => civilDigits(text) === undefined && !holdsCivil(text);
  return {
    described: described.map(({ label, codes }) => ({
      label: isClean(label) ? label : '',
      codes: new Map([...codes].filter((code) => code.every(isClean))),
    })),
  };
}
