import type { Outcome } from '../../dataflow/session';
import { digestOf } from '../digest';
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
  const said = asked.result.columns.map(({ values }) => values);
  return (await digestOf(JSON.stringify(said))).slice(0, 16);
}
