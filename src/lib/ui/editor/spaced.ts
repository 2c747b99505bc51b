/** A text to be written between two characters, with a space where it would grow together with one of them. */
export function spaced(text: string, before: string, after: string): string {
  const left = /[\w$"')]/.test(before) ? ' ' : '';
  const right = /[\w$"']/.test(after) ? ' ' : '';
  return `${left}${text}${right}`;
}
