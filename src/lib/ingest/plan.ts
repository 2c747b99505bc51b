import { quoteName, quoteText } from '../sql/quote';
import { isNumeric, isUnusable, numberOf, ruleOf, sqlTypeOf, valueOf } from './convert';
import { decisionOn, rejectingRules, type Decisions } from './decision';
import { keep } from './keep';
import type { Part, PartField } from './mapping/part';
import type { Shape } from './shape';
import { gathering, placeOf, type Named, type Source } from './source';
import type { Field, ImportTable } from './table';

/** Statements for the import engine, in the order they run; `problems` only when `checks` counts anything. */
export interface FilePlan {
  /** Makes `typed`: a row for each usable record. */
  readonly read: string;
  /** One row: `rows` read, how many of them have a value that could not be used, and how many are `rejected` for one. */
  readonly check: string;
  /**
   * Makes `left_out` and moves the other entries to their table. Its last statement counts them: `entries`, which are
   * the `kept` and the `left_out`, and `blank`, the records that are no entry since they have no answer.
   */
  readonly keep: string;
  /** Lists the values that could not be used. */
  readonly problems: string;
}

/** Run once at the start. */
export function prepare(tables: readonly ImportTable[]): string {
  const gather = tables.map((table) => {
    const fields = table.fields.map((field) => `${quoteName(field.name)} ${sqlTypeOf(field)}`);
    return `CREATE TABLE ${gathering(table.name)} (dataset VARCHAR, file_number INTEGER, line INTEGER, ${fields.join(', ')});`;
  });
  return `${gather.join('\n')}
CREATE TABLE sources (number INTEGER, dataset VARCHAR, file VARCHAR, key_column VARCHAR);
CREATE TABLE gone_keys (dataset VARCHAR, table_name VARCHAR, key VARCHAR[]);
CREATE TABLE problems (
  file_number INTEGER, dataset VARCHAR, file VARCHAR, line INTEGER, "column" VARCHAR, value VARCHAR, rule VARCHAR, action VARCHAR
);`;
}

/** How a sheet becomes rows of a table. Its column names are never part of a name in SQL: they are `_c0`, `_c1` …, as no field can be called. */
export function planPart(shape: Shape, part: Part, source: Source, decisions: Decisions = {}): FilePlan {
  const { table, fields } = part;
  const converted = convert(shape, part, source);
  const unusable = fields.map(({ field, column }) => isUnusable(`_c${column}`, quoteName(field.name)));
  const rejected = rejectedBy(part, decisions);
  const filled = table.fields.map((field) => {
    const name = quoteName(field.name);
    return field.otherwise === undefined ? name : `coalesce(${name}, ${field.otherwise}) AS ${name}`;
  });
  const named = { ...source, columnOf: columnNames(shape, part) };
  return {
    read: `CREATE OR REPLACE TABLE typed AS
SELECT line, ${filled.join(', ')},
  ${isBlank(part)} AS blank, NOT blank AND (${[...unusable, 'false'].join(' OR ')}) AS unusable, NOT blank AND ${rejected} AS rejected
FROM (${converted});`,
    check: `SELECT count(*) AS rows, count(*) FILTER (unusable) AS unusable, count(*) FILTER (rejected) AS rejected FROM typed`,
    keep: `${entriesOf(part)}
${collapseProblems(part, named)}
${keep(table, named, decisionOn('doubled-row', decisions))}`,
    problems: valueProblems(convert(shape, part, source, unusableLines), part, named, decisions),
  };
}

/** What a person finds a field under: the file's own name for it. */
function columnNames(shape: Shape, { fields }: Part): Named['columnOf'] {
  const names = new Map(fields.map(({ field, column }) => [field.name, shape.header[column]?.trim()]));
  return (field) => names.get(field) ?? field;
}

/** Of the text that is read. */
const unusableLines = ' WHERE line::INTEGER IN (SELECT line FROM typed WHERE unusable)';

/** Text columns `_c0` …, numbers `_n0` …, and typed columns under the names of their fields. */
function convert(shape: Shape, { table, fields, fixed }: Part, source: Source, only = ''): string {
  const read = new Map(fields.map((each) => [each.field.name, each]));
  const constants = new Map(fixed.map(({ field, value }) => [field.name, quoteText(value)]));
  const texts = fields.map(({ column, codes }) => `${meant(`_c${column}`, codes)} AS _c${column}`);
  const numbers = fields
    .filter(({ field }) => isNumeric(field))
    .map(({ column }) => `${numberOf(`_c${column}`)} AS _n${column}`);
  const values = table.fields.map((field) => {
    const from = read.get(field.name);
    const value = from
      ? valueOf(from.field, `_c${from.column}`, `_n${from.column}`)
      : `${constants.get(field.name) ?? 'NULL'}::${sqlTypeOf(field)}`;
    return `${value} AS ${quoteName(field.name)}`;
  });
  return `
  SELECT *, ${values.join(',\n    ')}
  FROM (
    SELECT ${['*', ...numbers].join(', ')}
    FROM (SELECT ${['line::INTEGER AS line', ...texts].join(', ')} FROM ${source.text === undefined ? readSheet(shape, source.registered) : quoteName(source.text)}${only})
  )
`;
}

/** A code of the file's own as ours has it. */
function meant(text: string, codes: PartField['codes']): string {
  const cases = Object.entries(codes ?? {}).map(
    ([found, code]) => `WHEN ${quoteText(found)} THEN ${code === null ? 'NULL' : quoteText(code)}`,
  );
  return cases.length > 0 ? `CASE trim(${text}) ${cases.join(' ')} ELSE ${text} END` : text;
}

