import { quoteName, quoteText } from '../sql/quote';
import type { Decision } from './decision';
import { gathering, placeOf, type Named, type Source } from './source';
import type { ImportTable } from './table';

/**
 * Statements: moves `entries` to their table, but for those that are `left_out`: without a key, or with a key that is
 * there already, in this file or in one of the dataset's before it. `doubled` says which of several stays: the first
 * (`row-left-out`), the last (`earlier-row-left-out`) or none.
 */
export function keep(table: ImportTable, source: Named, doubled: Decision<'doubled-row'>): string {
  const target = gathering(table.name);
  const keys = table.key.map(quoteName);
  const complete = keys.map((key) => `${key} IS NOT NULL`).join(' AND ');
  const fields = table.fields.map((field) => quoteName(field.name)).join(', ');
  const missing = table.key.map(
    (key) => `WHEN ${quoteName(key)} IS NULL THEN ${quoteText(source.columnOf(key))}`,
  );
  const checks = (table.checks ?? []).map(
    ({ rule, column, fails }) => `
INSERT INTO problems
SELECT ${placeOf(source)}, line, ${quoteText(source.columnOf(column))}, ${quoteName(column)}::VARCHAR, ${quoteText(rule)}, 'kept'
FROM ${target} WHERE file_number = ${source.number} AND ${fails};
`,
  );
  return `INSERT INTO sources VALUES (${placeOf(source)}, ${quoteText(source.columnOf(table.key.at(-1) ?? ''))});

CREATE OR REPLACE TABLE doubled AS
SELECT ${keys.join(', ')}, min(line) AS first, max(line) AS last FROM entries WHERE ${complete} GROUP BY ALL HAVING count(*) > 1;

CREATE OR REPLACE TABLE left_out AS
SELECT line, 'missing-key' AS rule, CASE ${missing.join(' ')} END AS "column", NULL::VARCHAR AS value, 'row-left-out' AS action
FROM entries WHERE NOT (${complete})
UNION ALL
${leftOutAsDoubled(table, source, doubled)};

${doubled === 'row-left-out' ? '' : removeEarlier(table, source, doubled)}${doubled === 'every-row-left-out' ? noteGone(table, source) : ''}
INSERT INTO ${target}
SELECT ${quoteText(source.dataset)}, ${source.number}, line, ${fields} FROM entries ANTI JOIN left_out USING (line);

INSERT INTO problems
SELECT ${placeOf(source)}, line, "column", value, rule, action FROM left_out;
${checks.join('')}
SELECT (SELECT count(*) FROM ${target} WHERE file_number = ${source.number}) AS kept, (SELECT count(*) FROM left_out) AS left_out,
  (SELECT count(*) FROM entries) AS entries, (SELECT count(*) FROM typed WHERE blank) AS blank`;
}

/** The entries of this file that do not stay, as a SELECT of what is said of them. */
function leftOutAsDoubled(table: ImportTable, source: Named, doubled: Decision<'doubled-row'>): string {
  const sameKey = sameKeyAs(table, 'entries', 'other');
  const said = `SELECT entries.line, 'doubled-row', ${quoteText(source.columnOf(table.key.at(-1) ?? ''))}, ${keyText(table, 'entries')}, ${quoteText(doubled)}`;
  const inFile = `${said}
FROM entries JOIN doubled AS other ON ${sameKey}`;
  if (doubled === 'earlier-row-left-out') return `${inFile} WHERE entries.line < other.last`;
  // Those that stand once in the file, or are the first there, may stand in an earlier one
  const before = `UNION ALL
${said}
FROM entries SEMI JOIN (FROM ${gathering(table.name)} WHERE dataset = ${quoteText(source.dataset)}) AS other ON ${sameKey}
LEFT JOIN doubled ON ${sameKeyAs(table, 'entries', 'doubled')}`;
  return doubled === 'row-left-out'
    ? `${inFile} WHERE entries.line > other.first
${before}
WHERE doubled.first IS NULL OR entries.line = doubled.first`
    : `${inFile}
${before}
WHERE doubled.first IS NULL
UNION
${said} FROM entries LEFT JOIN doubled ON ${sameKeyAs(table, 'entries', 'doubled')}
WHERE doubled.first IS NULL AND ${keyOf(table, 'entries')} IN (${goneBefore(table, source)})`;
}

/** Keys of which every row is gone, so that none is left to be met again. */
function goneBefore({ name }: ImportTable, { dataset }: Source): string {
  return `SELECT key FROM gone_keys WHERE dataset = ${quoteText(dataset)} AND table_name = ${quoteText(name)}`;
}

function noteGone(table: ImportTable, { dataset }: Source): string {
  return `INSERT INTO gone_keys SELECT DISTINCT ${quoteText(dataset)}, ${quoteText(table.name)}, ${keyOf(table, 'entries')}
FROM entries JOIN left_out USING (line) WHERE rule = 'doubled-row';
`;
}

/** Takes rows with the key of an entry out again, and lists them where they stood. */
function removeEarlier(table: ImportTable, source: Source, doubled: Decision<'doubled-row'>): string {
  const same = `dataset = ${quoteText(source.dataset)} AND EXISTS (FROM entries WHERE ${sameKeyAs(table, 'entries', 'earlier')})`;
  return `INSERT INTO problems
SELECT earlier.file_number, sources.dataset, sources.file, earlier.line, sources.key_column, ${keyText(table, 'earlier')}, 'doubled-row', ${quoteText(doubled)}
FROM ${gathering(table.name)} AS earlier JOIN sources ON sources.number = earlier.file_number WHERE earlier.${same};
DELETE FROM ${gathering(table.name)} AS earlier WHERE ${same};
`;
}

function sameKeyAs({ key }: ImportTable, one: string, other: string): string {
  return key.map((name) => `${one}.${quoteName(name)} = ${other}.${quoteName(name)}`).join(' AND ');
}

function keyOf({ key }: ImportTable, of: string): string {
  return `[${key.map((name) => `${of}.${quoteName(name)}::VARCHAR`).join(', ')}]`;
}

function keyText({ key }: ImportTable, of: string): string {
  return `concat_ws(' ', ${key.map((name) => `${of}.${quoteName(name)}`).join(', ')})`;
}
