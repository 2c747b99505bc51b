/** DuckDB 1.4.3, `duckdb_keywords()`: words that are never a table, column or function name unless quoted. */
export const reservedWords: ReadonlySet<string> = new Set(
  `all analyse analyze and any array as asc asymmetric both case cast check collate column constraint create default
  deferrable desc describe distinct do else end except false fetch for foreign from group having in initially
  intersect into lambda lateral leading limit not null offset on only or order pivot pivot_longer pivot_wider placing
  primary qualify references returning select show some summarize symmetric table then to trailing true union unique
  unpivot using variadic when where window with`.split(/\s+/),
);

/** Words that may be a function or a type but never a table or an alias (`type_function`). */
export const functionWords: ReadonlySet<string> = new Set(
  `anti asof at authorization binary by collation columns concurrently cross freeze full generated glob ilike inner is
  isnull join left like map natural notnull outer overlaps positional right semi similar struct tablesample try_cast
  unpack verbose`.split(/\s+/),
);

/** Words with a grammar of their own before a parenthesis, types among them (`column_name`). */
export const columnWords: ReadonlySet<string> = new Set(
  `between bigint bit boolean char character coalesce dec decimal exists extract float grouping grouping_id inout int
  integer interval national nchar none nullif numeric out overlay position precision real row setof smallint substring
  time timestamp treat trim values varchar`.split(/\s+/),
);

export function isReserved(word: string): boolean {
  return reservedWords.has(word.toLowerCase());
}
