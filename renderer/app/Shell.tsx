import { useQuery } from '@tanstack/react-query';
import { Link, Outlet, useLocation, useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FIXED } from '../../shared/text/fixedTexts.ts';
import { useActions } from '../actions/useActions.ts';
import { useKeyboard } from '../actions/useKeyboard.ts';
import { useKeyText } from '../actions/useKeyText.ts';
import { useTasks } from '../analysis/QueueProvider.tsx';
import { isOpen } from '../analysis/tasks.ts';
import { OpenedFiles } from '../features/import/OpenedFiles.tsx';
import { PersonQuestions } from '../features/queue/PersonQuestions.tsx';
import { useClient } from '../host/HostProvider.tsx';
import { queries } from '../host/queries.ts';
import { Badge } from '../ui/Badge.tsx';
import { Icon } from '../ui/Icon.tsx';
import { ActionMenu } from './ActionMenu.tsx';
import { FirstRun } from './FirstRun.tsx';
import { LostBanner } from './LostBanner.tsx';
import { Palette } from './Palette.tsx';
import styles from './Shell.module.css';
import { ShortcutSheet } from './ShortcutSheet.tsx';
import { Tour } from './Tour.tsx';
import { useDropGuard } from './useDropGuard.ts';
import { useNativeMenu } from './useNativeMenu.ts';
import { useSettingsEffects } from './useSettingsEffects.ts';

/** Navigation, content, the permanent notice, and what may come over everything. */
export function Shell() {
  const { t } = useTranslation();
  const client = useClient();
  const keyText = useKeyText();
  const navigate = useNavigate();
  const main = useRef<HTMLElement>(null);
  const [over, setOver] = useState<'sheet' | 'palette' | 'tour'>();
  const close = () => setOver(undefined);
  const { data: settings } = useQuery(queries.settings(client));
  const openTasks = useTasks().filter(isOpen).length;
  useSettingsEffects(settings);
  const path = useLocation({ select: ({ pathname }) => pathname });
  // Another page begins at its top, for the eyes and for the keyboard.
  useEffect(() => {
    if (path === '') return;
    main.current?.scrollTo(0, 0);
    main.current?.focus({ preventScroll: true });
  }, [path]);
  const endTour = (): void => {
    close();
    if (settings?.tourSeen === false) client.settings.set({ tourSeen: true }).catch(() => undefined);
  };
  useKeyboard();
  useNativeMenu();
  useDropGuard(t('import.openSession'));
  useActions([
    {
      id: 'app.library',
      run: () => void navigate({ to: '/' }),
    },
    {
      id: 'app.sessions',
      run: () => void navigate({ to: '/sessions' }),
    },
    {
      id: 'app.queue',
      run: () => void navigate({ to: '/queue' }),
    },
    {
      id: 'app.settings',
      run: () => void navigate({ to: '/settings' }),
    },
    { id: 'app.shortcuts', run: () => setOver('sheet') },
    { id: 'app.palette', run: () => setOver('palette') },
    { id: 'app.tour', run: () => setOver('tour') },
    { id: 'app.exercises', run: () => void navigate({ to: '/exercises' }) },
    { id: 'app.guide', run: () => void navigate({ to: '/guide' }) },
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
        <Link to="/sessions" activeOptions={{ exact: true, includeSearch: false }} {...entry}>
          <Icon name="search" />
          {t('nav.sessions')}
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
        <ActionMenu className={`${styles.entry} ${styles.last}`} />
        <button type="button" className={styles.entry} onClick={() => setOver('sheet')}>
          <Icon name="keyboard" />
          {t('nav.shortcuts')}
          <kbd className={styles.key}>{keyText('app.shortcuts')}</kbd>
        </button>
      </nav>
      <div className={styles.column}>
        <LostBanner />
        {settings?.firstRunAccepted === true && <OpenedFiles />}
        <main ref={main} className={styles.main} tabIndex={-1}>
          <Outlet />
        </main>
        <footer className={styles.footer}>{FIXED.footer}</footer>
      </div>
      <ShortcutSheet open={over === 'sheet'} onClose={close} />
      {over === 'palette' && <Palette onClose={close} />}
      {settings?.firstRunAccepted === true && (over === 'tour' || !settings.tourSeen) && (
        <Tour onEnd={endTour} />
      )}
      {settings?.firstRunAccepted === false && <FirstRun />}
      {settings?.firstRunAccepted === true && <PersonQuestions />}
    </div>
  );
}
