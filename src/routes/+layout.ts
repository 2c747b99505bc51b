import { learn } from '../lib/i18n/sentences';
import { readingLanguage } from '../lib/ui/reading-language';

// Every page is made at build and runs in the browser; an address ends with a slash so that relative paths hold.
export const prerender = true;
export const ssr = false;
export const trailingSlash = 'always';

/** The reader's language is there before the page. Where it cannot be fetched, the page is in Danish. */
export const load = () => learn(readingLanguage()).catch(() => {});
