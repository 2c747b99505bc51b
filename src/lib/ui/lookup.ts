import type { Clearing } from '../disclosure/cleared';
import type { Language } from '../i18n/language';
import { sentencesOf } from '../i18n/sentences';
import { isNamed, type CellName, type InputCell } from '../notebook/cell';
import type { Chart } from '../notebook/chart';
import { mapWords, type Theory } from '../notebook/theory';
import { chosenWords } from '../report/choice';
import {
  captionOf,
  chartInWords,
  fillIn,
  lookUpIn,
  type Caption,
  type LookedUp,
  type LookUp,
} from '../report/lookup';
import type { ReportWords } from '../report/outcome';
import type { Workbench } from './workbench-surface';

/** What a sentence needs of the workbench. */
type Read = Pick<Workbench, 'session' | 'dataWords' | 'optionsOf'>;
type ClearingOf = (name: CellName) => Clearing | undefined;

/** The value in the first row of a cell, or what is chosen in an input, as it is written in a sentence. */
export function lookUpOn(workbench: Read, clearingOf: ClearingOf): LookUp {
  const words = wordsOf(workbench);
  return (lookup) => {
    const input = workbench.session.notebook.cells.find(
      (cell): cell is InputCell => isNamed(cell) && cell.kind === 'input' && cell.name === lookup.cell,
    );
    if (input) return { kind: 'value', text: chosenWords(input, words), count: null };
    const clearing = clearingOf(lookup.cell);
    return clearing ? lookUpIn(clearing, lookup, words) : { kind: 'missing' };
  };
}

function wordsOf(workbench: Read): ReportWords {
  return {
    ...workbench.dataWords,
    choice: (name, code) => workbench.optionsOf(name).find((option) => option.value === code)?.label ?? code,
  };
}

/** In words; three points for what is not there, or not yet. */
export function foundOnScreen(found: LookedUp, language: Language): string {
  switch (found.kind) {
    case 'value':
      return found.text;
    case 'withheld':
    case 'refused':
      return sentencesOf(language).report.withheldValue;
    case 'missing':
      return '…';
  }
}

/** A heading with its numbers in place. */
export function fillOnScreen(text: string, workbench: Read, clearingOf: ClearingOf): string {
  return fillIn(text, lookUpOn(workbench, clearingOf), writerIn(workbench));
}

/** A chart with its numbers in place. */
export function chartOnScreen(chart: Chart, workbench: Read, clearingOf: ClearingOf): Chart {
  return chartInWords(chart, lookUpOn(workbench, clearingOf), writerIn(workbench));
}

/** A theory of change with its numbers in place. */
export function theoryOnScreen(theory: Theory, workbench: Read, clearingOf: ClearingOf): Theory {
  return mapWords(theory, (text) => fillOnScreen(text, workbench, clearingOf));
}

/** Title and measure of a table likewise; a title that would rest on few children gives way. */
export function captionOnScreen(
  written: { readonly title?: string | undefined; readonly subtitle?: string | undefined },
  workbench: Read,
  clearingOf: ClearingOf,
): Caption {
  return captionOf(written, lookUpOn(workbench, clearingOf), writerIn(workbench));
}

const writerIn =
  ({ dataWords }: Read) =>
  (found: LookedUp) =>
    foundOnScreen(found, dataWords.language);
