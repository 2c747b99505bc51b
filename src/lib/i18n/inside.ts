/** A heading as it stands inside a sentence; a name in capitals, as SDQ, stays. */
export function insideSentence(text: string): string {
  return /^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}
