import { spokenLanguage } from '../domain/language.ts';

const MONTHS = {
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  de: ['Jan.', 'Feb.', 'März', 'Apr.', 'Mai', 'Juni', 'Juli', 'Aug.', 'Sep.', 'Okt.', 'Nov.', 'Dez.'],
} as const;

/** "2026-03-02" -> "2 Mar 2026": no reader takes the day for the month. @throws RangeError for anything else */
export function dateText(date: string): string {
  const language = spokenLanguage();
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date) ?? [];
  const name = MONTHS[language][Number(month) - 1];
  if (year === undefined || name === undefined) throw new RangeError(`invalid date: ${date}`);
  return `${Number(day)}${language === 'de' ? '.' : ''} ${name} ${year}`;
}
