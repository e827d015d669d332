import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import styles from './Shell.module.css';

export function CrashPage() {
  const { t } = useTranslation();
  return (
    <div className={styles.crash} role="alert">
      <EmptyState
        icon="warning"
        title={t('app.crashTitle')}
        text={t('app.crashText')}
        actions={
          <Button variant="primary" icon="refresh" onClick={() => location.reload()}>
            {t('app.reload')}
          </Button>
        }
      />
    </div>
  );
}
