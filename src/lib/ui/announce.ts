import type { Status } from '../dataflow/session';
import type { Sentences } from '../i18n/sentences';

type Kinds = ReadonlyMap<string, Status['kind']>;

/** What changed between two looks at the cells, in words for those who listen; nothing on the first. */
export function announcement(before: Kinds, now: Kinds, words: Sentences['screen']['state']): string {
  const said: string[] = [];
  for (const [name, kind] of now) {
    const was = before.get(name);
    if (was === undefined || was === kind || kind === 'waiting' || kind === 'running') continue;
    said.push(words.announce[kind](name));
  }
  return said.slice(0, 4).join('. ');
}
