import benefit from './benefit.yaml';
import concern from './concern.yaml';
import coreOm from './core_om.yaml';
import coreYp from './core_yp.yaml';
import family from './family.yaml';
import fidelity from './fidelity.yaml';
import fit from './fit.yaml';
import type { Instrument } from './instrument';
import parenting from './parenting.yaml';
import participation from './participation.yaml';
import sdqParent from './sdq_p.yaml';
import toddler from './toddler.yaml';
import who5 from './who5.yaml';

const files: readonly unknown[] = [
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
];

/** The instruments the program knows, in the order people see them. Each was checked when it was read, at build. */
export const instruments = files as readonly Instrument[];

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
