import type { Cleared } from '../../disclosure/cleared';
import { formatDate } from '../../i18n/format';
import type { CellName } from '../../notebook/cell';
import type { Workbench } from '../workbench-surface';

/**
 * A table or picture is about to leave. What stops it, as a sentence; empty when nothing does, and then it is written
 * down as having left.
 */
export async function whatStops(
  workbench: Workbench,
  name: CellName,
  cleared: Cleared,
  what: 'table' | 'picture',
): Promise<string> {
  const [conflict] = await (await workbench.releases()).letGo(name, cleared, what);
  if (!conflict) return '';
  const [{ shareWords }, { placeWords }] = await Promise.all([
    import('../share/words'),
    import('../share/place-words'),
  ]);
  const words = shareWords(workbench.language);
  const place = placeWords(words, (when) => formatDate(when, workbench.language));
  return words.copyStopped(place(conflict.one), place(conflict.other));
}
