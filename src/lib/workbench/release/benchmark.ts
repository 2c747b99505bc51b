import type { Cleared } from '../../disclosure/cleared';
import type { ToldTable } from '../../disclosure/ledger';
import { tellTable } from '../../disclosure/ledger';
import { writeYaml } from '../../yaml/yaml';

const groupings = ['age_group', 'sex'] as const;

const numbers = `count(*) AS n,
       round(avg(before), 2) AS before, round(stddev_samp(before), 2) AS before_sd,
       round(avg(after), 2) AS after, round(stddev_samp(after), 2) AS after_sd,
       round(avg(change), 2) AS change, round(stddev_samp(change), 2) AS change_sd,
       round(avg((direction = 'improved')::INTEGER), 3) AS improved,
       round(avg((direction = 'deteriorated')::INTEGER), 3) AS deteriorated`;

/** What a pool tells its projects: each scale, of all and by age and sex. Of the largest export: exports can share children. */
export const benchmarkQuery = [undefined, ...groupings]
  .map((by) => {
    const [grouping, code] = by ? [`'${by}'`, `${by}::VARCHAR`] : ["'all'", "'all'"];
    return `SELECT dataset AS pool, instrument::VARCHAR AS instrument, scale::VARCHAR AS scale, ${grouping} AS grouping, ${code} AS code,
       ${numbers}
FROM changes
WHERE dataset = (SELECT dataset FROM courses GROUP BY dataset ORDER BY count(*) DESC, dataset LIMIT 1)
  AND change IS NOT NULL${by ? ` AND ${by} IS NOT NULL` : ''}
GROUP BY ALL`;
  })
  .join('\nUNION ALL\n');

/** The rows that may leave, as the YAML that a project opens beside its own export; undefined when none may. */
export function writeBenchmark({ columns, rowCount, withheld, obscured }: Cleared): string | undefined {
  const rows = Array.from({ length: rowCount }, (_, row) => row).filter((row) => withheld[row] === null);
  if (rows.length === 0) return undefined;
  const benchmark = rows.map((row) =>
    Object.fromEntries(
      columns.flatMap(({ name, values }, index) => {
        const value = values[row] ?? null;
        return value === null || obscured[index]?.has(row) ? [] : [[name, value]];
      }),
    ),
  );
  return writeYaml({ format: 1, benchmark });
}

/** Whom its counts are of, for the ledger: of the pairs of a scale, and of a group of them. */
export function tellBenchmark(table: string, cleared: Cleared): ToldTable {
  const whole = tellTable(table, cleared, {
    source: 'benchmark',
    among: new Map(),
    asked: [],
    chosen: new Map(),
  });
  const counts = whole.counts.map((count) => {
    const named = new Map(count.among);
    const [grouping] = named.get('grouping') ?? [];
    const code = named.get('code') ?? [];
    const of = count.among.filter(([column]) => column !== 'grouping' && column !== 'code');
    const group: [string, string[]][] =
      grouping === 'all' || grouping === undefined ? [] : [[grouping, code]];
    return { ...count, among: [...of, ...group].toSorted(([a], [b]) => (a < b ? -1 : 1)) };
  });
  return { ...whole, counts };
}
