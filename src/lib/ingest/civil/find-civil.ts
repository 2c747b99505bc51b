import { fieldsOf, lineFeed, newRecord, readRecord, type RecordMark } from '../record';
import type { Shape } from '../shape';
import { stepBytes, type Work } from '../work';
import { civilDigits, hasCivilForm, holdsCivil } from './civil-number';

/** What a column holds of civil registration numbers. */
export interface CivilColumn {
  readonly column: number;
  /** Values that are such a number. */
  readonly numbers: number;
  /** The column is made of them; elsewhere one has strayed into other values. */
  readonly made: boolean;
}

export interface CivilFinding {
  readonly columns: readonly CivilColumn[];
  /** The distinct numbers of the columns that are made of them, as ten digits. */
  readonly digits: ReadonlySet<string>;
}

interface Tally {
  numbers: number;
  forms: number;
  strays: number;
  readonly digits: Set<string>;
}

/** Which columns of a table hold civil registration numbers. Most tables hold none, and are passed over in one quick look. */
export function* findCivil(shape: Shape): Work<CivilFinding> {
  const tallies = new Map<number, Tally>();
  for (const step of suspectRecords(shape)) {
    if (typeof step === 'number') yield step;
    else step.fields.forEach((field, column) => count(tallies, column, field));
  }
  const found = [...tallies].flatMap(([column, { numbers, forms, strays, digits }]) => {
    // Of numbers that mean something else only one in twenty has a date in front.
    const made = numbers > 0 && numbers * 2 >= forms;
    return made || strays > 0 ? [{ column, numbers: made ? numbers : strays, made, digits }] : [];
  });
  return {
    columns: found.map(({ column, numbers, made }) => ({ column, numbers, made })),
    digits: new Set(found.flatMap(({ made, digits }) => (made ? [...digits] : []))),
  };
}

function count(tallies: Map<number, Tally>, column: number, field: string): void {
  const isForm = hasCivilForm(field);
  const isStray = holdsCivil(field);
  if (!isForm && !isStray) return;
  const tally = tallies.get(column) ?? { numbers: 0, forms: 0, strays: 0, digits: new Set<string>() };
  tallies.set(column, tally);
  const digits = civilDigits(field);
  if (isForm) tally.forms++;
  if (isStray) tally.strays++;
  if (digits === undefined) return;
  tally.numbers++;
  tally.digits.add(digits);
}

export interface SuspectRecord {
  readonly line: number;
  /** Without the line number that stands first in a shape's body. */
  readonly fields: readonly string[];
  /** Where it lies in the body. */
  readonly record: Readonly<RecordMark>;
}

/** The records of a shape's body that have digits enough for such a number, and between them how far it is read. */
export function* suspectRecords({ body, delimiter }: Shape): Generator<number | SuspectRecord, void, void> {
  const dialect = { delimiter: delimiter.charCodeAt(0), newline: lineFeed };
  const record = newRecord();
  let pause = stepBytes;
  for (let at = 0; at < body.length; at = record.next) {
    readRecord(body, at, dialect, record);
    if (isSuspect(body, record)) {
      const [line, ...fields] = fieldsOf(body, record, dialect);
      yield { line: Number(line), fields, record };
    }
    if (at > pause) {
      yield at / body.length;
      pause = at + stepBytes;
    }
  }
}

const [zero, nine] = [0x30, 0x39];
/** The bytes of a hyphen, a space, a dash and a no-break space in UTF-8. */
const gapBytes = new Set([0x2d, 0x20, 0xe2, 0x80, 0x93, 0xc2, 0xa0]);
/** A no-break space on both sides of a dash. */
const longestGap = 7;

/** Nine digits or more, with at most one gap in their midst. Asked of every record, so it looks at bytes only. */
function isSuspect(text: Uint8Array, { start, end }: RecordMark): boolean {
  let [before, digits, gap] = [0, 0, 0];
  for (let at = start; at < end; at++) {
    const byte = text[at] ?? 0;
    if (byte >= zero && byte <= nine) {
      gap = 0;
      digits++;
      if (before + digits >= 9) return true;
    } else if (gapBytes.has(byte) && gap < longestGap) {
      if (gap === 0) [before, digits] = [digits, 0];
      gap++;
    } else [before, digits, gap] = [0, 0, 0];
  }
  return false;
}
