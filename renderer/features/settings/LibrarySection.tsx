import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Settings } from '../../../shared/contract/settingsSchema.ts';
import { noticeText } from '../../../shared/text/noticeTexts.ts';
import { useClient } from '../../host/HostProvider.tsx';
import { queries } from '../../host/queries.ts';
import { Message } from '../../ui/Message.tsx';
import { Select } from '../../ui/Select.tsx';
import { FoundFiles } from './FoundFiles.tsx';
import { Fact, SettingsGroup } from './SettingsGroup.tsx';
import styles from './settings.module.css';

export interface LibrarySectionProps {
  readonly importMode: Settings['importMode'];
  readonly onMode: (mode: Settings['importMode']) => void;
}

export function LibrarySection({ importMode, onMode }: LibrarySectionProps) {
  const { t } = useTranslation();
  const info = useQuery(queries.info(useClient())).data;
  const canReference = info?.capabilities.canReferenceFiles === true;
  return (
    <SettingsGroup title={t('settings.groups.library')}>
      <Fact label={t('settings.libraryPlace')}>
        <span className={styles.path}>{info?.libraryPlace ?? ''}</span>
        {info?.capabilities.isDesktop === false && (
          <span className={styles.hint}>{t('settings.libraryHint')}</span>
        )}
      </Fact>
      <Select
        label={t('settings.importMode')}
        value={canReference ? importMode : 'copy'}
        disabled={!canReference}
        hint={canReference ? undefined : t('import.modeOnlyCopy')}
        options={[
          { value: 'copy', label: t('import.modeCopy') },
          { value: 'reference', label: t('import.modeReference') },
        ]}
        onChange={onMode}
      />
      <FoundFiles />
      {info?.notices.map((notice) => (
        <Message key={notice.code} tone="warn">
          {noticeText(notice)}
        </Message>
      ))}
    </SettingsGroup>
  );
}
