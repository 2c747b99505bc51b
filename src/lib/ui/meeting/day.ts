/** The calendar day where the reader is, as ISO writes it. */
export function dayOf(milliseconds: number): string {
  const offset = new Date(milliseconds).getTimezoneOffset() * 60_000;
  return new Date(milliseconds - offset).toISOString().slice(0, 10);
}
