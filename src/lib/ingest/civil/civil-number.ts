/**
 * A Danish civil registration number: ten digits DDMMYYSSSS, with or without a hyphen, a dash
 * or a space before the last four.
 * Modulus 11 was given up in 2007, so it says nothing. A day of 61 to 91 is that of a replacement number. Of a number
 * that lost its leading zero in a spreadsheet nine digits are left.
 */
const whole = /^(\d{5,6})\s?[-–]?\s?(\d{4})$/;
// Not the decimals of a number
const within = /(?<!\d|\d[.,])\d{6}\s?[-–]?\s?\d{4}(?!\d)/g;
const hyphenated = /^\d{6}\s?[-–]\s?\d{4}$/;

/** The ten digits, or undefined when the text is not one. */
export function civilDigits(text: string): string | undefined {
  const match = whole.exec(text.trim());
  if (!match) return undefined;
  const digits = `${match[1] ?? ''}${match[2] ?? ''}`.padStart(10, '0');
  return hasDate(digits) ? digits : undefined;
}

/** Whether the text has the form of one, whatever its date. */
export function hasCivilForm(text: string): boolean {
  return whole.test(text.trim());
}

/** Whether one stands somewhere in a longer text, or is written with its hyphen: no other number is. */
export function holdsCivil(text: string): boolean {
  const trimmed = text.trim();
  if (hyphenated.test(trimmed)) return civilDigits(trimmed) !== undefined;
  if (whole.test(trimmed)) return false;
  return civilNumbersIn(trimmed).length > 0;
}

/** Those that stand in a text, as they stand and as ten digits. */
export function civilNumbersIn(text: string): { readonly text: string; readonly digits: string }[] {
  return [...text.matchAll(within)].flatMap(([found]) => {
    const digits = civilDigits(found);
    return digits === undefined ? [] : [{ text: found, digits }];
  });
}

function hasDate(digits: string): boolean {
  const day = Number(digits.slice(0, 2)) % 60;
  const month = Number(digits.slice(2, 4));
  const longest = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
  return longest !== undefined && day >= 1 && day <= longest;
}
