import type { ImportEngine } from '../engine/engine';
import {
  differenceOf,
  nearestMapping,
  withMapping,
  type ShapeDifference,
} from '../ingest/mapping/difference';
import { keptFor, mappingFor, withDecisions, type FileMapping } from '../ingest/mapping/file-mapping';
import { guessColumns, looksLikeExport } from '../ingest/mapping/guess';
import { readMapping, writeMapping } from '../ingest/mapping/mapping-text';
import {
  applyMatch,
  mappingOf,
  startMatching,
  type MatchedColumn,
  type MatchEvent,
} from '../ingest/mapping/matching';
import { listVariables, type Variable } from '../ingest/mapping/variables';
import { importTablesOf } from '../ingest/tables';
import type { Decisions } from '../ingest/decision';
import type { Instrument } from '../instruments/instrument';
import type { InstrumentFile } from '../instruments/own';
import type { RawExport } from './import';
import type { SheetUse } from './import-sheet';
import { openMappingShelf, type MappingShelf } from './mapping-shelf';
import { inspectExports, type InspectedSheet, type Inspection, type Preview } from './inspect';

/** A sheet whose columns are being matched. */
export interface OpenMatching {
  readonly kind: 'open';
  readonly sheet: InspectedSheet;
  readonly variables: readonly Variable[];
  readonly columns: readonly MatchedColumn[];
  /** Of an earlier file like this one. */
  readonly difference: ShapeDifference | undefined;
  /** What the columns as they stand would make; undefined until it is known. */
  readonly preview: Preview | undefined;
  /** Sheets that wait after this one. */
  readonly waiting: number;
}

export type MatchingState =
  | { readonly kind: 'closed' }
  | { readonly kind: 'reading' }
  | { readonly kind: 'broken'; readonly message: string }
  | OpenMatching;

/** A preview follows when nothing has been changed for so long. */
const restMs = 250;

/** Files with columns of their own, one sheet after another, while a person says what the columns are. */
export class Matcher {
  state = $state.raw<MatchingState>({ kind: 'closed' });
  /** What is known of files' columns: from this browser's earlier sittings, files, and this sitting. */
  mappings: readonly FileMapping[] = [];

  readonly #shelf: Promise<MappingShelf>;
  readonly #openImport: () => Promise<ImportEngine>;
  #inspection: Inspection | undefined;
  #waiting: InspectedSheet[] = [];
  #kept: Promise<void>;
  #reading = new AbortController();
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Previews run one at a time; only the last one asked for is shown. */
  #previews: Promise<void> = Promise.resolve();

  constructor(openImport: () => Promise<ImportEngine>, shelf: Promise<MappingShelf> = openMappingShelf()) {
    this.#openImport = openImport;
    this.#shelf = shelf;
    // A browser without storage keeps no mapping: then it holds for this sitting.
    this.#kept = shelf
      .then((open) => open.list())
      .then((kept) => void (this.mappings = [...kept, ...this.mappings]))
      .catch(() => {});
  }

  /** Takes the mappings among files of YAML; the others come back. */
  async takeMappings(files: readonly InstrumentFile[]): Promise<readonly InstrumentFile[]> {
    await this.#kept;
    return files.filter(({ text }) => {
      const mapping = readMapping(text);
      if (mapping) this.#keep(mapping);
      return mapping === undefined;
    });
  }

  /** Mappings that come with what was remembered. */
  adopt(mappings: readonly FileMapping[]): void {
    this.mappings = mappings.reduce(withMapping, this.mappings);
  }

