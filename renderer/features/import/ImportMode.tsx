import { useTranslation } from 'react-i18next';
import { useClient } from '../../host/HostProvider.tsx';
import { errorSentence } from '../../i18n/errorSentence.ts';
import { Icon } from '../../ui/Icon.tsx';
import { Select } from '../../ui/Select.tsx';
import { showToast } from '../../ui/Toast.tsx';
import { Tooltip } from '../../ui/Tooltip.tsx';
import styles from './ImportArea.module.css';

/** Copy or leave in place: a choice where the app can do both, otherwise the reason why not. */
export function ImportMode({ mode, canReference }: { mode: 'copy' | 'reference'; canReference: boolean }) {
  const { t } = useTranslation();
  const client = useClient();
  if (!canReference) {
    return (
      <Tooltip text={t('import.modeOnlyCopy')}>
        <button type="button" className={styles.why} aria-label={t('import.modeOnlyCopy')}>
          <Icon name="info" size={16} />
          {t('import.modeCopied')}
        </button>
      </Tooltip>
    );
  }
  return (
    <div className={styles.mode}>
      <Select
        label={t('import.mode')}
        value={mode}
        options={[
          { value: 'copy', label: t('import.modeCopy') },
          { value: 'reference', label: t('import.modeReference') },
        ]}
        onChange={(importMode) => {
          client.settings.set({ importMode }).catch((error: unknown) => {
            showToast(errorSentence(error).sentence, 'danger');
          });
        }}
      />
    </div>
  );
}
