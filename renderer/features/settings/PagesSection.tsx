import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Settings } from '../../../shared/contract/settingsSchema.ts';
import { TextField } from '../../ui/TextField.tsx';
import { PageLook } from './PageLook.tsx';
import { SettingsGroup } from './SettingsGroup.tsx';

export interface PagesSectionProps {
  readonly settings: Pick<Settings, 'coachName' | 'clubLine' | 'logo' | 'accent'>;
  readonly onChange: (patch: Partial<Settings>) => void;
}

/** Who stands on the pages that are handed over. */
export function PagesSection({ settings, onChange }: PagesSectionProps) {
  const { t } = useTranslation();
  return (
    <SettingsGroup title={t('program.pages.title')}>
      <KeptText
        label={t('program.pages.coachName')}
        hint={t('program.pages.coachNameHint')}
        value={settings.coachName}
        maxLength={100}
        onKeep={(coachName) => onChange({ coachName })}
      />
      <KeptText
        label={t('program.pages.clubLine')}
        hint={t('program.pages.clubLineHint')}
        value={settings.clubLine}
        maxLength={150}
        onKeep={(clubLine) => onChange({ clubLine })}
      />
      <PageLook
        logo={settings.logo}
        accent={settings.accent}
        onLogo={(logo) => onChange({ logo })}
        onAccent={(accent) => onChange({ accent })}
      />
    </SettingsGroup>
  );
}

interface KeptTextProps {
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly maxLength: number;
  readonly onKeep: (value: string) => void;
}

/** A text that is kept when the field is left or Enter is pressed. */
function KeptText({ value, onKeep, ...field }: KeptTextProps) {
  const [text, setText] = useState(value);
  const keep = (): void => {
    const trimmed = text.trim();
    setText(trimmed);
    if (trimmed !== value) onKeep(trimmed);
  };
  return (
    <form
      noValidate
      onBlur={keep}
      onSubmit={(event) => {
        event.preventDefault();
        keep();
      }}
    >
      <TextField {...field} value={text} onChange={setText} />
    </form>
  );
}
