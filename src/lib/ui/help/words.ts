import { commands as daCommands } from '../../i18n/da/commands';
import { editor as daEditor } from '../../i18n/da/editor';
import { help as daHelp } from '../../i18n/da/help';
import { commands as enCommands } from '../../i18n/en/commands';
import { editor as enEditor } from '../../i18n/en/editor';
import { help as enHelp } from '../../i18n/en/help';
import type { Language } from '../../i18n/language';

/** Read on the page of help alone; what functions and commands do is said where they are used, too. */
const danish = { help: daHelp, functions: daEditor.functions, commands: daCommands };
export type HelpWords = typeof danish;

const english: HelpWords = { help: enHelp, functions: enEditor.functions, commands: enCommands };

export function helpWords(language: Language): HelpWords {
  return { da: danish, en: english }[language];
}
