import { formatDate, formatNumber } from '../i18n/format';
import { sentencesOf } from '../i18n/sentences';
import type { InputCell } from '../notebook/cell';
import type { ReportWords } from './outcome';

/** An input as the sentence it makes: "Projekt: BRUS." */
export function choiceSentence(cell: InputCell, words: ReportWords): string {
  return sentencesOf(words.language).report.chosen(cell.spec.label ?? cell.name, chosenWords(cell, words));
}

/** What is chosen, in words. */
export function chosenWords({ name, spec }: InputCell, words: ReportWords): string {
  const says = sentencesOf(words.language).report;
  switch (spec.type) {
    case 'select':
      return spec.value === undefined || spec.value === null
        ? (spec.all ?? says.nothing)
        : words.choice(name, spec.value);
    case 'multi-select':
      return spec.value?.length
        ? spec.value.map((code) => words.choice(name, code)).join(', ')
        : (spec.all ?? says.all);
    case 'number':
      return formatNumber(spec.value, words.language);
    case 'range':
      return says.range(
        formatNumber(spec.value[0], words.language),
        formatNumber(spec.value[1], words.language),
      );
    case 'date':
      return formatDate(spec.value, words.language);
    case 'checkbox':
      return spec.value ? says.yes : says.no;
    case 'text':
      return spec.value === '' ? says.nothing : spec.value;
  }
}
