import type { LoadedTable } from '../engine/engine';
import type { Tables } from '../dataflow/session';
import { stepNames } from '../instruments/definitions';
import type { ImportProblem } from '../ingest/problem';

/** What the rail tells about the loaded data. */
export interface DataOverview {
  readonly datasets: readonly DatasetOverview[];
  readonly tables: readonly TableOverview[];
  /** The first of them; `problemCount` counts all. */
  readonly problems: readonly ImportProblem[];
  readonly problemCount: number;
  /** Pseudonyms of civil registration numbers were made by different keys, so that files do not meet by them. */
  readonly keysApart: boolean;
}

export interface DatasetOverview {
  readonly name: string;
  readonly synthetic: boolean;
  readonly rows: number;
  /** As they were given. */
  readonly files: readonly string[];
}

export interface TableOverview {
  readonly name: string;
  /** Rows, or null for a view. */
  readonly rows: number | null;
  readonly columns: readonly { readonly name: string; readonly type: string }[];
}

export const noData: DataOverview = {
  datasets: [],
  tables: [],
  problems: [],
  problemCount: 0,
  keysApart: false,
};
export const noTables: Tables = { stamp: '', tables: [] };

export function tableOverviews(loaded: readonly LoadedTable[], tables: Tables): TableOverview[] {
  const shown = tables.tables.filter(({ name }) => !stepNames.includes(name));
  return shown.map(({ name, columns }) => {
    const table = loaded.find((candidate) => candidate.name === name);
    return {
      name,
      rows: table ? table.rowCount : null,
      columns: columns.map((column) => ({
        name: column,
        type: table?.columns.find((spec) => spec.name === column)?.type ?? '',
      })),
    };
  });
}
