import { spokenLanguage } from '../domain/language.ts';

/** A name as it stands within a sentence: German keeps its capitals. */
export const inSentence = (name: string): string =>
  spokenLanguage() === 'de' ? name : name.toLocaleLowerCase('en');
