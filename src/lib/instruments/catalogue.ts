import { parse } from 'yaml';
import { Instrument } from './instrument';
import sdqParent from './sdq_p.yaml?raw';
import who5 from './who5.yaml?raw';

/** Reads one instrument file. A file of ours that is wrong is a bug, so it throws. */
export function readInstrument(text: string): Instrument {
  return Instrument.parse(parse(text));
}

/** The instruments the program knows, in the order people see them. */
export const instruments: readonly Instrument[] = [who5, sdqParent].map(readInstrument);

/** The instrument whose answers are in this table. */
export function instrumentOf(table: string): Instrument | undefined {
  return instruments.find((instrument) => instrument.table === table);
}
