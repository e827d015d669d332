import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Settings } from '../../shared/contract/settingsSchema.ts';
import type { Language } from '../../shared/domain/language.ts';
import { de } from './locales/de/de.ts';
import { en } from './locales/en.ts';
import { disguiseSharedTexts, isPseudo, pseudoCatalogue } from './pseudo.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: typeof en };
  }
}

/** Sets the catalogue up; the texts are part of the build, so nothing is loaded later. */
export function startI18n(): void {
  const pseudo = isPseudo(window.location.search);
  if (pseudo) disguiseSharedTexts();
  void i18next.use(initReactI18next).init({
    lng: 'en',
    fallbackLng: 'en',
    resources: {
      en: { translation: pseudo ? pseudoCatalogue(en) : en },
      de: { translation: de },
    },
    // React escapes already.
    interpolation: { escapeValue: false },
    initAsync: false,
  });
}

/** The language to speak: the chosen one, or the first of the system's that is here. */
export function languageOf(choice: Settings['language'], system: readonly string[]): Language {
  if (choice !== 'system') return choice;
  const known = system.map((tag) => tag.slice(0, 2).toLowerCase());
  return known.find((tag) => tag === 'de' || tag === 'en') === 'de' ? 'de' : 'en';
}
