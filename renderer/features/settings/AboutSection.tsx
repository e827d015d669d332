import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FIXED } from '../../../shared/text/fixedTexts.ts';
import { useClient } from '../../host/HostProvider.tsx';
import { queries } from '../../host/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Fact, SettingsGroup } from './SettingsGroup.tsx';
import styles from './settings.module.css';

export function AboutSection() {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  const info = useQuery(queries.info(useClient())).data;
  const licences = info?.licences ?? '';
  return (
    <SettingsGroup title={t('settings.groups.about')}>
      <Fact label={t('settings.version')}>{`Midstance ${info?.version ?? ''}`}</Fact>
      <Fact label={t('settings.safety')}>{FIXED.firstRun}</Fact>
      <div className={styles.row}>
        <Button onClick={() => setIsOpen(true)}>{t('settings.licencesShow')}</Button>
      </div>
      <Dialog
        open={isOpen}
        wide
        title={t('settings.licences')}
        closeLabel={t('app.close')}
        onClose={() => setIsOpen(false)}
      >
        <pre className={styles.licences}>{licences === '' ? t('settings.licencesNone') : licences}</pre>
      </Dialog>
    </SettingsGroup>
  );
}
