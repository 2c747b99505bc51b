/** A pass-phrase shorter than this is guessed too soon by someone who has the bytes. */
export const shortestPhrase = 12;

/** Why these two cannot be a new pass-phrase. */
export type PhraseProblem = 'short' | 'differs';

export function phraseProblem(phrase: string, again: string): PhraseProblem | undefined {
  if ([...phrase.trim()].length < shortestPhrase) return 'short';
  return phrase === again ? undefined : 'differs';
}
