import { localDay } from '../../shared/domain/localDay.ts';
import { dateText as dayText } from '../../shared/text/dateText.ts';

/** The day where the coach is, as an ISO date. */
export const today = (): string => localDay(new Date());

/** "22 Nov 2026", in the language of the window, of an ISO date or of an ISO instant as it is where the coach is. */
export const dateText = (iso: string): string => dayText(iso.length === 10 ? iso : localDay(new Date(iso)));
