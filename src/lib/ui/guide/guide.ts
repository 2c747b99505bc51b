import type { Workbench } from '../workbench-surface';

/** To who has not been shown around here before; where storage is off it would come at every visit. */
export function showGuideOnce(workbench: Workbench): void {
  try {
    if (!localStorage['pejling-guide']) void import('./show').then(({ show }) => show(workbench, false));
  } catch {
    // Nobody knows: it can be asked for.
  }
}
