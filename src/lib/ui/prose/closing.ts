interface Part {
  readonly kind: string;
  readonly text?: string;
}

/**
 * The signs right after a number that may not begin a line: they stand in the number's own box, since a browser breaks
 * a line after any button.
 */
export function closingAfter(next: Part | undefined): string {
  return next?.kind === 'text' ? (/^[.,;:!?)»%]+/.exec(next.text ?? '')?.[0] ?? '') : '';
}

/** The text without what its number before has taken. */
export function textAfter(text: string, before: Part | undefined): string {
  return before?.kind === 'lookup' ? text.slice(closingAfter({ kind: 'text', text }).length) : text;
}
