import { z } from 'zod';
import { readYaml } from '../yaml/yaml';
import { quoteField } from './writer';

const value = z.union([z.string().max(500), z.number()]);

/** A pool's benchmark as YAML: the columns of the table `benchmark`, row by row. */
const BenchmarkFile = z.strictObject({
  format: z.literal(1),
  benchmark: z
    .array(z.record(z.string().max(100), value.nullable()))
    .min(1)
    .max(10_000),
});

/** The same rows as delimited text, for the import to read as any other file; undefined when the text is no benchmark. */
export function readBenchmark(text: string): string | undefined {
  const yaml = readYaml(text);
  const file = yaml.ok ? BenchmarkFile.safeParse(yaml.value).data : undefined;
  if (!file) return undefined;
  const columns = [...new Set(file.benchmark.flatMap((row) => Object.keys(row)))];
  const lines = file.benchmark.map((row) =>
    columns.map((column) => writeField(row[column] ?? null)).join(';'),
  );
  return [columns.map(writeField).join(';'), ...lines, ''].join('\n');
}

function writeField(field: string | number | null): string {
  return field === null ? '' : quoteField(String(field));
}
