import { currentFormat, Header, type NotebookProblem } from './notebook';
import { readYaml } from '../yaml/read';
import { describeIssue, writeYaml } from './yaml';

const fence = '---';

/** The header's YAML and what follows it; `bodyLine` is the first line after it, from 1. */
export interface CutText {
  /** Null without a header, or when it never ends: then all lines are body. */
  readonly yaml: string | null;
  readonly body: readonly string[];
  readonly bodyLine: number;
  readonly problems: readonly NotebookProblem[];
}

export function cutHeader(lines: readonly string[]): CutText {
  const whole = { yaml: null, body: lines, bodyLine: 1 };
  if (lines[0]?.trimEnd() !== fence) return { ...whole, problems: [problem('no-header', '')] };
  const end = lines.findIndex((line, at) => at > 0 && line.trimEnd() === fence);
  if (end === -1) return { ...whole, problems: [problem('header-invalid', fence)] };
  return {
    yaml: lines.slice(1, end).join('\n'),
    body: lines.slice(end + 1),
    bodyLine: end + 2,
    problems: [],
  };
}

export interface FieldReading {
  readonly fields: Readonly<Record<string, unknown>>;
  /** False when the fields do not hold all that the text says: keep the text. */
  readonly whole: boolean;
  readonly problems: readonly NotebookProblem[];
}

/** The header's YAML as plain fields. A header that does not name its format is read as the current one. */
export function readFields(yaml: string): FieldReading {
  const reading = readYaml(yaml);
  const bare = { format: currentFormat };
  if (!reading.ok) {
    return {
      fields: bare,
      whole: false,
      problems: [problem('header-invalid', reading.problem.what, reading.problem.line)],
    };
  }
  const value = reading.value ?? {};
  if (!isFields(value)) {
    return { fields: bare, whole: false, problems: [problem('header-invalid', 'key: value')] };
  }
  if (!('format' in value)) {
    return { fields: { ...bare, ...value }, whole: true, problems: [problem('header-invalid', 'format')] };
  }
  return { fields: value, whole: true, problems: [] };
}

export interface HeaderReading {
  readonly header: Header;
  readonly whole: boolean;
  readonly problems: readonly NotebookProblem[];
}

/** Checks the fields; a wrong one gets its default and a problem. Keys keep their order, unknown ones stay. */
export function readHeader(fields: Readonly<Record<string, unknown>>): HeaderReading {
  const { issues = [] } = Header.safeParse(fields).error ?? {};
  const wrong = new Set(issues.map(({ path }) => path[0]));
  const right = Object.fromEntries(Object.entries(fields).filter(([key]) => !wrong.has(key)));
  const header = inOrderOf(right, Header.parse({ format: currentFormat, ...right }));
  const newer = header.format > currentFormat ? [problem('newer-format', String(header.format))] : [];
  const invalid = issues.map((issue) => problem('header-invalid', describeIssue(issue).what));
  return { header, whole: issues.length === 0, problems: [...newer, ...invalid] };
}

export function defaultHeader(): Header {
  return Header.parse({ format: currentFormat });
}

export function writeHeader(header: Header): string {
  return `${fence}\n${writeYaml(header)}${fence}`;
}

function problem(kind: NotebookProblem['kind'], what: string, yamlLine = 0): NotebookProblem {
  return { kind, line: yamlLine + 1, what };
}

function isFields(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The schema puts its own keys first; a file should keep the order it was written in. */
function inOrderOf<T extends object>(written: Readonly<Record<string, unknown>>, read: T): T {
  const merged = new Map([...Object.entries(written), ...Object.entries(read)]);
  const entries = [...merged].map(([key, value]): [string, unknown] => {
    const before = written[key];
    return [key, isFields(value) && isFields(before) ? inOrderOf(before, value) : value];
  });
  const ordered: object = Object.fromEntries(entries);
  return ordered as T;
}
