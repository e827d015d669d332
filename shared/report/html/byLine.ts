/** Who hands a page over; empty for not told. */
export interface By {
  readonly coachName: string;
  readonly clubLine: string;
}

/** "Coach: Sam · Harriers, Tuesdays at the track"; empty where neither is told. */
export const byLine = ({ coachName, clubLine }: By): string =>
  [coachName === '' ? '' : `Coach: ${coachName}`, clubLine].filter((part) => part !== '').join(' · ');
