/**
 * One order out of several: each list's own order is kept where they agree, as an ENUM of all scales needs it.
 * Where they contradict each other the earlier list wins.
 */
export function mergeOrders(lists: readonly (readonly string[])[]): string[] {
  const merged: string[] = [];
  let rest = lists.filter((list) => list.length > 0);
  while (rest.length > 0) {
    const heads = rest.flatMap((list) => list.slice(0, 1));
    const later = new Set(rest.flatMap((list) => list.slice(1)));
    const next = heads.find((head) => !later.has(head)) ?? heads[0];
    if (next === undefined) break;
    merged.push(next);
    rest = rest.map((list) => list.filter((code) => code !== next)).filter((list) => list.length > 0);
  }
  return merged;
}
