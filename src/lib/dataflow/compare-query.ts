import type { CompareCell } from '../notebook/cell';
import type { Compare } from '../notebook/compare';
import { readYaml } from '../yaml/read';
import { quoteName, quoteText } from '../sql/quote';

type Path = readonly string[];

/** A line of the query, and the field of the cell that it was made from. */
interface Line {
  readonly text: string;
  readonly from: Path;
}

/**
 * The rows a comparison works on, as SQL: `label` (with `by`), `before`, `after`, `child`, and `direction` or the two
 * states where they are asked for. What decides the numbers but not the rows stands as a comment, so that the text is
 * all that a result depends on.
 */
export function compareQuery(spec: Compare): string {
  return linesOf(spec)
    .map(({ text }) => text)
    .join('\n');
}

/** Where in the cell's own text what stands on a line of its query comes from; lines and columns from 1. */
export function placeInText(cell: CompareCell, line: number): { line: number; column: number } {
  return lineOfField(cell, linesOf(cell.spec)[line - 1]?.from ?? []);
}

export function lineOfField({ body }: CompareCell, field: Path): { line: number; column: number } {
  const read = readYaml(body);
  return { line: read.ok ? read.lineOf(field) : 1, column: 1 };
}

function linesOf(spec: Compare): readonly Line[] {
  const data = quoteName(spec.data);
  const columns = columnsOf(spec, (name) => `${data}.${quoteName(name)}`);
  const order = [...(spec.by === undefined ? [] : ['label NULLS LAST']), 'before', 'after'];
  return [
    ...settingsOf(spec),
    { text: 'SELECT', from: [] },
    ...columns.map(({ text, from }, at) => ({
      text: `  ${text}${at + 1 < columns.length ? ',' : ''}`,
      from,
    })),
    // Data without these columns finds them here: then each row counts as a child of its own.
    { text: 'FROM (SELECT NULL AS child_id, NULL AS course_id) AS "no child",', from: ['data'] },
    {
      text: `LATERAL (SELECT *, coalesce(child_id::VARCHAR, course_id::VARCHAR) AS child_ FROM ${data}) AS ${data}`,
      from: ['data'],
    },
    { text: `ORDER BY ${order.join(', ')}`, from: [] },
  ];
}

function settingsOf({ better, against }: Compare): readonly Line[] {
  const said = { ...(better !== undefined && { better }), ...(against !== undefined && { against }) };
  const text = `-- ${JSON.stringify(said).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')}`;
  return Object.keys(said).length === 0 ? [] : [{ text, from: [] }];
}

function columnsOf(spec: Compare, of: (column: string) => string): readonly Line[] {
  const { by, before, after, better, states } = spec;
  return [
    ...(by === undefined ? [] : [{ text: `${of(by)} AS label`, from: ['by'] }]),
    { text: `${of(before)}::DOUBLE AS before`, from: ['before'] },
    { text: `${of(after)}::DOUBLE AS after`, from: ['after'] },
    { text: `${of('child_')} AS child`, from: ['data'] },
    ...(better === undefined ? [{ text: `${of('direction')}::VARCHAR AS direction`, from: [] }] : []),
    ...(states === undefined
      ? []
      : (['before', 'after'] as const).map((side) => ({
          text: `${stateOf(of(states[side]), states.is)} AS state_${side}`,
          from: ['states', side],
        }))),
  ];
}

function stateOf(column: string, codes: readonly string[] | undefined): string {
  if (codes === undefined) return `${column}::BOOLEAN`;
  return `${column}::VARCHAR IN (${codes.map(quoteText).join(', ')})`;
}
