/** Where the forms are filled in. */
const home = 'Europe/Copenhagen';

const quarterMs = 900_000;

/**
 * From a moment in UTC to what the clock showed: in the zone the file names, or at home when it names none, or only UTC.
 * A day that began in Denmark is the evening before in UTC, and would otherwise become the day before.
 */
export function clockOf(zone: string | null | undefined): (utcMs: number) => number {
  const offset = offsetOf(!zone || /^(Etc\/)?(UTC|GMT|Z|UCT)$/i.test(zone) ? home : zone);
  const known = new Map<number, number>();
  return (utcMs) => {
    const quarter = Math.floor(utcMs / quarterMs);
    const found = known.get(quarter) ?? offset(quarter * quarterMs);
    known.set(quarter, found);
    return utcMs + found;
  };
}

/** Milliseconds that a zone's clocks are ahead at a moment. */
function offsetOf(zone: string): (utcMs: number) => number {
  const fixed = /^([+-])(\d\d):?(\d\d)$/.exec(zone);
  if (fixed) {
    const minutes = Number(fixed[2]) * 60 + Number(fixed[3]);
    return () => (fixed[1] === '-' ? -1 : 1) * minutes * 60_000;
  }
  const clock = clockIn(zone) ?? clockIn(home);
  return (utcMs) => {
    if (!clock || !Number.isFinite(utcMs) || Math.abs(utcMs) > 8.6e15) return 0;
    const parts = new Map(clock.formatToParts(utcMs).map(({ type, value }) => [type, Number(value)]));
    const [year = 0, month = 1, day, hour, minute, second] = (
      ['year', 'month', 'day', 'hour', 'minute', 'second'] as const
    ).map((type) => parts.get(type) ?? 0);
    return Date.UTC(year, month - 1, day, hour, minute, second) - utcMs;
  };
}

function clockIn(timeZone: string): Intl.DateTimeFormat | undefined {
  const numeric = 'numeric';
  const shown = {
    year: numeric,
    month: numeric,
    day: numeric,
    hour: numeric,
    minute: numeric,
    second: numeric,
  } as const;
  try {
    return new Intl.DateTimeFormat('en-GB', { timeZone, hourCycle: 'h23', ...shown });
  } catch {
    return undefined;
  }
}
