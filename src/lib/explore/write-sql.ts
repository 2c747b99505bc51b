import { quoteName, quoteText } from '../sql/quote';
import type { ExploreWords } from './words';
import type { Question } from './question';

/** The columns that divide the rows, the one that names whose numbers they are first. */
export function dividing({ by, beside }: Question): readonly string[] {
  const whose = beside === 'everyone' ? ['whose'] : beside === 'exports' ? ['dataset'] : [];
  return [...whose, ...(by ? [by.name] : [])];
}

/** A query as a person would write it: it runs on any export, and each row has its n. */
export function writeSql(question: Question, words: ExploreWords): string {
  return question.about.kind === 'change'
    ? changeSql(question, words)
    : answersSql(question, question.about.variable.name, words);
}

function changeSql(question: Question, words: ExploreWords): string {
  const groups = dividing(question).map(quoteName);
  const single = groups.length === 0 ? [`${quoteText(whoAre(question, words))} AS whose`] : groups;
  const measures = [
    'count(*) AS n',
    'avg(before) AS before',
    'avg(after) AS after',
    'avg(change) AS change',
    'avg(change) - (1.96 + 2.4 / (n - 1)) * stddev_samp(change) / sqrt(n) AS change_low',
    'avg(change) + (1.96 + 2.4 / (n - 1)) * stddev_samp(change) / sqrt(n) AS change_high',
    "avg((direction = 'improved')::INTEGER) AS up",
    "avg((direction = 'deteriorated')::INTEGER) AS down",
  ];
  return select(question, words, 'changes', [...single, ...measures], groups, rolled(question, groups));
}

function answersSql(question: Question, variable: string, words: ExploreWords): string {
  const groups = dividing(question).map(quoteName);
  const name = quoteName(variable);
  const over = groups.length > 0 ? `PARTITION BY ${groups.join(', ')}` : '';
  const columns = [...groups, name, 'count(*) AS n', `sum(n) OVER (${over}) AS known`, 'n / known AS share'];
  return select(question, words, 'courses', columns, [...groups, name]);
}

/** A total as its own row, where one variable alone divides the children. */
function rolled({ by, beside }: Question, [group]: readonly string[]): string | undefined {
  return by && beside === 'nothing' ? group : undefined;
}

function select(
  question: Question,
  words: ExploreWords,
  table: string,
  columns: readonly string[],
  groups: readonly string[],
  total?: string,
): string {
  const everyone = question.beside === 'everyone';
  const known = everyone ? ['whose IS NOT NULL'] : [];
  const conditions = [
    ...known,
    ...(everyone ? [] : [...population(question), ...chosen(question)]),
    ...groups.filter((name) => name !== 'whose' && name !== 'dataset' && name !== total).map(isKnown),
  ];
  return [
    ...(everyone ? besideEveryone(question, words, table) : []),
    `SELECT ${columns.join(',\n       ')}`,
    `FROM ${everyone ? 'compared' : table}`,
    ...(conditions.length > 0 ? [`WHERE ${conditions.join('\n  AND ')}`] : []),
    ...grouping(groups, total),
  ].join('\n');
}

function grouping(groups: readonly string[], total: string | undefined): readonly string[] {
  if (groups.length === 0) return [];
  if (total === undefined) return [`GROUP BY ${groups.join(', ')}`, `ORDER BY ${groups.join(', ')}`];
  return [
    `GROUP BY ROLLUP (${total})`,
    `HAVING ${total} IS NOT NULL OR grouping(${total}) = 1`,
    `ORDER BY ${total} NULLS FIRST`,
  ];
}

/** Each course twice: among everyone, and among the chosen when it is one of them. */
function besideEveryone(question: Question, words: ExploreWords, table: string): readonly string[] {
  const are = chosen(question);
  const mine = are.length > 0 ? are.join(' AND ') : 'true';
  return [
    `-- ${words.twice}`,
    'WITH compared AS (',
    '  SELECT *,',
    `         unnest([${quoteText(words.everyone)}, CASE WHEN ${mine} THEN ${quoteText(words.chosen)} END]) AS whose`,
    `  FROM ${table}`,
    `  WHERE ${population(question).join('\n    AND ')}`,
    ')',
  ];
}

/** Which rows of the table the question is about, whoever is chosen. */
function population({ about, beside, dataset }: Question): readonly string[] {
  return [
    ...(beside === 'exports' ? [] : [`dataset = ${quoteText(dataset)}`]),
    ...(about.kind === 'change'
      ? [`instrument = ${quoteText(about.instrument.name)}`, `scale = ${quoteText(about.scale.name)}`]
      : []),
  ];
}

function chosen({ whom }: Question): readonly string[] {
  return whom.map(({ variable, code }) => `${quoteName(variable.name)} = ${quoteText(code)}`);
}

const isKnown = (name: string) => `${name} IS NOT NULL`;

/** What the one row of a question that divides by nothing is called. */
function whoAre({ whom }: Question, words: ExploreWords): string {
  return whom.length > 0 ? words.chosen : words.everyone;
}
