import type { ImportEngine } from '../engine/engine';
import type { FileMapping } from '../ingest/mapping/file-mapping';
import { partsOf } from '../ingest/mapping/parts';
import type { Part } from '../ingest/mapping/part';
import type { Variable } from '../ingest/mapping/variables';
import { widenSheet } from '../ingest/mapping/widen';
import type { Source } from '../ingest/source';
import type { Shape } from '../ingest/shape';
import type { ImportTable } from '../ingest/table';
import { columnOf, countIn, type Result } from '../results/result';

/** A sheet that the engine has as a table of text, and what it fills. */
export interface PartedSheet {
  readonly shape: Shape;
  readonly source: Source;
  readonly parts: readonly Part[];
  readonly words: readonly WordAnswer[];
}

/** What was answered in words in a sheet with a row for each answer. */
export interface WordAnswer {
  /** The questionnaire's table. */
  readonly table: string;
  readonly answer: string;
  readonly count: number;
}

export type TextSource = Source & { readonly text: string };

/** What a mapped sheet fills. One with a row for each answer is made wide in the engine first, and its problems are listed. */
export async function partSheet(
  engine: ImportEngine,
  shape: Shape,
  source: TextSource,
  mapping: FileMapping,
  targets: { readonly variables: readonly Variable[]; readonly tables: readonly ImportTable[] },
): Promise<PartedSheet> {
  const { variables, tables } = targets;
  const widening = widenSheet(shape, mapping, targets, source);
  if (!widening) return { shape, source, parts: partsOf(mapping, variables, tables), words: [] };
  await engine.run(widening.read);
  await engine.run(widening.problems);
  await engine.run(widening.widen);
  const counts = await engine.run(widening.counts);
  const [rows, forms] = [countIn(counts, 'rows'), countIn(counts, 'forms')];
  if (rows !== shape.usable) throw new Error(`${source.file}: ${shape.usable} rows became ${rows} answers`);
  const records = forms + shape.broken.length;
  return {
    shape: { ...shape, header: widening.header, records, usable: forms },
    source: { ...source, text: 'wide' },
    parts: partsOf(widening.mapping, variables, tables, true),
    words: readWords(await engine.run(widening.words)),
  };
}

function readWords(result: Result): readonly WordAnswer[] {
  const at = (column: string, row: number) => columnOf(result, column)?.values[row];
  return Array.from({ length: result.rowCount }, (_, row) => ({
    table: String(at('form', row)),
    answer: String(at('answer', row)),
    count: Number(at('count', row)),
  }));
}
