import type { ImportEngine } from '../engine/engine';
import type { Sheet } from '../ingest/formats/sheet';
import type { Shape } from '../ingest/shape';
import { problemsQuery, readProblems } from '../ingest/list-problems';
import type { FileMapping } from '../ingest/mapping/file-mapping';
import type { Part } from '../ingest/mapping/part';
import { partsOf } from '../ingest/mapping/parts';
import {
  columnsAtOnce,
  countsQuery,
  readProfiles,
  valuesQuery,
  type ColumnProfile,
} from '../ingest/mapping/profile';
import { listVariables, type Variable } from '../ingest/mapping/variables';
import { gathering, type Source } from '../ingest/source';
import { keepText, prepare } from '../ingest/plan';
import type { ImportProblem } from '../ingest/problem';
import type { ImportTable } from '../ingest/table';
import { importTablesOf } from '../ingest/tables';
import type { Instrument } from '../instruments/instrument';
import { countIn, type Result } from '../results/result';
import { quoteName, quoteText } from '../sql/quote';
import { readCovered } from './cover-civil';
import type { RawExport } from './import';
import { importParts } from './import-sheet';
import { paced } from './pace';
import { partSheet, type TextSource, type WordAnswer } from './widen';

/** A table of a file, as far as a person sees it before it is loaded. Nothing of it is in the analysis engine. */
export interface InspectedSheet {
  readonly dataset: string;
  readonly file: string;
  readonly header: readonly string[];
  /** Records in the file, and those of them that are rows of this header. */
  readonly records: number;
  readonly rows: number;
  readonly profiles: readonly ColumnProfile[];
}

/** What a mapping would make of the sheet. */
export interface Preview {
  readonly parts: readonly PreviewPart[];
  /** The first of them. */
  readonly problems: readonly ImportProblem[];
  readonly problemCount: number;
  /** What was answered in words, where the sheet has a row for each answer. */
  readonly words: readonly WordAnswer[];
}

export interface PreviewPart {
  readonly part: Part;
  readonly kept: number;
  /** The first rows, of the columns that the mapping fills. */
  readonly first: Result;
}

/** A throw-away engine that holds the sheets while a person says what their columns are. */
export interface Inspection {
  readonly sheets: readonly InspectedSheet[];
  readonly variables: readonly Variable[];
  /** One at a time. */
  preview(sheet: InspectedSheet, mapping: FileMapping): Promise<Preview>;
  close(): void;
}

interface Held extends InspectedSheet {
  readonly shape: Shape;
  readonly source: TextSource;
}

const firstRows = 5;
const problemsShown = 50;

/** Reads the sheets whose header `wants`. The engine stays until it is closed. */
export async function inspectExports(
  open: () => Promise<ImportEngine>,
  exports: readonly RawExport[],
  instruments: readonly Instrument[],
  wants: (header: readonly string[]) => boolean,
  signal?: AbortSignal,
): Promise<Inspection> {
  const tables = importTablesOf(instruments);
  const variables = listVariables(tables, instruments);
  const engine = await open();
  try {
    await engine.run(prepare(tables));
    const held: Held[] = [];
    for (const { dataset, files } of exports) {
      for (const file of files) {
        for await (const reading of paced(readCovered(dataset, file), { signal })) {
          if (!reading.ok || !wants(reading.sheet.shape.header)) continue;
          const number = held.length * 1_000;
          const source = { registered: `sheet-${held.length}.csv`, dataset, file: reading.file, number };
          const civil = reading.covered.filter(({ action }) => action === 'replaced');
          const names = new Set(civil.flatMap(({ column }) => column ?? []));
          held.push(await hold(engine, source, reading.sheet, names));
        }
      }
    }
    return {
      sheets: held,
      variables,
      preview: (sheet, mapping) => {
        const found = held.find((each) => each === sheet);
        if (!found) throw new Error('a preview of a sheet that is not held');
        return preview(engine, found, mapping, { variables, tables });
      },
      close: () => void engine.close(),
    };
  } catch (error) {
    await engine.close();
    signal?.throwIfAborted();
    throw error;
  }
}

async function hold(
  engine: ImportEngine,
  source: Source,
  { shape, described }: Sheet,
  civil: ReadonlySet<string>,
): Promise<Held> {
  const { header } = shape;
  const about = {
    dataset: source.dataset,
    file: source.file,
    header,
    records: shape.records,
    rows: shape.usable,
  };
  if (shape.usable === 0)
    return {
      ...about,
      shape,
      source: { ...source, text: '' },
      profiles: readProfiles(header, [], [], civil, described),
    };
  const text = `text_${source.registered}`;
  await engine.register(source.registered, shape.body);
  await engine.run(keepText(shape, source.registered, text));
  const counts: Result[] = [];
  const values: Result[] = [];
  for (let from = 0; from < header.length; from += columnsAtOnce) {
    const length = Math.min(columnsAtOnce, header.length - from);
    const columns = Array.from({ length }, (_, index) => from + index);
    counts.push(await engine.run(countsQuery(text, columns)));
    values.push(await engine.run(valuesQuery(text, columns)));
  }
  return {
    ...about,
    shape,
    source: { ...source, text },
    profiles: readProfiles(header, counts, values, civil, described),
  };
}

/** By the very import that follows, so that nothing is promised which it does not keep. */
async function preview(
  engine: ImportEngine,
  held: Held,
  mapping: FileMapping,
  targets: { readonly variables: readonly Variable[]; readonly tables: readonly ImportTable[] },
): Promise<Preview> {
  const emptied = targets.tables.map(({ name }) => `DELETE FROM ${gathering(name)};`).join('\n');
  await engine.run(`${emptied}\nDELETE FROM problems;`);
  const sheet =
    held.rows === 0
      ? { ...held, parts: partsOf(mapping, targets.variables, targets.tables), words: [] }
      : await partSheet(engine, held.shape, held.source, mapping, targets);
  const { source, parts } = sheet;
  const files = await importParts(engine, source, sheet.shape, parts, {});
  if (!Array.isArray(files)) throw new Error(files.message);
  const shown: PreviewPart[] = [];
  for (const [index, part] of parts.entries()) {
    const { name } = part.table;
    const [key, ...rest] = part.fields;
    const shownFields = [...(key ? [key] : []), ...part.fixed, ...rest];
    const columns = shownFields.map(({ field }) => quoteName(field.name));
    const first = await engine.run(
      `SELECT ${columns.join(', ')} FROM ${gathering(name)} WHERE file_number = ${source.number + index}
AND dataset = ${quoteText(source.dataset)} ORDER BY line LIMIT ${firstRows}`,
    );
    shown.push({ part, kept: files[index]?.kept ?? 0, first });
  }
  const problems = readProblems(await engine.run(problemsQuery(problemsShown)));
  const problemCount = countIn(await engine.run('SELECT count(*) AS n FROM problems'), 'n');
  return { parts: shown, problems, problemCount, words: sheet.words };
}
