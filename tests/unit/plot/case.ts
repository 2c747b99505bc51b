import { readdirSync, readFileSync } from 'node:fs';
import { parseHTML } from 'linkedom';
import { parse } from 'yaml';
import { clear } from '../../../src/lib/disclosure/clear';
import type { Cleared, Policy } from '../../../src/lib/disclosure/cleared';
import type { Language } from '../../../src/lib/i18n/language';
import { sentencesOf } from '../../../src/lib/i18n/sentences';
import { Chart } from '../../../src/lib/notebook/chart';
import type { ChartWords } from '../../../src/lib/plot/words';
import type { Column, ColumnType, Result, Value } from '../../../src/lib/results/result';

/** A chart case as its file has it: columns as `name: [type, values…]`, `labels` for codes. */
interface Written {
  readonly chart: unknown;
  readonly columns: Readonly<Record<string, readonly [ColumnType, ...Value[]]>>;
  readonly policy?: Policy;
  readonly width?: number;
  readonly language?: Language;
  readonly labels?: Readonly<Record<string, string>>;
}

export interface ChartCase {
  readonly chart: Chart;
  readonly result: Result;
  readonly cleared: Cleared;
  readonly words: ChartWords;
  readonly width: number;
}

const folder = new URL('./cases/', import.meta.url);

export const caseNames = readdirSync(folder)
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => file.replace(/\.yaml$/, ''));

export function readCase(name: string): ChartCase {
  const written = parse(readFileSync(new URL(`${name}.yaml`, folder), 'utf8')) as Written;
  const result = resultOf(
    Object.entries(written.columns).map(([column, [type, ...values]]) => ({ name: column, type, values })),
  );
  const labels = new Map(Object.entries(written.labels ?? {}));
  return {
    chart: Chart.parse(written.chart),
    result,
    cleared: clearedOf(result, written.policy ?? { kind: 'minimum', minimum: 5 }),
    words: wordsIn(written.language ?? 'da', labels),
    width: written.width ?? 680,
  };
}

export function wordsIn(language: Language, labels: ReadonlyMap<string, string> = new Map()): ChartWords {
  return {
    language,
    label: (_, value) =>
      value === null ? sentencesOf(language).chart.total : (labels.get(String(value)) ?? String(value)),
  };
}

export function resultOf(columns: readonly Column[]): Result {
  return { columns, rowCount: columns[0]?.values.length ?? 0, truncated: false };
}

export function clearedOf(result: Result, policy: Policy): Cleared {
  const clearing = clear(result, policy);
  if (!clearing.ok) throw new Error(`not clearable: ${clearing.problem.kind}`);
  return clearing.cleared;
}

export function newDocument(): Document {
  return parseHTML('<!doctype html><html><head></head><body></body></html>').document;
}

/** Comparable text: numbers to a tenth, one element a line. */
export function normalised(markup: string): string {
  return markup
    .replace(/\d+\.\d+/g, (number) => String(Math.round(Number(number) * 10) / 10))
    .replace(/></g, '>\n<')
    .concat('\n');
}
