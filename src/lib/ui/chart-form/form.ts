import type { Choice } from '../../chart/choice';
import type { Known } from '../../chart/fit';
import type { ChartFormWords } from '../../chart/words';

/** A column as the menus of the form offer it. */
export interface OfferedColumn extends Known {
  /** What it is called where people read it, with its name in the query where that is another. */
  readonly label: string;
}

/** What every part of the form needs. */
export interface FormParts {
  /** Makes the ids of one form unlike those of another. */
  readonly id: string;
  readonly words: ChartFormWords;
  readonly columns: readonly OfferedColumn[];
  readonly choose: (choice: Choice) => void;
}
