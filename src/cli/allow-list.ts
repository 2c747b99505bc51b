import { writeFileSync } from 'node:fs';
import { openNodeImportEngine } from '../lib/engine/node';

/**
 * Functions a cell may call: those of this DuckDB build whose answer depends on their arguments alone. Written by
 * `node src/cli/run.mjs allow-list`, kept in the repository so that a new DuckDB shows what it would let in.
 */
const file = 'src/lib/engine/allowed-functions.json';

/** Consistent by DuckDB's word, yet they read settings, the catalogue, chance or the clock, or are inside matters. */
const kept = `
  add_parquet_key age can_cast_implicitly combine constant_or_null create_sort_key current_setting finalize
  get_block_size getvariable is_histogram_other_bin parse_duckdb_log_message reservoir_quantile stats
  timetz_byte_comparable vector_type version current_catalog current_role current_user session_user user`;

/** DuckDB's catalogue of functions does not list its window functions and what its grammar makes into calls. */
const unlisted = `
  cume_dist dense_rank first_value lag last_value lead nth_value ntile percent_rank rank rank_dense row_number fill
  coalesce if ifnull cast try_cast try columns grouping grouping_id extract unnest`;

const tableFunctions = `'range', 'generate_series', 'unnest', 'repeat'`;

export const query = `
  SELECT DISTINCT function_name AS name
  FROM duckdb_functions()
  WHERE schema_name = 'main' AND regexp_full_match(function_name, '[a-zA-Z][a-zA-Z0-9_]*') AND (
    function_type = 'table' AND function_name IN (${tableFunctions})
    OR function_type = 'macro'
    OR function_type IN ('scalar', 'aggregate') AND stability = 'CONSISTENT')
    AND function_name NOT IN (
      SELECT function_name FROM duckdb_functions()
      WHERE stability IN ('VOLATILE', 'CONSISTENT_WITHIN_QUERY'))`;

/** The list this DuckDB gives: lower case, sorted. */
export async function allowedFunctions(): Promise<string[]> {
  const engine = await openNodeImportEngine();
  const { columns } = await engine.run(query);
  await engine.close();
  const names = (columns[0]?.values ?? []).map((name) => String(name).toLowerCase());
  const out = new Set(words(kept));
  return [...new Set([...names, ...words(unlisted)])].filter((name) => !out.has(name)).sort();
}

export async function main(): Promise<number> {
  const names = await allowedFunctions();
  writeFileSync(file, `${JSON.stringify(names, null, 2)}\n`);
  console.log(`${names.length} functions in ${file}`);
  return 0;
}

function words(text: string): string[] {
  return text.trim().split(/\s+/);
}
