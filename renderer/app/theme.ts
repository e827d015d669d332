import type { Settings } from '../../shared/contract/settingsSchema.ts';

const isSystemDark = matchMedia('(prefers-color-scheme: dark)');

/** Sets the colours of the page; follows the system where that is wanted. Returns the function that stops following. */
export function applyTheme(theme: Settings['theme']): () => void {
  const apply = (): void => {
    const isDark = theme === 'dark' || (theme === 'system' && isSystemDark.matches);
    document.documentElement.dataset['theme'] = isDark ? 'dark' : 'light';
  };
  apply();
  isSystemDark.addEventListener('change', apply);
  return () => isSystemDark.removeEventListener('change', apply);
}
