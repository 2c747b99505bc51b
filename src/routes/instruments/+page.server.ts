import { instruments } from '../../lib/instruments/catalogue';
import { codeLists } from '../../lib/ui/instruments/code-lists';
import type { PageServerLoad } from './$types';

/** Read once, at build: the page brings what the files say, not what reads them. */
export const load: PageServerLoad = () => ({ instruments, codes: codeLists() });
