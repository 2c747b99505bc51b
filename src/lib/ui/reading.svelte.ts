import { SvelteMap, SvelteSet } from 'svelte/reactivity';
import type { Handle } from '../dataflow/session';
import type { CellName } from '../notebook/cell';
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

/** Words that were looked for, where they stand in a cell's text. */
export interface FoundWords {
  readonly within: Handle;
  readonly from: number;
  readonly to: number;
}

/** What lies over the page, one at a time. */
export type Overlay =
  | { readonly kind: 'palette' | 'shortcuts' | 'bin' | 'problems' }
  /** A cell is chosen that goes in before the one at `index`. */
  | { readonly kind: 'explore' | 'predefined'; readonly index: number }
  /** A number of a result is explained: in this row and column, or one that is chosen there. */
  | { readonly kind: 'meaning'; readonly cell: CellName; readonly row?: number; readonly column?: number };

export interface Reading {
  selected: Handle | undefined;
  editing: Handle | undefined;
  renaming: Handle | undefined;
  overlay: Overlay | undefined;
  /** The notebook is being searched. */
  finding: boolean;
  found: FoundWords | undefined;
  number: OpenNumber | undefined;
  /** Small groups are shown too, on this screen only. */
  unhidden: boolean;
  /** Whether the calculation of a cell is shown, where the reader has chosen. */
  readonly shown: Map<Handle, boolean>;
  /** Cells whose SQL is shown as it is sent. */
  readonly compiled: Set<Handle>;
}

/** What is selected, open or being edited on this screen; never saved. */
export function createReading(): Reading {
  let selected = $state<Handle>();
  let editing = $state<Handle>();
  let renaming = $state<Handle>();
  let overlay = $state.raw<Overlay>();
  let finding = $state(false);
  let found = $state.raw<FoundWords>();
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
    get renaming() {
      return renaming;
    },
    set renaming(handle) {
      renaming = handle;
    },
    get overlay() {
      return overlay;
    },
    set overlay(open) {
      overlay = open;
    },
    get finding() {
      return finding;
    },
    set finding(is) {
      finding = is;
    },
    get found() {
      return found;
    },
    set found(words) {
      found = words;
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
    compiled: new SvelteSet<Handle>(),
  };
}
