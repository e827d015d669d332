/** The local day as an ISO date. */
export function today(now = new Date()): string {
  const local = new Date(now.getTime() - now.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 10);
}

/** "22 Nov 2026" */
export const dateText = (isoDate: string): string =>
  new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' }).format(
    new Date(isoDate.length === 10 ? `${isoDate}T12:00:00` : isoDate),
  );
