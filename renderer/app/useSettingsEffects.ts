import { useLocation, useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { DEFAULT_SETTINGS, type Settings } from '../../shared/contract/settingsSchema.ts';
import { speak } from '../../shared/domain/language.ts';
import { keyStore } from '../actions/keyChoice.ts';
import { useClient } from '../host/HostProvider.tsx';
import { languageOf } from '../i18n/i18n.ts';
import { applyTheme } from './theme.ts';

/** Colours and language as the coach set them. */
export function useThemeAndLanguage(settings: Pick<Settings, 'theme' | 'language'> | undefined): void {
  const { i18n } = useTranslation();
  const { theme, language } = settings ?? {};
  useEffect(() => (theme === undefined ? undefined : applyTheme(theme)), [theme]);
  useEffect(() => {
    if (language === undefined) return;
    const spoken = languageOf(language, navigator.languages);
    document.documentElement.lang = spoken;
    speak(spoken);
    if (i18n.language !== spoken) void i18n.changeLanguage(spoken);
  }, [language, i18n]);
}

/** Colours, language and keys as the coach set them, and the page that was open last. */
export function useSettingsEffects(settings: Settings | undefined): void {
  useThemeAndLanguage(settings);
  const { keys } = settings ?? {};
  useEffect(() => keyStore.setState({ keys: keys ?? DEFAULT_SETTINGS.keys }), [keys]);
  useLastPlace(settings?.lastPlace);
}

/** Goes to where the coach was, if the window opened at its front page, and keeps where the coach is. */
function useLastPlace(lastPlace: string | undefined): void {
  const client = useClient();
  const navigate = useNavigate();
  const path = useLocation({ select: ({ pathname }) => pathname });
  const kept = useRef<string>(undefined);
  useEffect(() => {
    if (lastPlace === undefined) return;
    if (kept.current === undefined) {
      kept.current = lastPlace;
      if (path === '/' && lastPlace !== '' && lastPlace !== '/') {
        void navigate({ to: lastPlace, replace: true });
        return;
      }
    }
    if (kept.current === path) return;
    kept.current = path;
    // A place that could not be kept costs nothing: the next start begins at the library.
    client.settings.set({ lastPlace: path }).catch(() => undefined);
  }, [lastPlace, path, client, navigate]);
}
