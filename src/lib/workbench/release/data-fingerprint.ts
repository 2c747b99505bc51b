import type { Outcome } from '../../dataflow/session';
import { quoteName, quoteText } from '../../sql/quote';

/**
 * The same for the same data, in whatever order its files and rows come, and for no other: a hash of what each table
 * hashes to. Nothing of the data can be read from it.
 */
export async function fingerprintData(
  tables: readonly string[],
  ask: (sql: string) => Promise<Outcome>,
): Promise<string> {
  if (tables.length === 0) return '';
  const parts = tables
    .toSorted()
    .map(
      (table) =>
        `SELECT ${quoteText(table)} AS name, count(*)::VARCHAR AS n, bit_xor(hash(t))::VARCHAR AS said FROM ${quoteName(table)} AS t`,
    );
  const asked = await ask(`${parts.join('\nUNION ALL\n')}\nORDER BY name`);
  if (!asked.ok) return '';
  const text = JSON.stringify(asked.result.columns.map(({ values }) => values));
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(digest).subarray(0, 8)]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
}
