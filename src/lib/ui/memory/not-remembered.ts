import type { Sentences } from '../../i18n/sentences';
import type { NotRemembered } from '../../workbench/remembered/remembering.svelte';

export function notRememberedWords(why: NotRemembered, words: Sentences['memory']): string {
  return why.kind === 'other' ? words.not.other(why.message) : words.not[why.kind];
}
