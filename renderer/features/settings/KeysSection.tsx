import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Settings } from '../../../shared/contract/settingsSchema.ts';
import { Button } from '../../ui/Button.tsx';
import { KeysDialog } from './KeysDialog.tsx';
import { Fact, SettingsGroup } from './SettingsGroup.tsx';

export interface KeysSectionProps {
  readonly keys: Settings['keys'];
  readonly onChange: (keys: Settings['keys']) => void;
}

/** Which key does what. */
export function KeysSection({ keys, onChange }: KeysSectionProps) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const count = Object.keys(keys).length;
  return (
    <SettingsGroup title={t('actions.keys.title')}>
      <Fact label={t('actions.keys.hint')}>
        {count > 0 && (
          <>
            <span>{t('actions.keys.count', { count })}</span>
            <Button onClick={() => onChange({})}>{t('actions.keys.resetAll')}</Button>
          </>
        )}
        <Button icon="keyboard" onClick={() => setOpen(true)}>
          {t('actions.keys.open')}
        </Button>
      </Fact>
      {isOpen && <KeysDialog keys={keys} onChange={onChange} onClose={() => setOpen(false)} />}
    </SettingsGroup>
  );
}
