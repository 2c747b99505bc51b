import { kinds, type Kind, type Place } from './places';

/** What lies in a kind of place; null where the browser does not tell. */
export type Found = Readonly<Record<Kind, readonly string[] | null>>;

/** What was there, and what is there when it is read anew after the wiping. */
export interface Forgotten {
  readonly before: Found;
  readonly left: Found;
}

type Places = Readonly<Record<Kind, Place>>;

export async function find(places: Places): Promise<Found> {
  const listed = kinds.map(async (kind) => [kind, await places[kind].list().catch(() => null)] as const);
  return Object.fromEntries(await Promise.all(listed)) as Found;
}

/** Wipes every place. One that cannot be wiped stops no other: what is left tells. */
export async function forget(places: Places): Promise<Forgotten> {
  const before = await find(places);
  const wiping = kinds.flatMap((kind) => {
    const { known = [], wipe } = places[kind];
    return (before[kind] ?? known).map(async (name) => wipe(name).catch(() => {}));
  });
  await Promise.all(wiping);
  return { before, left: await find(places) };
}

/** `unseen`: nothing is found, but the browser does not tell of every place. */
export function proofOf(found: Found): 'empty' | 'some' | 'unseen' {
  const lists = kinds.map((kind) => found[kind]);
  if (lists.some((names) => names !== null && names.length > 0)) return 'some';
  return lists.includes(null) ? 'unseen' : 'empty';
}
