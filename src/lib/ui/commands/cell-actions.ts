import type { Handle } from '../../dataflow/session';
import { focusCell } from '../focus';
import type { Reading } from '../reading.svelte';
import type { Workbench } from '../workbench-surface';

/** What is done to a cell as a whole; the reader goes on with the cell that then stands in its place. */
export function cellActions(workbench: Workbench, reading: Reading) {
  const placeOf = (handle: Handle) => workbench.session.handles.indexOf(handle);
  function goOn(index: number): void {
    const { handles } = workbench.session;
    const next = handles[Math.min(index, handles.length - 1)];
    if (next === undefined) return;
    reading.selected = next;
    void focusCell(next);
  }
  return {
    move(handle: Handle, by: number): void {
      const to = placeOf(handle) + by;
      workbench.dispatch({ type: 'moved', handle, index: to });
      goOn(placeOf(handle));
    },
    duplicate(handle: Handle): void {
      const index = placeOf(handle);
      workbench.dispatch({ type: 'duplicated', handle, at: Date.now() });
      goOn(index + 1);
    },
    remove(handle: Handle): void {
      const index = placeOf(handle);
      workbench.dispatch({ type: 'deleted', handle, at: Date.now() });
      goOn(index);
    },
  };
}
