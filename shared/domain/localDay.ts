/** The day of an instant where the computer is, as an ISO date. */
export function localDay(instant: Date): string {
  const local = new Date(instant.getTime() - instant.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 10);
}
