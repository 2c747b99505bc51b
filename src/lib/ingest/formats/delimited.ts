import { decode } from '../decode';
import { readShape } from '../shape';
import { part, type Work } from '../work';
import { seemsOf } from './format';
import { Refused } from './refused';
import type { Sheet } from './sheet';

/** Delimited text of any encoding. Throws `Refused` when it is none. */
export function* readDelimited(bytes: Uint8Array): Work<Sheet> {
  const decoding = yield* part(decode(bytes), 0, 0.3);
  if (!decoding.ok) {
    throw decoding.problem === 'empty' ? new Refused('empty-file') : new Refused('other-format', 'binary');
  }
  const seems = seemsOf(decoding.text);
  if (seems) throw new Refused('other-format', seems);
  const reading = yield* part(readShape(decoding.text), 0.3, 1);
  if (!reading.ok) throw new Refused(reading.problem.kind, String(reading.problem.count));
  return { name: '', shape: reading.shape, unnamed: [] };
}
