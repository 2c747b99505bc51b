import outcome from '../../evaluation/outcome.json';
import { Outcome } from '../../lib/ui/figures/outcome';
import type { PageServerLoad } from './$types';

/** Read once, at build. */
export const load: PageServerLoad = () => ({ outcome: Outcome.parse(outcome) });
