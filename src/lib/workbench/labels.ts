import { labelOfCode, labelOfColumn } from '../codebook/codebook';
import type { Instrument } from '../instruments/instrument';
import { scoreLabels } from '../instruments/labels';
import type { Language } from '../i18n/language';
import { sentencesOf } from '../i18n/sentences';
import type { ChartWords } from '../plot/words';
import type { Column } from '../results/result';

/** What a person reads for the codes and columns of the data, in one language. */
export interface DataWords extends ChartWords {
  /** What a column is called where people read it. */
  readonly heading: (column: Column) => string;
}

/** With the labels of these instruments; a code that neither they nor the codebook know is shown as it is. */
export function dataWords(instruments: readonly Instrument[], language: Language): DataWords {
  const sentences = sentencesOf(language);
  const labelOfScore = scoreLabels(instruments);
  const headings = new Map(Object.entries(sentences.compare.columns));

  function labelOf(column: Column, code: string): string {
    if (!column.codes) return code;
    const label = labelOfCode(column.codes, code, language);
    return label === code ? (labelOfScore(code, language, column.codes) ?? code) : label;
  }
  function headingOf(name: string): string | undefined {
    const label = labelOfColumn(name, language);
    return label === name ? headings.get(name) : label;
  }
  /** An end of an interval that has no name of its own. */
  function endHeading(name: string): string | undefined {
    const [, stem = '', end] = /^(.+)_(low|high)$/.exec(name) ?? [];
    const of = headingOf(stem);
    const { lowEnd, highEnd } = sentences.chart;
    return of && (end === 'low' ? lowEnd(of) : highEnd(of));
  }
  return {
    language,
    label: (column, value) => (value === null ? sentences.chart.total : labelOf(column, String(value))),
    heading: ({ name }) => headingOf(name) ?? endHeading(name) ?? name,
  };
}
