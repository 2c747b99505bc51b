import type { Notebook } from './notebook';
import { isEmpty, type Decision } from './reflect';

/** A decision of an earlier meeting that is not done. */
export interface OpenDecision {
  /** Of its cell. */
  readonly index: number;
  /** Its place among the cell's decisions. */
  readonly at: number;
  readonly decision: Decision;
  /** Its day has gone by. */
  readonly overdue: boolean;
}

/** What a meeting on `today` opens with; what is decided today is not from before. What has a day comes first, the earliest on top. */
export function openDecisions({ cells }: Notebook, today: string): readonly OpenDecision[] {
  const open = cells.flatMap((cell, index) => {
    if (cell.kind !== 'reflect' || (cell.spec.met ?? '') >= today) return [];
    return (cell.spec.decisions ?? []).flatMap((decision, at) =>
      decision.done === true || isEmpty(decision)
        ? []
        : [{ index, at, decision, overdue: decision.by !== undefined && decision.by < today }],
    );
  });
  const last = '9999-12-31';
  return open.toSorted((a, b) => ((a.decision.by ?? last) < (b.decision.by ?? last) ? -1 : 1));
}
