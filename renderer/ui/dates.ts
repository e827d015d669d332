import { localDay } from '../../shared/domain/localDay.ts';

/** The day where the coach is, as an ISO date. */
export const today = (): string => localDay(new Date());

/** "22 Nov 2026" */
export const dateText = (isoDate: string): string =>
  new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' }).format(
    new Date(isoDate.length === 10 ? `${isoDate}T12:00:00` : isoDate),
  );
