import { parse } from 'yaml';
import benefit from './benefit.yaml?raw';
import concern from './concern.yaml?raw';
import coreOm from './core_om.yaml?raw';
import coreYp from './core_yp.yaml?raw';
import family from './family.yaml?raw';
import fidelity from './fidelity.yaml?raw';
import fit from './fit.yaml?raw';
import { Instrument } from './instrument';
import parenting from './parenting.yaml?raw';
import participation from './participation.yaml?raw';
import sdqParent from './sdq_p.yaml?raw';
import toddler from './toddler.yaml?raw';
import who5 from './who5.yaml?raw';

/** Reads one instrument file. A file of ours that is wrong is a bug, so it throws. */
export function readInstrument(text: string): Instrument {
  return Instrument.parse(parse(text));
}

/** The instruments the program knows, in the order people see them. */
export const instruments: readonly Instrument[] = [
  who5,
  toddler,
  sdqParent,
  coreYp,
  coreOm,
  family,
  participation,
  concern,
  benefit,
  parenting,
  fit,
  fidelity,
].map(readInstrument);

/** The instrument whose answers are in this table. */
export function instrumentOf(table: string): Instrument | undefined {
  return instruments.find((instrument) => instrument.table === table);
}

/** The instruments with those of a user, each of another name: one of a known name takes its place, another comes last. */
export function withOwn(known: readonly Instrument[], own: readonly Instrument[]): Instrument[] {
  const names = new Set(known.map(({ name }) => name));
  const replaced = known.map((each) => own.find(({ name }) => name === each.name) ?? each);
  return [...replaced, ...own.filter(({ name }) => !names.has(name))];
}
