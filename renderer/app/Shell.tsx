import { useQuery } from '@tanstack/react-query';
import { Link, Outlet, useLocation, useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FOOTER_TEXT } from '../../shared/text/fixedTexts.ts';
import { useActions } from '../actions/useActions.ts';
import { useKeyboard } from '../actions/useKeyboard.ts';
import { useTasks } from '../analysis/QueueProvider.tsx';
import { isOpen } from '../analysis/tasks.ts';
import { PersonQuestions } from '../features/queue/PersonQuestions.tsx';
import { useClient } from '../host/HostProvider.tsx';
import { queries } from '../host/queries.ts';
import { Badge } from '../ui/Badge.tsx';
import { Icon } from '../ui/Icon.tsx';
import { FirstRun } from './FirstRun.tsx';
import styles from './Shell.module.css';
import { ShortcutSheet } from './ShortcutSheet.tsx';
import { applyTheme } from './theme.ts';
import { useDropGuard } from './useDropGuard.ts';

/** Navigation, content, the permanent notice, and what may come over everything. */
export function Shell() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const main = useRef<HTMLElement>(null);
  const [hasSheet, setHasSheet] = useState(false);
  const { data: settings } = useQuery(queries.settings(useClient()));
  const openTasks = useTasks().filter(isOpen).length;
  const theme = settings?.theme;
  useEffect(() => (theme === undefined ? undefined : applyTheme(theme)), [theme]);
  const path = useLocation({ select: ({ pathname }) => pathname });
  // Another page begins at its top, for the eyes and for the keyboard.
  useEffect(() => {
    if (path === '') return;
    main.current?.scrollTo(0, 0);
    main.current?.focus({ preventScroll: true });
  }, [path]);
  useKeyboard();
  useDropGuard(t('import.openSession'));
  useActions([
    {
      id: 'library',
      label: t('shortcuts.goLibrary'),
      shortcut: 'g l',
      run: () => void navigate({ to: '/' }),
    },
    {
      id: 'queue',
      label: t('shortcuts.goQueue'),
      shortcut: 'g q',
      run: () => void navigate({ to: '/queue' }),
    },
    {
      ...{ id: 'settings', label: t('shortcuts.goSettings'), shortcut: 'g s' },
      run: () => void navigate({ to: '/settings' }),
    },
    { id: 'shortcuts', label: t('shortcuts.show'), shortcut: '?', run: () => setHasSheet(true) },
  ]);
  const entry = { className: styles.entry ?? '', activeProps: { className: styles.active ?? '' } };
  return (
    <div className={styles.shell}>
      <button type="button" className={styles.skip} onClick={() => main.current?.focus()}>
        {t('app.skip')}
      </button>
      <nav className={styles.nav} aria-label={t('app.mainNavigation')}>
        <div className={styles.brand}>
          <svg viewBox="0 0 32 32" width="28" height="28" aria-hidden="true">
            <rect width="32" height="32" rx="8" fill="var(--accent)" />
            <path
              d="M6 22.5h20M16 5.5v17M16 22.5l-6.5-9M16 22.5l6.5-9"
              stroke="var(--on-accent)"
              strokeWidth="2.4"
              strokeLinecap="round"
              fill="none"
            />
          </svg>
          {t('app.name')}
        </div>
        <Link to="/" activeOptions={{ exact: true }} {...entry}>
          <Icon name="library" />
          {t('nav.library')}
        </Link>
        <Link to="/queue" {...entry}>
          <Icon name="queue" />
          {t('nav.queue')}
          {openTasks > 0 && (
            <span className={styles.count}>
              <Badge tone="accent">{openTasks}</Badge>
              <span className="visuallyHidden">{t('queue.badge', { count: openTasks })}</span>
            </span>
          )}
        </Link>
        <Link to="/settings" {...entry}>
          <Icon name="settings" />
          {t('nav.settings')}
        </Link>
        <button type="button" className={`${styles.entry} ${styles.last}`} onClick={() => setHasSheet(true)}>
          <Icon name="keyboard" />
          {t('nav.shortcuts')}
          <kbd className={styles.key}>?</kbd>
        </button>
      </nav>
      <div className={styles.column}>
        <main ref={main} className={styles.main} tabIndex={-1}>
          <Outlet />
        </main>
        <footer className={styles.footer}>{FOOTER_TEXT}</footer>
      </div>
      <ShortcutSheet open={hasSheet} onClose={() => setHasSheet(false)} />
      {settings?.firstRunAccepted === false && <FirstRun />}
      {settings?.firstRunAccepted === true && <PersonQuestions />}
    </div>
  );
}