/** Whether a row is left out for one of its values, as SQL; a row without its key is left out for that. */
function rejectedBy({ table, fields }: Part, decisions: Decisions): string {
  const rules = rejectingRules(decisions).map(quoteText);
  if (rules.length === 0) return 'false';
  const values = fields
    .filter(({ field }) => !isKeyOf(table, field))
    .map(({ field, column }) => {
      const rule = ruleOf(field, `_c${column}`, `_n${column}`);
      return `(${isUnusable(`_c${column}`, quoteName(field.name))} AND ${rule} IN (${rules.join(', ')}))`;
    });
  const keyed = table.key.map((key) => ` AND ${quoteName(key)} IS NOT NULL`).join('');
  return `(${[...values, 'false'].join(' OR ')})${keyed}`;
}

function isKeyOf(table: ImportTable, field: Field): boolean {
  return table.key.includes(field.name) && field.otherwise === undefined;
}

function isBlank({ fields, answers }: Part): string {
  const texts = fields.filter(({ field }) => answers.includes(field.name)).map(({ column }) => `_c${column}`);
  if (texts.length === 0) return 'false';
  return texts.map((text) => `coalesce(trim(${text}), '') = ''`).join(' AND ');
}

/** What is kept or left out: the records of `typed`, or several of them as one. */
function entriesOf({ table, collapsed, answers }: Part): string {
  if (!collapsed) {
    return `CREATE OR REPLACE VIEW entries AS FROM typed WHERE NOT rejected${answers.length > 0 ? ' AND NOT blank' : ''};`;
  }
  const isKey = (name: string) => table.key.includes(name);
  const fields = table.fields.map(({ name }) => {
    const field = quoteName(name);
    return isKey(name) ? field : `first(${field} ORDER BY line) FILTER (${field} IS NOT NULL) AS ${field}`;
  });
  const keys = table.key.map(quoteName);
  // A row without a key is like no other
  const alone = `CASE WHEN ${keys.map((key) => `${key} IS NULL`).join(' OR ')} THEN line END`;
  return `CREATE OR REPLACE TABLE collapsed AS
SELECT min(line) AS line, ${fields.join(', ')} FROM typed WHERE NOT blank AND NOT rejected GROUP BY ${[...keys, alone].join(', ')};
CREATE OR REPLACE VIEW entries AS FROM collapsed;`;
}

/** Rows of one course that say different things; a child grows older, so its age may. */
function collapseProblems({ table, fields, collapsed }: Part, source: Named): string {
  if (!collapsed) return '';
  const keys = table.key.map(quoteName);
  const compared = fields.filter(({ field: { name } }) => !table.key.includes(name) && name !== 'age');
  return compared
    .map(({ field: { name } }) => {
      const field = quoteName(name);
      return `INSERT INTO problems
SELECT ${placeOf(source)}, min(line), ${quoteText(source.columnOf(name))}, string_agg(DISTINCT ${field}::VARCHAR, ' / ' ORDER BY ${field}::VARCHAR), 'differs', 'kept'
FROM typed WHERE ${keys.map((key) => `${key} IS NOT NULL`).join(' AND ')} GROUP BY ${keys.join(', ')} HAVING count(DISTINCT ${field}) > 1;`;
    })
    .join('\n');
}

/** Makes the table of a sheet's text, so that its file is read once. */
export function keepText(shape: Shape, registered: string, text: string): string {
  return `CREATE OR REPLACE TABLE ${quoteName(text)} AS SELECT * FROM ${readSheet(shape, registered)}`;
}

/** A sheet's body as a table of text: `line`, `_c0`, `_c1` …. */
function readSheet(shape: Shape, registered: string): string {
  const columns = shape.header.map((_, index) => `'_c${index}': 'VARCHAR'`);
  return `read_csv(${quoteText(registered)}, auto_detect = false, header = false, delim = ${quoteText(shape.delimiter)},
      quote = '"', escape = '"', new_line = '\\n', nullstr = ['', '#NULL!'], columns = {'line': 'VARCHAR', ${columns.join(', ')}})`;
}

/** The file is read once more, for these rows only: texts are not kept beside values. */
function valueProblems(
  converted: string,
  { table, fields }: Part,
  source: Named,
  decisions: Decisions,
): string {
  const rules = rejectingRules(decisions).map(quoteText);
  const inserts = fields.map(({ field, column }) => {
    const isKey = isKeyOf(table, field);
    const unusable = isUnusable(`_c${column}`, quoteName(field.name));
    const name = source.columnOf(field.name);
    const rule = ruleOf(field, `_c${column}`, `_n${column}`);
    const rejects = rules.length === 0 ? 'false' : `${rule} IN (${rules.join(', ')})`;
    const action = isKey
      ? "'row-left-out'"
      : `CASE WHEN ${rejects} THEN 'row-left-out' ELSE 'value-left-out' END`;
    // Of a row that is gone only what it went for is told.
    const told = isKey
      ? ''
      : ` AND line NOT IN (SELECT line FROM left_out) AND (${rejects} OR line NOT IN (SELECT line FROM typed WHERE rejected))`;
    return `${isKey ? replaceMissing(name, unusable, source) : ''}INSERT INTO problems
SELECT ${placeOf(source)}, line, ${quoteText(name)}, _c${column}, ${rule}, ${action}
FROM checked WHERE ${unusable}${told};`;
  });
  return `CREATE OR REPLACE TABLE checked AS
SELECT * FROM (${converted});
${inserts.join('\n')}`;
}

/** A wave that is no wave was listed as missing; what stands there tells more. */
function replaceMissing(key: string, unusable: string, source: Source): string {
  return `DELETE FROM problems
WHERE file_number = ${source.number} AND rule = 'missing-key' AND "column" = ${quoteText(key)}
  AND line IN (SELECT line FROM checked WHERE ${unusable});
`;
}
