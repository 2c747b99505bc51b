import { changes } from './change';
import {
  cutOffRow,
  cutOffSet,
  factQuery,
  factRows,
  factTables,
  normRow,
  placed,
  reliabilityRow,
} from './change-facts';
import type { FactRow, FactTable, PlacedFact } from './change-facts';
import type { Instrument } from './instrument';
import { reliableChange } from './reliable-change';

/** For whom, and where it comes from. */
interface Given {
  readonly ages?: { readonly from: number; readonly to: number } | undefined;
  readonly sex?: 'girl' | 'boy' | undefined;
  readonly respondent?: string | undefined;
  readonly source?: string | undefined;
}

type GivenNorm = Given & {
  readonly mean: number;
  readonly sd?: number | undefined;
  readonly n?: number | undefined;
};
type GivenCutOff = Given & { readonly value: number };
/** A reliability (0-1), or in its place a threshold of reliable change in points of the scale. */
type GivenReliability = Given & ({ readonly value: number } | { readonly threshold: number });

type ByScale<T> = Readonly<Record<string, number | readonly T[]>>;

/** What a notebook puts in the place of an instrument file's facts, by scale: one for everybody, or by group. */
export interface InstrumentOverride {
  readonly norms?: ByScale<GivenNorm> | undefined;
  /** A text is the name of one of the file's own sets of cut-offs. */
  readonly cutOffs?: Readonly<Record<string, number | string | readonly GivenCutOff[]>> | undefined;
  readonly reliability?: ByScale<GivenReliability> | undefined;
}

/** By the name of the instrument. */
export type InstrumentOverrides = Readonly<Record<string, InstrumentOverride>>;

/** A query that stands for the table of this name. */
export interface Override {
  readonly name: string;
  readonly sql: string;
}

/**
 * What a notebook's own norms, cut-offs and reliabilities make of the tables that rest on them, each after what it
 * reads; empty when nothing is overridden. The tables stay as they are for other notebooks. An override of a scale takes
 * the place of everything the file says of that scale. One for a scale that is not there fails when it runs.
 */
export function overrideChanges(
  instruments: readonly Instrument[],
  overrides: InstrumentOverrides,
): Override[] {
  const own = rowsOf(instruments, overrides);
  const files = factRows(instruments);
  const thresholds = own.reliabilities.length > 0;
  const judged = thresholds || own.cut_offs.length > 0;
  const facts = {
    cut_offs: together(files.cut_offs, own.cut_offs),
    reliabilities: together(files.reliabilities, own.reliabilities),
  };
  return [
    ...factTables.flatMap((table) =>
      own[table].length > 0
        ? [{ name: table, sql: factQuery(table, together(files[table], own[table])) }]
        : [],
    ),
    ...(thresholds ? [{ name: 'reliable_change', sql: reliableChange }] : []),
    ...(judged ? [{ name: 'changes', sql: changes(facts) }] : []),
  ];
}

/** The notebook's places are below those of the files, which count from 1. */
function together(files: readonly PlacedFact[], own: readonly FactRow[]): PlacedFact[] {
  const scaleOf = ({ instrument, fact }: FactRow) => `${instrument}.${fact.scale}`;
  const replaced = new Set(own.map(scaleOf));
  return [...placed(own, -own.length), ...files.filter((row) => !replaced.has(scaleOf(row)))];
}

interface Named {
  readonly name: string;
  readonly instrument: Instrument | undefined;
}

function rowsOf(
  instruments: readonly Instrument[],
  overrides: InstrumentOverrides,
): Record<FactTable, FactRow[]> {
  const each = Object.entries(overrides).map(([name, override]) => ({
    of: { name, instrument: instruments.find((candidate) => candidate.name === name) },
    norms: Object.entries(override.norms ?? {}),
    cutOffs: Object.entries(override.cutOffs ?? {}),
    reliability: Object.entries(override.reliability ?? {}),
  }));
  return {
    norms: each.flatMap(({ of, norms }) => norms.flatMap(([scale, given]) => normRows(of, scale, given))),
    cut_offs: each.flatMap(({ of, cutOffs }) =>
      cutOffs.flatMap(([scale, given]) => cutOffRows(of, scale, given)),
    ),
    reliabilities: each.flatMap(({ of, reliability }) =>
      reliability.flatMap(([scale, given]) => reliabilityRows(of, scale, given)),
    ),
  };
}

function normRows(of: Named, scale: string, given: number | readonly GivenNorm[]): FactRow[] {
  const norms = typeof given === 'number' ? [{ mean: given }] : given;
  return norms.map((norm) => normRow(of.name, { ...norm, ...stated(of, scale, norm) }));
}

function cutOffRows(of: Named, scale: string, given: number | string | readonly GivenCutOff[]): FactRow[] {
  const better = of.instrument?.scales.find(({ name }) => name === scale)?.better;
  if (typeof given === 'string') {
    const set = of.instrument ? cutOffSet(of.instrument, scale, given) : [];
    if (set.length > 0) return set.map((cutOff) => cutOffRow(of.name, better, cutOff));
    return cutOffRows(of, `${scale}.${given}`, 0);
  }
  const cutOffs = typeof given === 'number' ? [{ value: given }] : given;
  return cutOffs.map((cutOff) =>
    cutOffRow(of.name, better, { ...cutOff, ...stated(of, scale, cutOff), name: 'notebook' }),
  );
}

function reliabilityRows(of: Named, scale: string, given: number | readonly GivenReliability[]): FactRow[] {
  const all: readonly GivenReliability[] = typeof given === 'number' ? [{ value: given }] : given;
  return all.map((each) =>
    reliabilityRow(of.name, {
      ...each,
      ...stated(of, scale, each),
      ...('threshold' in each
        ? { kind: 'threshold', value: each.threshold }
        : { kind: null, value: each.value }),
    }),
  );
}

/** A scale that is not there gets a name that none has: DuckDB refuses it by that name. */
function stated({ name, instrument }: Named, scale: string, { source = 'notebook' }: Given) {
  const known = instrument?.scales.some((candidate) => candidate.name === scale);
  return { scale: known ? scale : `${name}.${scale}`, population: 'notebook', source, status: 'notebook' };
}
