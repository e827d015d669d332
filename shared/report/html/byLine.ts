import { either } from '../../domain/language.ts';

/** Who hands a page over; empty for not told. */
export interface By {
  readonly coachName: string;
  readonly clubLine: string;
  /** A picture as a data URL; empty for none. */
  readonly logo?: string;
  /** Colour of headings and marks, "#rrggbb"; absent for the app's own. */
  readonly accent?: string;
}

/** "Coach: Sam · Harriers, Tuesdays at the track"; empty where neither is told. */
export const byLine = ({ coachName, clubLine }: By): string =>
  [coachName === '' ? '' : `${either('Coach', 'Trainer')}: ${coachName}`, clubLine]
    .filter((part) => part !== '')
    .join(' · ');
