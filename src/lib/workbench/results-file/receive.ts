import type { Session } from '../../dataflow/session';
import { readResultsFile, type ResultsProblem } from './read';
import { ReceivedResults } from './received.svelte';

export type Receiving =
  | { readonly ok: true; readonly received: ReceivedResults }
  | { readonly ok: false; readonly problem: ResultsProblem };

/** A file of results, for the notebook that is open. `fingerprint` is of the data that is loaded. */
export async function receiveResults(
  file: Blob,
  session: Session,
  fingerprint: () => Promise<string>,
): Promise<Receiving> {
  const reading = await readResultsFile(file);
  if (!reading.ok) return reading;
  const received = new ReceivedResults(reading.results, fingerprint);
  await received.follow(session);
  return received.isOfNotebook ? { ok: true, received } : { ok: false, problem: 'other-notebook' };
}
