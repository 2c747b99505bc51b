import { CellName, type PlotCell, type SqlCell } from '../notebook/cell';
import { freeName } from '../notebook/names';
import { writeYaml } from '../yaml/yaml';
import type { Question } from './question';
import { titleOf, writeChart } from './write-chart';
import { writeSql } from './write-sql';
import type { ExploreWords } from './words';

/** The answer to a question as two ordinary cells, under names that are free: a query and its chart. */
export function writeCells(
  question: Question,
  words: ExploreWords,
  taken: readonly string[],
): readonly [SqlCell, PlotCell] {
  const name = freeName(baseOf(question), taken);
  const chartName = freeName(`${name.slice(0, 50)}_chart`, [...taken, name]);
  const spec = writeChart(question, name, words);
  const attributes = [
    ['title', titleOf(question, words)],
    ...(question.about.kind === 'change' ? [['decimals', '1']] : []),
    ['interval', question.about.kind === 'change' ? 'n' : 'known'],
  ].map(([key = '', value = '']) => [key, value] as const);
  return [
    { kind: 'sql', name, attributes, body: writeSql(question, words) },
    { kind: 'plot', name: chartName, attributes: [], body: writeYaml(spec).trimEnd(), spec },
  ];
}

/** "who5_total_by_sex": what a person would call it. */
function baseOf({ about, by, beside }: Question): CellName {
  const asked =
    about.kind === 'change' ? `${about.instrument.table}_${about.scale.name}` : about.variable.name;
  const against = beside === 'nothing' ? '' : `_beside_${beside}`;
  return CellName.parse(`${asked}${by ? `_by_${by.name}` : ''}${against}`.slice(0, 50));
}
