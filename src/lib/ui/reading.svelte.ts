import { SvelteMap } from 'svelte/reactivity';
import type { Handle } from '../dataflow/session';
import type { Lookup } from '../notebook/template';

/** A looked-up number that is open: its explanation stands in the margin of the cell it is read in. */
export interface OpenNumber {
  readonly within: Handle;
  readonly lookup: Lookup;
  readonly text: string;
  readonly count: number | null;
  /** Too few children stand behind it for it to be shown. */
  readonly withheld: boolean;
}

export interface Reading {
  selected: Handle | undefined;
  editing: Handle | undefined;
  number: OpenNumber | undefined;
  /** Small groups are shown too, on this screen only. */
  unhidden: boolean;
  /** Whether the calculation of a cell is shown, where the reader has chosen. */
  readonly shown: Map<Handle, boolean>;
}

/** What is selected, open or being edited on this screen; never saved. */
export function createReading(): Reading {
  let selected = $state<Handle>();
  let editing = $state<Handle>();
  let number = $state.raw<OpenNumber>();
  let unhidden = $state(false);
  return {
    get selected() {
      return selected;
    },
    set selected(handle) {
      selected = handle;
    },
    get editing() {
      return editing;
    },
    set editing(handle) {
      editing = handle;
    },
    get number() {
      return number;
    },
    set number(open) {
      number = open;
    },
    get unhidden() {
      return unhidden;
    },
    set unhidden(is) {
      unhidden = is;
    },
    shown: new SvelteMap<Handle, boolean>(),
  };
}
