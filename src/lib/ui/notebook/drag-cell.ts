import type { Handle } from '../../dataflow/session';
import type { Workbench } from '../workbench-surface';

/** Between what stands on the page: where a cell would go in, and how high on the screen that is. */
interface Gap {
  readonly index: number;
  readonly top: number;
}

/** Nearer to an edge of the window than this, the page moves on under the pointer. */
const edge = 60;
const step = 14;

/** Moves a cell with the pointer: a line shows where it would go, Escape leaves it where it is. */
export function dragCell(pressed: PointerEvent, workbench: Workbench, handle: Handle): void {
  const { handles } = workbench.session;
  const from = handles.indexOf(handle);
  const line = document.createElement('div');
  line.className = 'drop-line';
  document.body.append(line);
  let y = pressed.clientY;
  let gap: Gap | undefined;

  const follow = () => {
    gap = nearestGap(gapsOf(handles), y);
    const page = document.querySelector('main .page')?.getBoundingClientRect();
    if (gap)
      line.style.cssText = `top:${gap.top}px;left:${(page?.left ?? 0) + 40}px;width:${(page?.width ?? 0) - 88}px`;
  };
  const moving = setInterval(() => {
    const by = y < edge ? -step : y > innerHeight - edge ? step : 0;
    if (by !== 0) scrollBy(0, by);
    follow();
  }, 30);
  const move = (event: PointerEvent) => {
    y = event.clientY;
    follow();
  };
  const leave = () => {
    clearInterval(moving);
    line.remove();
    removeEventListener('pointermove', move);
    removeEventListener('pointerup', drop);
    removeEventListener('pointercancel', leave);
    removeEventListener('keydown', escape, true);
  };
  const drop = () => {
    leave();
    // The cell leaves its own place first.
    const to = gap && (gap.index > from ? gap.index - 1 : gap.index);
    if (to !== undefined && to !== from) workbench.dispatch({ type: 'moved', handle, index: to });
  };
  const escape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    leave();
  };
  addEventListener('pointermove', move);
  addEventListener('pointerup', drop);
  addEventListener('pointercancel', leave);
  addEventListener('keydown', escape, true);
  follow();
}

/** Input cells that follow each other stand in one row: there is a gap before it and after it. */
function gapsOf(handles: readonly Handle[]): readonly Gap[] {
  const placed = [...document.querySelectorAll<HTMLElement>('main .page > :is(article.cell, section.row)')];
  const gaps = placed.flatMap((element) => {
    const index = handles.findIndex((handle) => element.matches(`#cell-${handle}, :has(#cell-${handle})`));
    return index === -1 ? [] : [{ index, top: element.getBoundingClientRect().top - 14 }];
  });
  const last = placed.at(-1)?.getBoundingClientRect();
  return last ? [...gaps, { index: handles.length, top: last.bottom + 14 }] : gaps;
}

function nearestGap(gaps: readonly Gap[], y: number): Gap | undefined {
  return gaps.reduce<Gap | undefined>(
    (best, gap) => (best === undefined || Math.abs(gap.top - y) < Math.abs(best.top - y) ? gap : best),
    undefined,
  );
}
