import { formatChoice } from '../i18n/format';
import type { Language } from '../i18n/language';
import { sentencesOf, type Sentences } from '../i18n/sentences';
import type { Fault, Wanted } from '../yaml/fault';

/** What is wrong in a file that a person wrote, as the end of a sentence that says where. */
export function faultWords(fault: Fault, language: Language): string {
  const words = sentencesOf(language).fault;
  switch (fault.kind) {
    case 'syntax':
      return words.syntax[fault.code];
    case 'unknown-field':
      return words.unknownField(fault.field);
    case 'missing':
      return words.missing(fault.field);
    case 'not-allowed':
      return words.notAllowed(fault.field, fault.found, wantedWords(fault.wanted, words, language));
  }
}

function wantedWords(wanted: Wanted, words: Sentences['fault'], language: Language): string {
  switch (wanted.kind) {
    case 'one-of':
      return words.wanted.oneOf(formatChoice(wanted.values, language));
    case 'type':
      return words.wanted.type[wanted.type];
    case 'at-least':
      return words.wanted.atLeast(wanted.limit);
    case 'at-most':
      return words.wanted.atMost(wanted.limit);
    case 'other':
      return words.wanted.other;
  }
}
