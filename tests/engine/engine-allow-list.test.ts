import { expect, test } from 'vitest';
import { allowedFunctions } from '../../src/cli/allow-list';
import allowed from '../../src/lib/engine/allowed-functions.json';

test('the list is what this DuckDB gives', async () => {
  expect(allowed).toEqual(await allowedFunctions());
});

test('nothing that reads, writes, changes by itself or looks inside is on it', () => {
  const names = new Set(allowed);
  const kept = `getenv query query_table read_csv read_csv_auto read_text read_blob glob sniff_csv current_setting nextval
    currval setseed random uuid gen_random_uuid now error enable_logging disable_logging write_log checkpoint
    force_checkpoint getvariable txid_current in_search_path add_parquet_key arrow_scan seq_scan current_database
    current_schema current_query current_user version age today current_date which_secret summary test_all_types`;
  expect(kept.split(/\s+/).filter((name) => names.has(name))).toEqual([]);
  expect(allowed.filter((name) => /^(duckdb|pragma|pg|has|read|parquet|__)_/.test(name))).toEqual([]);
});

test('what an evaluator needs is on it', () => {
  const names = new Set(allowed);
  const needed = `avg sum count min max median quantile_cont stddev_samp corr round coalesce nullif list_sum unnest range
    generate_series string_agg date_diff date_trunc strftime row_number rank lag first arg_max any_value greatest concat
    lower regexp_matches histogram mode list_filter struct_pack`;
  expect(needed.split(/\s+/).filter((name) => !names.has(name))).toEqual([]);
});
