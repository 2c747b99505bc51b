import type { Instrument } from '../instruments/instrument';
import type { Field, ImportTable } from './table';

/** The fewest children a row may be about: what is fewer was never to leave the pool. */
export const fewestChildren = 5;

const everyone = "'all'";

/**
 * What a pool has sent of itself, for a project that may not see the others' children: a row for each scale and group,
 * with how many children have both measurements, means and standard deviations of those, and the shares that went up and
 * down. Without `grouping` and `code` it is about all.
 */
export function benchmarkTable(instruments: readonly Instrument[]): ImportTable {
  const scored = instruments.filter(({ when }) => when.kind === 'waves');
  const scales = scored.flatMap((instrument) => instrument.scales.map(({ name }) => name));
  const number = (name: string): Field => ({ name, type: 'number' });
  const positive = (name: string): Field => ({ name, type: 'number', min: 0 });
  const share = (name: string): Field => ({ name, type: 'number', min: 0, max: 1 });
  return {
    name: 'benchmark',
    key: ['pool', 'instrument', 'scale', 'grouping', 'code', 'n'],
    fields: [
      { name: 'pool', type: 'text', otherwise: "'pool'" },
      {
        name: 'instrument',
        type: 'code',
        enumeration: 'reported_instrument',
        codes: scored.map(({ name }) => name),
      },
      { name: 'scale', type: 'code', enumeration: 'reported_scale', codes: [...new Set(scales)] },
      { name: 'grouping', type: 'text', otherwise: everyone },
      { name: 'code', type: 'text', otherwise: everyone },
      { name: 'n', type: 'integer', min: fewestChildren },
      number('before'),
      positive('before_sd'),
      number('after'),
      positive('after_sd'),
      number('change'),
      positive('change_sd'),
      share('improved'),
      share('deteriorated'),
    ],
  };
}
