import { stringify } from 'yaml';
import type { z } from 'zod';

export function writeYaml(value: unknown): string {
  return stringify(value, { lineWidth: 0 });
}

/** A value on one line, to stand after `key: `. */
export function writeYamlInline(value: unknown): string {
  return stringify(value, { lineWidth: 0, blockQuote: false, collectionStyle: 'flow' }).trimEnd();
}

/** The field and what is wrong with it, in zod's words, of the deepest fault of a union. */
export function describeIssue(issue: z.core.$ZodIssue): {
  readonly path: PropertyKey[];
  readonly what: string;
} {
  const { path, message } = deepest(issue);
  return { path, what: path.length > 0 ? `${path.map(String).join('.')}: ${message}` : message };
}

/** Of a union, the branch meant is the one that knows all keys and got furthest; without one, the key is the fault. */
function deepest(issue: z.core.$ZodIssue): { path: PropertyKey[]; message: string } {
  if (issue.code !== 'invalid_union') return issue;
  const meant = issue.errors.filter((issues) => !issues.some(isUnknownKey)).flat();
  const faults = meant.length > 0 ? meant : issue.errors.flat().filter(isUnknownKey);
  const inner = faults.reduce(
    (far, fault) => (fault.path.length > far.path.length ? fault : far),
    faults[0] ?? issue,
  );
  if (inner === issue) return issue;
  const below = deepest(inner);
  return { path: [...issue.path, ...below.path], message: below.message };
}

function isUnknownKey({ code, path }: z.core.$ZodIssue): boolean {
  return code === 'unrecognized_keys' && path.length === 0;
}
