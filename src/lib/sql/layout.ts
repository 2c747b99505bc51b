import { significant, tokenise } from './tokens';

/**
 * The query laid out anew: the same words in the same case, on lines of their own. Undefined where the formatter does
 * not know the text, or would have written another query.
 */
export async function layOut(sql: string): Promise<string | undefined> {
  const { duckdb, formatDialect } = await import('sql-formatter');
  try {
    const text = formatDialect(sql, {
      dialect: duckdb,
      tabWidth: 2,
      expressionWidth: 80,
      paramTypes: { named: ['$'] },
    }).trim();
    return isSame(sql, text) ? text : undefined;
  } catch {
    return undefined;
  }
}

/** What the engine reads is the same, sign by sign, and no comment is lost. */
function isSame(one: string, other: string): boolean {
  return words(one) === words(other) && comments(one) === comments(other);
}

function words(sql: string): string {
  return JSON.stringify(significant(tokenise(sql)).map(({ text }) => text));
}

function comments(sql: string): string {
  const found = tokenise(sql).filter(({ kind }) => kind === 'comment');
  return JSON.stringify(found.map(({ text }) => text.replace(/\s+/g, ' ').trim()));
}
