import { createContext } from 'svelte';
import type { Handle } from '../../dataflow/session';

/** The cell that a looked-up number is read in. */
export const [placeOf, providePlace] = createContext<() => Handle>();
