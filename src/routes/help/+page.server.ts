import { helpContent } from '../../lib/ui/help/content';
import type { PageServerLoad } from './$types';

/** Read once, at build: the page brings what the definitions say, not the definitions. */
export const load: PageServerLoad = () => ({ content: helpContent() });
