import { createContext } from 'svelte';
import type { Reading } from './reading.svelte';
import type { Workbench } from './workbench-surface';

export const [workbenchOf, provideWorkbench] = createContext<Workbench>();
/** The address of the opening page. */
export const [homeOf, provideHome] = createContext<string>();
export const [readingOf, provideReading] = createContext<Reading>();
