import { insideSentence } from './inside';

/** Names as one: "a, b og c"; `own` says which of them are people's own, and stay as they are written. A unit after a number that all of them have is said once: "3–10, 11–16 og 17–24 år". */
export function together(
  names: readonly string[],
  and: string,
  own: ReadonlySet<string> = new Set(),
): string {
  const [, unit = ''] = /\d( \p{L}+)$/u.exec(names[0] ?? '') ?? [];
  const isShared = unit !== '' && names.every((name) => new RegExp(`\\d${unit}$`, 'u').test(name));
  const short = names.map((name) => (isShared ? name.slice(0, -unit.length) : name));
  const said = short.map((name, at) => (at === 0 || own.has(name) ? name : insideSentence(name)));
  const last = `${said.at(-1) ?? ''}${isShared ? unit : ''}`;
  return short.length < 2 ? last : `${said.slice(0, -1).join(', ')} ${and} ${last}`;
}
