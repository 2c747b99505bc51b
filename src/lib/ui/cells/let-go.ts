import { formatDate } from '../../i18n/format';
import type { Single } from '../../workbench/release/single';
import type { Workbench } from '../workbench-surface';

/**
 * A table or picture is about to leave. What stops it, as a sentence; empty when nothing does, and then it is written
 * down as having left.
 */
export async function whatStops(workbench: Workbench, leaving: Single): Promise<string> {
  const stopped = await (await workbench.releases()).letGo(leaving);
  if (!stopped) return '';
  const [{ shareWords }, { placeWords }] = await Promise.all([
    import('../share/words'),
    import('../share/place-words'),
  ]);
  const words = shareWords(workbench.language);
  if (stopped.kind === 'fault') return words.faulty(stopped.fault.table);
  const { one, other } = stopped.conflict;
  const place = placeWords(words, (when) => formatDate(when, workbench.language));
  return words.copyStopped(place(one), place(other));
}
