import { quoteName, quoteText } from '../sql/quote';
import { groupsOf, keptOf, rowsOf, type Group, type Merge } from './merge';
import type { Measure } from './measures';
import type { Division, Table } from './table';

/** The merged table as a query of the one it is made from, as a person would write it. */
export function writeMerge(table: Table, merge: Merge, from: string): string {
  const kept = keptOf(table, merge);
  const groups = kept.map((division) => `${expressionOf(division, merge)}${aliasOf(division, merge)}`);
  const reckoned = table.result.columns.flatMap(({ name, single }) => {
    const text = single ? undefined : measureOf(table, merge, name);
    return text === undefined ? [] : [`${text} AS ${quoteName(name)}`];
  });
  const rows = table.divisions.flatMap((division) => {
    const which = rowsOf(table, division, merge);
    return which ? [`${quoteName(division.name)} IS ${which === 'parts' ? 'NOT ' : ''}NULL`] : [];
  });
  const isSpread = [...table.measures.values()].some(({ kind }) => kind === 'whole');
  const places = kept.map((_, at) => at + 1).join(', ');
  return [
    `SELECT ${[...groups, ...reckoned].join(',\n       ')}`,
    `FROM ${quoteName(from)}`,
    ...(rows.length > 0 ? [`WHERE ${rows.join(' AND ')}`] : []),
    `GROUP BY ${isSpread ? places : 'ALL'}`,
    `ORDER BY ${kept.map((division) => placeOf(table, division, merge)).join(', ')}`,
  ].join('\n');
}

function expressionOf(division: Division, merge: Merge): string {
  const column = quoteName(division.name);
  const groups = groupsOf(division, merge);
  if (groups.length === 0) return column;
  const merged = new Set(groups.flatMap(({ codes }) => codes));
  const single = [...division.labels].flatMap(([code, label]): Group[] =>
    merged.has(code) || label === code ? [] : [{ name: label, codes: [code] }],
  );
  const cases = [...groups, ...single].map(
    (group) => `WHEN ${isAmong(column, group)} THEN ${quoteText(group.name)}`,
  );
  const rest = division.isCoded ? `${column}::VARCHAR` : column;
  return ['CASE', [...cases, `ELSE ${rest} END`].join('\n            ')].join(' ');
}

function isAmong(column: string, { codes }: Group): string {
  const texts = codes.filter((code) => code !== null).map(quoteText);
  const known =
    texts.length === 0
      ? []
      : texts.length === 1
        ? [`${column} = ${texts[0]}`]
        : [`${column} IN (${texts.join(', ')})`];
  return [...known, ...(codes.includes(null) ? [`${column} IS NULL`] : [])].join(' OR ');
}

function aliasOf(division: Division, merge: Merge): string {
  return groupsOf(division, merge).length > 0 ? ` AS ${quoteName(division.name)}` : '';
}

function measureOf(table: Table, merge: Merge, name: string): string | undefined {
  const measure = table.measures.get(name.toLowerCase());
  return measure && writeMeasure(table, merge, name, measure);
}

function writeMeasure(table: Table, merge: Merge, name: string, measure: Measure): string | undefined {
  const column = quoteName(name);
  switch (measure.kind) {
    case 'sum':
      return `sum(${column})`;
    case 'mean': {
      const weight = quoteName(measure.of);
      return `sum(${weight} * ${column}) / sum(${weight}) FILTER (${column} IS NOT NULL)`;
    }
    case 'whole': {
      const by = measure.by.flatMap((each) => {
        const division = keptOf(table, merge).find((one) => one.name.toLowerCase() === each);
        return division ? [expressionOf(division, merge)] : [];
      });
      const over = by.length > 0 ? `PARTITION BY ${by.join(', ')}` : '';
      return `sum(sum(${quoteName(measure.of)})) OVER (${over})`;
    }
    case 'ratio': {
      const part = measureOf(table, merge, measure.part);
      const whole = measureOf(table, merge, measure.whole);
      return part && whole && `${part} / nullif(${whole}, 0)`;
    }
  }
}

/** Where the least of its codes stood. */
function placeOf(table: Table, division: Division, merge: Merge): string {
  const column = quoteName(division.name);
  const first = table.result.columns.find(({ name }) => name === division.name)?.values[0] ?? null;
  const text = groupsOf(division, merge).length > 0 ? `min(${column})` : column;
  return first === null && division.hasTotals ? `${text} NULLS FIRST` : text;
}
