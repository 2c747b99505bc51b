import type { Result } from '../results/result';

/** The type a column gets in the analysis engine. Arrow forgets ENUMs, so the codes travel beside the bytes. */
export type ColumnSpec =
  | { readonly name: string; readonly type: 'INTEGER' | 'DOUBLE' | 'BOOLEAN' | 'DATE' | 'VARCHAR' }
  /** `enumeration` names the ENUM type; columns with the same enumeration share one type and must agree on codes. */
  | {
      readonly name: string;
      readonly type: 'ENUM';
      readonly enumeration: string;
      readonly codes: readonly string[];
    };

export interface TableSpec {
  readonly name: string;
  readonly columns: readonly ColumnSpec[];
}

/** A typed table as it crosses from the import engine to the analysis engine. */
export interface LoadedTable extends TableSpec {
  /** Arrow IPC streams, one for each dataset, appended in this order; ENUM columns are text in them. */
  readonly arrow: readonly Uint8Array[];
  readonly rowCount: number;
}

/** A table or view of the analysis engine, with its columns in their order. */
export interface Relation {
  readonly name: string;
  readonly columns: readonly string[];
}

/** Where in a SQL text something is wrong; both 1-based. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

export type QueryProblem =
  /** DuckDB refused or failed the statement. `message` is DuckDB's own, without its LINE excerpt. */
  | {
      readonly kind: 'sql';
      readonly message: string;
      readonly place?: Place;
      readonly candidates: readonly string[];
    }
  /** The statement is not one the analysis engine takes (see the gate). */
  | { readonly kind: 'refused'; readonly reason: Refusal; readonly what: string; readonly place?: Place }
  | { readonly kind: 'cancelled' }
  /** Stopped by the engine itself: too slow, or it brought the worker down. The engine is usable again. */
  | { readonly kind: 'stopped'; readonly reason: 'time' | 'memory' };

export type Refusal = 'function' | 'not-one-select' | 'parentheses';

/**
 * `milliseconds` is null where the answer was there before the question; `waited` are those of them that it stood in line
 * for others.
 */
export type QueryOutcome =
  | {
      readonly ok: true;
      readonly result: Result;
      readonly milliseconds: number | null;
      readonly waited?: number;
    }
  | { readonly ok: false; readonly problem: QueryProblem; readonly milliseconds: number };

export interface QueryOptions {
  readonly signal?: AbortSignal;
  /** Rows taken into JavaScript at the most. */
  readonly rowLimit?: number;
  /** Texts of one template differ in literals only: what was quick for one will be for the next. */
  readonly template?: string;
  /** Reads and binds it, and runs nothing: its answer is empty. */
  readonly check?: boolean;
}

/**
 * The analysis engine: locked at birth, it knows nothing but the tables it is given. Every method may be called
 * at any time; queries run one after the other, and one that takes long gives way to those that wait. A dead worker is replaced and its tables loaded again inside
 * `query`, so a caller sees at most `stopped`.
 */
export interface Engine {
  /**
   * Replaces everything: tables (created in this order) and then the definitions (ENUMs, views, macros) on top of
   * them. Gives what there is then, by name.
   */
  load(tables: readonly LoadedTable[], definitions: readonly string[]): Promise<readonly Relation[]>;
  query(sql: string, options?: QueryOptions): Promise<QueryOutcome>;
  close(): Promise<void>;
}

/**
 * The throw-away engine that reads raw files. It gets UTF-8 text and SQL from `ingest/`, gives typed columns, and is
 * closed: its memory and the raw file go with it.
 */
export interface ImportEngine {
  /** Makes `text` readable by SQL as the file `name`. */
  register(name: string, text: Uint8Array): Promise<void>;
  /** Runs statements of our own (never a user's); the last one's rows come back. */
  run(sql: string): Promise<Result>;
  /** A query's rows as an Arrow IPC stream. */
  extract(sql: string): Promise<{ readonly arrow: Uint8Array; readonly rowCount: number }>;
  close(): Promise<void>;
}
