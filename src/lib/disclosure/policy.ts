import { floor, type Minimum } from './cleared';

/** Whom a document is for: those who work with its numbers, a steering group, or anyone. */
export const presets = ['internal', 'steering', 'public'] as const;
export type Preset = (typeof presets)[number];

/** What a notebook asks for. */
export interface Asked {
  readonly preset?: Preset | undefined;
  readonly minimum?: number | undefined;
  readonly rounding?: number | undefined;
}

/**
 * `public`: counts to the nearest 5 and none under 8, as OpenSAFELY does; the others: exact, and none under 5. Shares
 * are of the rounded counts.
 */
const least: Record<Preset, Omit<Minimum, 'kind'>> = {
  internal: { minimum: floor },
  steering: { minimum: floor },
  public: { minimum: 8, rounding: 5 },
};

/** The policy of all that leaves: a notebook can ask for more than its preset and than the floor, never for less. */
export function policyOf({ preset = 'steering', minimum = 0, rounding = 0 }: Asked): Minimum {
  const nearest = Math.max(least[preset].rounding ?? 0, isStep(rounding) ? rounding : 0);
  return {
    kind: 'minimum',
    minimum: Math.max(least[preset].minimum, minimum >= floor ? minimum : floor),
    ...(nearest > 1 && { rounding: nearest }),
  };
}

function isStep(rounding: number): boolean {
  return Number.isInteger(rounding) && rounding > 1;
}
