import { spokenLanguage } from '../domain/language.ts';

/** A phrase that goes on behind a colon: its other words keep their capitals. */
export const goingOn = (phrase: string): string => phrase.charAt(0).toLocaleLowerCase() + phrase.slice(1);

/** A name as it stands within a sentence: German keeps its capitals. */
export const inSentence = (name: string): string =>
  spokenLanguage() === 'de' ? name : name.toLocaleLowerCase('en');
