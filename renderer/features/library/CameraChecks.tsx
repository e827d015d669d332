import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Clip } from '../../../shared/contract/clipSchemas.ts';
import { noticeText } from '../../../shared/text/noticeTexts.ts';
import { Icon } from '../../ui/Icon.tsx';
import styles from './CameraChecks.module.css';

const ICONS = { stop: 'warning', warn: 'info', ok: 'check' } as const;

/** How the clip was filmed, before any number: one line for each thing to do better, or that all is well. */
export function CameraChecks({ checks }: { checks: Clip['cameraChecks'] }) {
  const { t } = useTranslation();
  if (checks === null) return null;
  const failing = checks.filter(({ severity }) => severity !== 'ok');
  if (failing.length === 0) {
    return (
      <p className={styles.fine}>
        <Icon name="check" size={16} />
        {t('clip.checksFine')}
      </p>
    );
  }
  return (
    <section className={styles.checks} aria-label={t('clip.checks')}>
      <ul>
        {failing.map(({ code, params, severity }) => (
          <li key={code} className={severity === 'stop' ? styles.stop : undefined}>
            <Icon name={ICONS[severity]} size={16} />
            {noticeText({ code, params })}
          </li>
        ))}
      </ul>
      <Link to="/guide">{t('guide.link')}</Link>
    </section>
  );
}
