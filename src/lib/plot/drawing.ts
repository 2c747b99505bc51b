import type { Cleared } from '../disclosure/cleared';
import type { Chart } from '../notebook/chart';
import type { Pen } from './pen';
import type { ChartWords } from './words';

/** What every kind of chart is drawn from. */
export interface Drawing {
  readonly document: Document;
  readonly pen: Pen;
  readonly chart: Chart;
  readonly cleared: Cleared;
  readonly words: ChartWords;
  readonly width: number;
  /** The chart in words, for those who do not see it. */
  readonly description: string;
  /** The id of the hatching of tilbagegang. */
  readonly hatch: string;
}