  #keep(mapping: FileMapping): void {
    this.mappings = withMapping(this.mappings, mapping);
    this.#shelf.then((shelf) => shelf.put(mapping)).catch(() => {});
  }

  /** What was decided of these tables is kept with what their columns are. */
  decide(uses: readonly SheetUse[], decisions: Decisions): void {
    for (const { header } of uses) {
      this.#keep(withDecisions(header, keptFor(header, this.mappings), decisions));
    }
  }

  /** Tables that look like an export in other words, where nothing else came of the files of these names. */
  foreignIn(
    all: readonly SheetUse[],
    names: ReadonlySet<string>,
    instruments: readonly Instrument[],
  ): readonly SheetUse[] {
    const uses = all.filter(({ source }) => names.has(source));
    if (uses.some(({ by }) => by !== 'nothing')) return [];
    const variables = listVariables(importTablesOf(instruments), instruments);
    return uses.filter(({ header }) => looksLikeExport(header, variables));
  }

  /** Reads the sheets with one of these headers. */
  async begin(
    exports: readonly RawExport[],
    instruments: readonly Instrument[],
    headers: readonly (readonly string[])[],
  ): Promise<void> {
    this.close();
    this.#reading = new AbortController();
    const { signal } = this.#reading;
    this.state = { kind: 'reading' };
    const wanted = new Set(headers.map((header) => JSON.stringify(header)));
    try {
      const inspection = await inspectExports(
        this.#openImport,
        exports,
        instruments,
        (header) => wanted.has(JSON.stringify(header)),
        signal,
      );
      if (signal.aborted) return inspection.close();
      this.#inspection = inspection;
      this.#waiting = [...inspection.sheets];
      this.#next();
    } catch (error) {
      if (signal.aborted) return;
      this.state = { kind: 'broken', message: error instanceof Error ? error.message : String(error) };
    }
  }

  /** What was said of the open sheet holds from now on. False when no other sheet waits, and nothing is open any more. */
  take(): boolean {
    const { mapping } = this;
    if (mapping) this.#keep(mapping);
    return this.#next();
  }

  #next(): boolean {
    const sheet = this.#waiting.shift();
    const inspection = this.#inspection;
    if (!sheet || !inspection) {
      this.close();
      return false;
    }
    const { variables } = inspection;
    const before = mappingFor(sheet.header, this.mappings) ?? nearestMapping(sheet.header, this.mappings);
    const guesses = guessColumns(sheet.profiles, sheet.rows, variables, before);
    this.state = {
      kind: 'open',
      sheet,
      variables,
      columns: startMatching(sheet.profiles, guesses),
      difference: before && differenceOf(before, sheet.header, sheet.rows),
      preview: undefined,
      waiting: this.#waiting.length,
    };
    this.#preview();
    return true;
  }

  dispatch(event: MatchEvent): void {
    const { state } = this;
    if (state.kind !== 'open') return;
    this.state = { ...state, columns: applyMatch(state.columns, event, state.variables) };
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#preview(), restMs);
  }

  /** What was said of the open sheet, as a file. */
  get text(): string | undefined {
    return this.mapping && writeMapping(this.mapping);
  }

  get mapping(): FileMapping | undefined {
    const { state } = this;
    if (state.kind !== 'open') return undefined;
    const decisions = keptFor(state.sheet.header, this.mappings)?.decisions;
    return { ...mappingOf(state.columns, state.sheet.rows), ...(decisions && { decisions }) };
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#reading.abort();
    this.#inspection?.close();
    this.#inspection = undefined;
    this.#waiting = [];
    this.state = { kind: 'closed' };
  }

  #preview(): void {
    const { state, mapping } = this;
    const inspection = this.#inspection;
    if (state.kind !== 'open' || !mapping || !inspection) return;
    const { columns, sheet } = state;
    this.#previews = this.#previews.then(async () => {
      const isLatest = () => this.state.kind === 'open' && this.state.columns === columns;
      if (!isLatest()) return;
      try {
        const preview = await inspection.preview(sheet, mapping);
        if (this.state.kind === 'open' && isLatest()) this.state = { ...this.state, preview };
      } catch (error) {
        // A closed engine is no news; anything else shows when the file is loaded.
        if (isLatest()) console.error(error);
      }
    });
  }
}
