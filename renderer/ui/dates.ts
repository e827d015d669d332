import { spokenLanguage } from '../../shared/domain/language.ts';
import { localDay } from '../../shared/domain/localDay.ts';
import { dateText as dayText } from '../../shared/text/dateText.ts';

/** The day where the coach is, as an ISO date. */
export const today = (): string => localDay(new Date());

/** "22 Nov 2026", in the language of the window, of an ISO date or of an ISO instant as it is where the coach is. */
export const dateText = (iso: string): string => dayText(iso.length === 10 ? iso : localDay(new Date(iso)));

/** "22 Nov 2026, 14:05" of an ISO instant, where the coach is. */
export const momentText = (iso: string): string =>
  `${dateText(iso)}, ${new Date(iso).toLocaleTimeString(spokenLanguage(), { hour: '2-digit', minute: '2-digit', hour12: false })}`;
