import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useHost } from '../../host/HostProvider.tsx';
import { ownUrl } from '../../host/pageKey.ts';
import { ErrorMessage } from '../../i18n/ErrorMessage.tsx';
import { Button, ButtonLink } from '../../ui/Button.tsx';
import { SettingsGroup } from './SettingsGroup.tsx';
import styles from './settings.module.css';

export function DiagnosticsSection() {
  const { t } = useTranslation();
  const host = useHost();
  const save = useMutation({ mutationFn: () => host.run('diagnostics.save', {}) });
  const file = save.data?.files[0];
  return (
    <SettingsGroup title={t('settings.groups.help')}>
      <p className={styles.text}>{t('settings.diagnosticsText')}</p>
      <div className={styles.row}>
        <Button busy={save.isPending} onClick={() => save.mutate()}>
          {t('settings.diagnostics')}
        </Button>
        {file !== undefined && (
          <ButtonLink variant="primary" icon="download" href={ownUrl(file.url)} download={file.name}>
            {t('settings.diagnosticsReady')}
          </ButtonLink>
        )}
      </div>
      {save.isError && <ErrorMessage error={save.error} />}
    </SettingsGroup>
  );
}
