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
  | {
      readonly kind:
        | 'palette'
        | 'shortcuts'
        | 'bin'
        | 'versions'
        | 'map'
        | 'problems'
        | 'share'
        | 'link'
        | 'changes'
        | 'meeting';
    }
  /** A cell is chosen that goes in before the one at `index`. */
  | { readonly kind: 'explore' | 'predefined'; readonly index: number }
  /** A link of the text goes out of Pejling: where, and whether one will. */
  | { readonly kind: 'leaving'; readonly href: string }
  /** Groups of a cell's table are put together. */
  | { readonly kind: 'merge'; readonly cell: CellName }
  /** A number of a result is explained: in this row and column, or one that is chosen there. */
  | { readonly kind: 'meaning'; readonly cell: CellName; readonly row?: number; readonly column?: number };

/** What is selected, open or being edited on this screen; never saved. */
export class Reading {
  selected = $state<Handle>();
  editing = $state<Handle>();
  renaming = $state<Handle>();
  overlay = $state.raw<Overlay>();
  /** The notebook is being searched. */
  finding = $state(false);
  found = $state.raw<FoundWords>();
  number = $state.raw<OpenNumber>();
  /** Small groups are shown too, on this screen only. */
  unhidden = $state(false);
  /** The page is being printed. */
  onPaper = $state(false);
  /** Whether the calculation of a cell is shown, where the reader has chosen. */
  readonly shown = new SvelteMap<Handle, boolean>();
  /** Cells whose SQL is shown as it is sent. */
  readonly compiled = new SvelteSet<Handle>();
}
