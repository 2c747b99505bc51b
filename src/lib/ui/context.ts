import { createContext } from 'svelte';
import type { Reading } from './reading.svelte';
import type { Workbench } from './workbench-surface';

export const [workbenchOf, provideWorkbench] = createContext<Workbench>();
export const [readingOf, provideReading] = createContext<Reading>();
