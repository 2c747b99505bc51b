import type { Cleared } from '../disclosure/cleared';
import { sentencesOf } from '../i18n/sentences';
import type { Chart } from '../notebook/chart';
import type { Column } from '../results/result';
import { drawArrows } from './arrows';
import { describeChart } from './describe';
import type { Drawing } from './drawing';
import { hatchId } from './hatch';
import { drawMarks } from './marks';
import { inOrder } from './order';
import { letter, penOf, sheet } from './pen';
import { arrowOf, sharesOf } from './plan';
import { columnNamed } from './rows';
import { drawShares } from './shares';
import { spokenOver } from './total';
import type { ChartSize, ChartWords } from './words';

/**
 * A chart as an SVG element of `document`. All colours and the typeface are CSS variables (see `ui/tokens.css`), so
 * dark mode and paper need no redraw. Titles and guides are the page's: they are not in the drawing. A column that
 * the result does not have is said in words.
 */
export function drawChart(
  chart: Chart,
  given: Cleared,
  spoken: ChartWords,
  size: ChartSize,
  document: Document,
): Element {
  const cleared = inOrder(chart, given);
  const words = spokenOver(cleared, spoken);
  const drawing: Drawing = {
    document,
    pen: penOf(document),
    chart,
    cleared,
    words,
    width: Math.max(240, size.width),
    description: describeChart(chart, cleared, words),
    hatch: hatchId(size.id),
  };
  const says = sentencesOf(words.language).chart;
  const missing = missingColumns(chart, cleared);
  if (missing[0] !== undefined)
    return drawWords(
      drawing,
      cleared.leftOut.includes(missing[0]) ? says.leftOut(missing[0]) : says.missingColumn(missing[0]),
    );
  if (cleared.rowCount === 0) return drawWords(drawing, says.noRows);
  return drawKind(drawing);
}

function drawKind(drawing: Drawing): Element {
  const { chart, cleared } = drawing;
  const arrow = arrowOf(chart);
  if (arrow) {
    const [start, end, group] = named(cleared, [arrow.x1, arrow.x2, arrow.y]);
    if (start && end && group) return drawArrows(drawing, arrow, { start, end, group });
  }
  const shares = sharesOf(chart);
  if (shares) {
    const [down, same, up, group] = named(cleared, [shares.down, shares.same, shares.up, shares.y]);
    if (down && same && up && group) return drawShares(drawing, shares, { down, same, up, group });
  }
  return drawMarks(drawing);
}

function named(cleared: Cleared, names: readonly string[]): readonly (Column | undefined)[] {
  return names.map((name) => columnNamed(cleared, name));
}

const positions = new Set(['x', 'y', 'z', 'x1', 'x2', 'down', 'same', 'up', 'text', 'r', 'fx', 'fy']);

/** Columns the marks name and the result lacks. A missing `n` is no hindrance; a paint may be an ink's name. */
function missingColumns(chart: Chart, cleared: Cleared): readonly string[] {
  return chart.marks.flatMap((mark) => {
    if ('ruleX' in mark || 'ruleY' in mark || 'bands' in mark) return [];
    const channels = Object.values(mark).flatMap((options) => Object.entries(options));
    return channels.flatMap(([channel, name]) =>
      positions.has(channel) && typeof name === 'string' && !columnNamed(cleared, name) ? [name] : [],
    );
  });
}

function drawWords(drawing: Drawing, said: string): Element {
  const { pen, width } = drawing;
  return sheet(pen, { width, height: 32 }, said, [
    letter(pen, said, 0, 16, { size: 14, fill: 'var(--ink2)' }),
  ]);
}
