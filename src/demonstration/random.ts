/** A small seeded generator (mulberry32). Only exact arithmetic, so every machine draws the same children. */
export interface Random {
  /** Uniform in [0, 1). */
  readonly next: () => number;
  /** A stream of its own, so that one part can draw more without moving the others. */
  readonly fork: (name: string) => Random;
}

export function seeded(name: string): Random {
  let state = hash(name);
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  return { next, fork: (part) => seeded(`${name}/${part}`) };
}

/** FNV-1a over UTF-16 units. */
function hash(text: string): number {
  let state = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    state = Math.imul(state ^ text.charCodeAt(index), 0x01000193);
  }
  return state | 0;
}

export function drawInteger(random: Random, from: number, to: number): number {
  return from + Math.floor(random.next() * (to - from + 1));
}

/** Nearly normal, mean 0, SD 1: the sum of twelve uniforms, which needs no transcendental function. */
export function drawNormal(random: Random): number {
  let sum = -6;
  for (let draw = 0; draw < 12; draw += 1) sum += random.next();
  return sum;
}

export function drawChance(random: Random, chance: number): boolean {
  return random.next() < chance;
}

export function pick<T>(random: Random, from: readonly T[]): T {
  const picked = from[drawInteger(random, 0, from.length - 1)];
  if (picked === undefined) throw new Error('nothing to pick from');
  return picked;
}

/** One of the values, each as likely as its weight. */
export function pickWeighted<T>(random: Random, weighted: readonly (readonly [T, number])[]): T {
  let left = random.next() * weighted.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [value, weight] of weighted) {
    left -= weight;
    if (left < 0) return value;
  }
  const last = weighted[weighted.length - 1];
  if (!last) throw new Error('nothing to pick from');
  return last[0];
}

/** A new array in random order (Fisher-Yates). */
export function shuffle<T>(random: Random, values: readonly T[]): T[] {
  const left = [...values];
  const shuffled: T[] = [];
  while (left.length > 0) shuffled.push(...left.splice(drawInteger(random, 0, left.length - 1), 1));
  return shuffled;
}
