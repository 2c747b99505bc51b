import type { Cleared } from '../disclosure/cleared';
import { formatFixed, formatNumber } from '../i18n/format';
import { sentencesOf } from '../i18n/sentences';
import type { ChartWords } from '../plot/words';
import { columnOf, type Value } from '../results/result';

/** A part of a comparison as it is read: a few columns, n beside the name in every row. */
export interface ComparedTable {
  readonly caption: string;
  readonly note: string;
  /** Of the columns after the name and n. */
  readonly heads: readonly string[];
  readonly rows: readonly ComparedRow[];
}

export interface ComparedRow {
  /** Of the cleared result. */
  readonly row: number;
  readonly name: string;
  /** For all groups together. */
  readonly total: boolean;
  /** Empty where the row is withheld, as `cells` is. */
  readonly n: string;
  readonly withheld: boolean;
  readonly cells: readonly string[];
}

/** Under this many pairs there is no test. */
const fewestPairs = 6;

/** Reads a comparison's cleared result as the tables that people read; nothing here is known but what was cleared. */
export function comparedTables(cleared: Cleared, words: ChartWords, decimals = 1): readonly ComparedTable[] {
  const says = sentencesOf(words.language).compare;
  const read = readerOf(cleared, words, decimals);
  const table = (
    caption: string,
    note: string,
    columns: readonly (readonly [head: string, cell: (row: number) => string])[],
    n = 'n',
    only: (row: number) => boolean = () => true,
    name = read.name,
  ): ComparedTable => ({
    caption,
    note,
    heads: columns.map(([head]) => head),
    rows: cleared.withheld.flatMap((why, row) => {
      if (!only(row)) return [];
      const withheld = why !== null;
      const cells = withheld ? [] : columns.map(([, cell]) => cell(row));
      const count = withheld ? '' : read.whole(n)(row);
      return [{ row, name: name(row), total: read.isTotal(row), n: count, withheld, cells }];
    }),
  });
  const has = (name: string) => columnOf(cleared, name) !== undefined;
  const isHeldAgainst = (row: number) => read.value('against', row) !== null;
  return [
    table(says.pairs, says.pairsNote, [
      [says.before, read.spread('before')],
      [says.after, read.spread('after')],
      [says.change, read.interval('change', read.signed)],
    ]),
    table(says.shares, says.sharesNote, [
      [sentencesOf(words.language).chart.up, read.interval('up', read.percent)],
      [sentencesOf(words.language).chart.same, read.interval('same', read.percent)],
      [sentencesOf(words.language).chart.down, read.interval('down', read.percent)],
    ]),
    table(says.effects, says.effectsNote, [
      ['d_z', read.interval('dz', read.effect)],
      [says.gz, read.interval('gz', read.effect)],
      ['d_av', read.interval('dav', read.effect)],
      [says.gav, read.interval('gav', read.effect)],
    ]),
    table(says.tests, says.testsNote, [
      [says.tTest, read.tTest],
      [says.wilcoxon, read.test('wilcoxon', 'n')],
    ]),
    ...(cleared.withheld.some((_, row) => isHeldAgainst(row))
      ? [
          table(
            says.differences,
            says.differencesNote,
            [
              [says.changeDifference, read.difference('change', read.signed)],
              [says.gDifference, read.interval('g_difference', read.effect)],
              [says.upDifference, read.difference('up', read.points)],
              [says.downDifference, read.difference('down', read.points)],
            ],
            'n',
            isHeldAgainst,
            (row) => says.against(read.name(row), read.other(row)),
          ),
        ]
      : []),
    ...(has('n_states')
      ? [
          table(
            says.states,
            says.statesNote,
            [
              [says.before, read.one('state_before_share', read.percent)],
              [says.after, read.one('state_after_share', read.percent)],
              [says.mcnemar, read.test('mcnemar', 'n_states')],
            ],
            'n_states',
          ),
        ]
      : []),
  ];
}

/** The words of a cell with a line break possible only before its p. */
export function keepTogether(cell: string): string {
  return cell.replace(/ (?!p )/g, '\u00a0');
}

type Write = (value: number) => string;

function readerOf(cleared: Cleared, words: ChartWords, decimals: number) {
  const { language } = words;
  const says = sentencesOf(language).compare;
  const group = cleared.columns[0]?.name === 'n' ? undefined : cleared.columns[0];
  const against = columnOf(cleared, 'against');
  const value = (name: string, row: number): Value => columnOf(cleared, name)?.values[row] ?? null;
  const number = (name: string, row: number): number | null => {
    const found = value(name, row);
    return typeof found === 'number' ? found : null;
  };
  const plain: Write = (found) => formatFixed(found, language, decimals);
  const signed: Write = (found) => formatFixed(found, language, decimals, true);
  const effect: Write = (found) => formatFixed(found, language, 2);
  const percent: Write = (found) => `${formatFixed(found * 100, language, 0)}\u00a0%`;
  const points: Write = (found) => formatFixed(found * 100, language, 0, true);

  const one = (name: string, write: Write) => (row: number) => {
    const found = number(name, row);
    return found === null ? says.missing : write(found);
  };
  /** The unit stands at the number, not inside the brackets. */
  const bare = (text: string) => text.replace(/\u00a0%$/, '');
  const interval = (name: string, write: Write) => (row: number) => {
    const [from, to] = [number(`${name}_low`, row), number(`${name}_high`, row)];
    const text = one(name, write)(row);
    return from === null || to === null ? text : says.interval(text, bare(write(from)), bare(write(to)));
  };
  const p = (found: number) =>
    found < 0.001
      ? says.smallP(formatFixed(0.001, language, 3))
      : says.tellsP(formatFixed(found, language, 3));
  const noTest = (n: string, row: number) =>
    (number(n, row) ?? 0) < fewestPairs ? says.tooFew : says.noTest;

  return {
    value,
    isTotal: (row: number) => row === 0 && cleared.rowCount > 1,
    name: (row: number) => {
      if (row === 0 || !group) return sentencesOf(language).chart.total;
      const label = group.values[row] ?? null;
      return label === null ? says.missing : words.label(group, label);
    },
    other: (row: number) => (against ? words.label(against, against.values[row] ?? null) : ''),
    whole: (name: string) => one(name, (found) => formatNumber(found, language, 0)),
    one,
    interval,
    signed,
    effect,
    percent,
    points,
    spread: (name: string) => (row: number) => {
      const sd = number(`${name}_sd`, row);
      const mean = one(name, plain)(row);
      return sd === null ? mean : says.spread(mean, plain(sd));
    },
    tTest: (row: number) => {
      const [t, df, found] = [number('t', row), number('t_df', row), number('t_p', row)];
      if (t === null || df === null || found === null) return noTest('n', row);
      return `t(${formatNumber(df, language, 0)}) = ${formatFixed(t, language, 2)}; ${p(found)}`;
    },
    test: (name: string, n: string) => (row: number) => {
      const found = number(`${name}_p`, row);
      if (found === null) return noTest(n, row);
      return `${p(found)}, ${value(`${name}_exact`, row) === true ? says.exact : says.approximate}`;
    },
    difference: (name: string, write: Write) => (row: number) => {
      const found = number(`${name}_difference_p`, row);
      const text = interval(`${name}_difference`, write)(row);
      return found === null ? text : `${text}; ${p(found)}`;
    },
  };
}
