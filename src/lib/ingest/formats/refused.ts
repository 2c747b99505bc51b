import type { Rule } from '../problem';

/**
 * Thrown deep in a reader, within the callbacks of a library, and caught where a file's reading began: there it becomes
 * a value.
 */
export class Refused extends Error {
  readonly rule: Rule;
  readonly value: string | null;

  constructor(rule: Rule, value: string | null = null) {
    super(`${rule} ${value ?? ''}`);
    this.rule = rule;
    this.value = value;
  }
}

/** Whatever else goes wrong while foreign bytes are read is called damage, with the words of who found it. */
export function refusalOf(error: unknown): { readonly rule: Rule; readonly value: string | null } {
  if (error instanceof Refused) return { rule: error.rule, value: error.value };
  return { rule: 'damaged-file', value: error instanceof Error ? error.message : String(error) };
}

export const megabytes = (bytes: number): string => String(Math.ceil(bytes / 1e6));
