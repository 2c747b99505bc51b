import { sessionGraph } from '../../dataflow/status';
import type { Session, Tables } from '../../dataflow/session';
import type { Instrument, Scale } from '../../instruments/instrument';
import type { CellName, InputCell } from '../../notebook/cell';
import { quoteName, quoteText } from '../../sql/quote';
import { identifierOf, significant, tokenise, type Token } from '../../sql/tokens';

/** An instrument that a number is measured with, and those of its scales that are named; all of them where none is. */
export interface Measured {
  readonly instrument: Instrument;
  readonly scales: readonly Scale[];
}

/** What a cell's numbers are made of, by what its query and those above it name. */
export interface Behind {
  readonly measured: readonly Measured[];
  readonly inputs: readonly InputCell[];
}

export function behindCell(session: Session, name: CellName, instruments: readonly Instrument[]): Behind {
  const graph = sessionGraph(session);
  const nodes = [name, ...graph.ancestorsOf(name)].flatMap((one) => graph.nodes.get(one) ?? []);
  const chosen = new Set(nodes.flatMap(({ query }) => [...(query?.variables.keys() ?? [])]));
  return {
    measured: measuredIn(
      nodes.flatMap(({ query }) => query?.sql ?? []),
      instruments,
    ),
    inputs: session.notebook.cells.filter(
      (cell): cell is InputCell => cell.kind === 'input' && chosen.has(cell.name),
    ),
  };
}

/** Instruments that are named as a text (`instrument = 'who5'`) or whose table is read. */
export function measuredIn(
  texts: readonly string[],
  instruments: readonly Instrument[],
): readonly Measured[] {
  const tokens = texts.flatMap((text) => significant(tokenise(text)));
  const said = new Set(tokens.flatMap(textOf));
  const named = new Set(tokens.flatMap((token) => identifierOf(token) ?? []));
  return instruments
    .filter(({ name, table }) => said.has(name) || named.has(table))
    .map((instrument) => {
      const scales = instrument.scales.filter((scale) => said.has(scale.name) || named.has(scale.name));
      return { instrument, scales: scales.length > 0 ? scales : instrument.scales };
    });
}

function textOf({ kind, text }: Token): readonly string[] {
  return kind === 'string' ? [text.slice(1, -1).replaceAll("''", "'")] : [];
}

/** Those of a row that names its own instrument or scale. */
export function measuredOf(measured: readonly Measured[], names: ReadonlySet<string>): readonly Measured[] {
  const ofRow = measured.filter(({ instrument }) => names.has(instrument.name));
  return (ofRow.length > 0 ? ofRow : measured).map(({ instrument, scales }) => {
    const named = scales.filter(({ name }) => names.has(name));
    return { instrument, scales: named.length > 0 ? named : scales };
  });
}

/** For each instrument and scale: how many courses there are, and are measured at both ends: the rows of `changes`. */
export function ledgerQuery(measured: readonly Measured[]): string {
  const places = measured.flatMap(({ instrument, scales }) =>
    scales.map((scale) => `(${quoteText(instrument.name)}, ${quoteText(scale.name)})`),
  );
  return [
    'SELECT instrument::VARCHAR AS instrument, scale::VARCHAR AS scale,',
    "       sum(n) FILTER (step = 'exported') AS exported,",
    "       sum(n) FILTER (step IN ('paired', 'other_age')) AS paired",
    'FROM pairing_ledger',
    `WHERE (instrument::VARCHAR, scale::VARCHAR) IN (${places.join(', ')})`,
    'GROUP BY ALL',
  ].join('\n');
}

/** The first and the last month of answers; undefined where no form has a date. */
export function periodQuery(measured: readonly Measured[], { tables }: Tables): string | undefined {
  const days = measured.flatMap(({ instrument }) => {
    const table = tables.find(({ name }) => name === instrument.table);
    const day = ['answered_on', 'date'].find((column) => table?.columns.includes(column));
    return day === undefined ? [] : [`SELECT ${day} AS day FROM ${quoteName(instrument.table)}`];
  });
  if (days.length === 0) return undefined;
  return [
    "SELECT date_trunc('month', min(day))::DATE AS first, date_trunc('month', max(day))::DATE AS last",
    `FROM (${days.join(' UNION ALL ')})`,
  ].join('\n');
}

/** What the name of a column says by our usage: `change_low` is of `change`, `girls_share` a share. */
export function stemOf(column: string, known: Readonly<Record<string, string>>): string | undefined {
  if (Object.hasOwn(known, column)) return column;
  const stems: readonly (readonly [RegExp, string])[] = [
    [/_share$/, 'share'],
    [/(^n_|_n$)/, 'n'],
    [/_known$/, 'known'],
    [/(^|_)before$/, 'before'],
    [/(^|_)after$/, 'after'],
    [/(^|_)change$/, 'change'],
    [/(^|_)mean$/, 'mean'],
    [/_g$/, 'g'],
    [/_dz$/, 'dz'],
    [/(^p_|_p$)/, 'p'],
  ];
  return stems.find(([pattern]) => pattern.test(column))?.[1];
}
