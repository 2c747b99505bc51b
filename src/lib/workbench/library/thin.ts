/** A version as far as its age and its name go. */
export interface Dated {
  readonly at: number;
  readonly label?: string | undefined;
}

const hour = 3_600_000;
const day = 24 * hour;
const month = 30 * day;

/** How long each step of age is told apart: to the version, the hour, the day, the month. */
const steps = [
  { until: hour, apart: 1 },
  { until: day, apart: hour },
  { until: month, apart: day },
  { until: Infinity, apart: month },
] as const;

/**
 * Those that go: of the last hour all stay, of the last day the last of each hour, of the last month the last of each day,
 * of what is older the last of each month; those with a name always. Hours and days are the clock's own, not counted back
 * from now: else each thinning would cut anew. One that the clock says is still to come stays.
 */
export function tooMany<T extends Dated>(versions: readonly T[], now: number): readonly T[] {
  const latest = new Map<string, T>();
  const unnamed = versions.filter(({ label }) => label === undefined).toSorted((a, b) => a.at - b.at);
  const placeOf = ({ at }: T) => {
    const { apart } = steps.find(({ until }) => now - at < until) ?? steps[3];
    return `${apart} ${Math.floor(at / apart)}`;
  };
  for (const version of unnamed) latest.set(placeOf(version), version);
  return unnamed.filter((version) => latest.get(placeOf(version)) !== version);
}
