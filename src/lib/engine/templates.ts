import type { Run } from './run-query';

const quickMs = 150;
const fewRows = 1_000;

/** Which templates were quick the last time, and gave little. */
export interface Templates {
  isQuick(template: string | undefined): boolean;
  note(template: string | undefined, run: Run, milliseconds: number): void;
  forget(template: string | undefined): void;
  clear(): void;
}

export function createTemplates(): Templates {
  const quick = new Set<string>();
  const forget = (template: string | undefined) => {
    if (template !== undefined) quick.delete(template);
  };
  return {
    isQuick: (template) => template !== undefined && quick.has(template),
    note(template, run, milliseconds) {
      if (template === undefined) return;
      const isQuick = run.kind === 'answered' && milliseconds < quickMs && run.result.rowCount < fewRows;
      if (isQuick) quick.add(template);
      else quick.delete(template);
    },
    forget,
    clear: () => quick.clear(),
  };
}
