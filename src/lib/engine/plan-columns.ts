import type { ColumnType } from '../results/result';
import { quoteName } from '../sql/quote';
import { parseDuckType, type DuckType } from './duckdb-type';

/** How a column of a query's answer is to be read. */
export interface ColumnPlan {
  readonly name: string;
  readonly type: ColumnType;
  readonly codes?: readonly string[];
  /** The type to ask DuckDB for, where Arrow would not carry the column's own. */
  readonly cast?: string;
}

/** `described` is a row of DuckDB's DESCRIBE. */
export function planColumn(described: { readonly name: string; readonly type: string }): ColumnPlan {
  const { name } = described;
  const type = parseDuckType(described.type);
  switch (type.kind) {
    case 'enum':
      return { name, type: 'code', codes: type.codes };
    case 'plain':
      return { name, ...planPlain(type) };
    case 'list':
    case 'struct':
    case 'map':
    case 'union':
      return { name, type: 'other', cast: carriedAs(type) };
  }
}

function planPlain(type: DuckType & { kind: 'plain' }): { type: ColumnType; cast?: string } {
  switch (type.name) {
    case 'BOOLEAN':
      return { type: 'boolean' };
    case 'TINYINT':
    case 'SMALLINT':
    case 'INTEGER':
    case 'BIGINT':
    case 'UTINYINT':
    case 'USMALLINT':
    case 'UINTEGER':
    case 'UBIGINT':
    case 'HUGEINT':
      return { type: 'integer' };
    case 'UHUGEINT':
    case 'BIGNUM':
      return { type: 'integer', cast: 'VARCHAR' };
    case 'FLOAT':
    case 'DOUBLE':
      return { type: 'number' };
    case 'DECIMAL':
      return { type: type.size[1] === 0 ? 'integer' : 'number' };
    case 'VARCHAR':
      return { type: 'text' };
    case 'UUID':
      return { type: 'text', cast: 'VARCHAR' };
    case 'DATE':
      return { type: 'date' };
    case 'TIMESTAMP':
    case 'TIMESTAMP_S':
    case 'TIMESTAMP_MS':
    case 'TIMESTAMP_NS':
    case 'TIMESTAMP WITH TIME ZONE':
      return { type: 'timestamp' };
    default:
      return { type: 'other', cast: 'VARCHAR' };
  }
}

/** The nearest type whose leaves are truth values, numbers and text: what JSON can say, and Arrow carries without dictionaries. */
function carriedAs(type: DuckType): string {
  switch (type.kind) {
    case 'enum':
    case 'union':
      return 'VARCHAR';
    case 'list':
      return carriedAs(type.of) + type.brackets;
    case 'map':
      return `MAP(${carriedAs(type.key)}, ${carriedAs(type.value)})`;
    case 'struct':
      return `STRUCT(${type.fields.map(([name, of]) => `${quoteName(name)} ${carriedAs(of)}`).join(', ')})`;
    case 'plain': {
      const plan = planPlain(type).type;
      if (plan === 'boolean') return 'BOOLEAN';
      return plan === 'integer' || plan === 'number' ? 'DOUBLE' : 'VARCHAR';
    }
  }
}

/** The statement with its casts. Untouched without any: then DuckDB's line numbers are the text's own. */
export function withCasts(
  sql: string,
  plans: readonly ColumnPlan[],
): { readonly sql: string; readonly lineShift: number } {
  if (!plans.some((plan) => plan.cast)) return { sql, lineShift: 0 };
  const columns = plans.map(
    (plan, index) =>
      (plan.cast ? `CAST(c${index} AS ${plan.cast})` : `c${index}`) + ` AS ${quoteName(plan.name)}`,
  );
  const names = plans.map((_, index) => `c${index}`);
  return {
    sql: `SELECT ${columns.join(', ')} FROM (\n${sql}\n) AS carried(${names.join(', ')})`,
    lineShift: 1,
  };
}
