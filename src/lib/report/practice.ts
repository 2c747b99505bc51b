import { sentencesOf } from '../i18n/sentences';
import type { PracticeCell } from '../notebook/cell';
import { dimensions } from '../notebook/practice';
import type { Build } from './build';
import { paragraph, titled, type Numbering } from './figure';
import { filledIn } from './lookup';
import type { ReportParts } from './outcome';

/** The eleven dimensions as a numbered table: what is asked, what people judge and why, what the data says. */
export function practiceTable(
  { spec }: PracticeCell,
  parts: ReportParts,
  build: Build,
  numbering: Numbering,
): Element {
  const { language } = parts.words;
  const says = sentencesOf(language).practice;
  const filled = (text: string) => filledIn(text, parts);
  const head = [says.dimension, says.rating, says.data].map((text) => build('th', { scope: 'col' }, text));
  const rows = dimensions.map((dimension, at) => {
    const { rating, note, evidence } = spec.dimensions[dimension] ?? {};
    const { name, asks } = says.dimensions[dimension];
    const why = note === undefined ? [] : [build('br', {}), filled(note)];
    return build(
      'tr',
      {},
      build('td', {}, build('strong', {}, `${at + 1}. ${name}`), build('br', {}), asks),
      build('td', {}, build('strong', {}, rating ? says.ratings[rating] : says.notRated), ...why),
      build('td', {}, evidence === undefined ? says.noData : filled(evidence)),
    );
  });
  const table = build('table', {}, build('thead', {}, build('tr', {}, ...head)), build('tbody', {}, ...rows));
  return build(
    'figure',
    { class: 'table practice' },
    titled(sentencesOf(language).report.table(++numbering.tables), filled(spec.title ?? says.title), build),
    ...paragraph('subtitle', spec.subtitle && filled(spec.subtitle), build),
    build('div', { class: 'scroll' }, table),
    ...paragraph('source', spec.source && filled(spec.source), build),
  );
}
