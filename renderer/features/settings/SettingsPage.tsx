import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Settings } from '../../../shared/contract/settingsSchema.ts';
import { useClient } from '../../host/HostProvider.tsx';
import { queries } from '../../host/queries.ts';
import { ErrorMessage } from '../../i18n/ErrorMessage.tsx';
import { Loaded } from '../../i18n/Loaded.tsx';
import { Page } from '../../ui/Page.tsx';
import { Select, type SelectOption } from '../../ui/Select.tsx';
import { showToast } from '../../ui/Toast.tsx';
import { AboutSection } from './AboutSection.tsx';
import { BackupSection } from './BackupSection.tsx';
import { DiagnosticsSection } from './DiagnosticsSection.tsx';
import { GraphModelChoice } from './GraphModelChoice.tsx';
import { KeysSection } from './KeysSection.tsx';
import { LibrarySection } from './LibrarySection.tsx';
import { PagesSection } from './PagesSection.tsx';
import { SettingsGroup } from './SettingsGroup.tsx';

const THREAD_CHOICES = ['auto', '1', '2', '4', '8'] as const;

export function SettingsPage() {
  const { t } = useTranslation();
  const settings = useQuery(queries.settings(useClient()));
  return (
    <Page title={t('settings.title')}>
      <Loaded query={settings}>{(loaded) => <SettingsView settings={loaded} />}</Loaded>
    </Page>
  );
}

function SettingsView({ settings }: { settings: Settings }) {
  const { t } = useTranslation();
  const client = useClient();
  const save = useMutation({
    mutationFn: (patch: Partial<Settings>) => client.settings.set(patch),
    onSuccess: () => showToast(t('settings.saved')),
  });
  const threads = THREAD_CHOICES.find((choice) => choice === String(settings.threads)) ?? 'auto';
  const choice = <Key extends 'model' | 'backend' | 'units' | 'theme' | 'paper' | 'language'>(
    key: Key,
    label: string,
    options: readonly SelectOption<Settings[Key]>[],
    hint?: string,
  ) => (
    <Select
      label={label}
      value={settings[key]}
      options={options}
      hint={hint}
      onChange={(value) => save.mutate({ [key]: value })}
    />
  );
  const labelled = <Value extends string>(
    values: readonly Value[],
    labelOf: (value: Value) => string,
  ): SelectOption<Value>[] => values.map((value) => ({ value, label: labelOf(value) }));
  return (
    <>
      {save.isError && <ErrorMessage error={save.error} />}
      <LibrarySection importMode={settings.importMode} onMode={(importMode) => save.mutate({ importMode })} />
      <BackupSection />
      <SettingsGroup title={t('settings.groups.analysis')}>
        {choice(
          'model',
          t('settings.model'),
          labelled(['lite', 'full', 'heavy'], (value) => t(`settings.models.${value}`)),
          t('settings.modelHint'),
        )}
        {choice(
          'backend',
          t('settings.backend'),
          labelled(['litert', 'tfjs'], (value) => t(`settings.backends.${value}`)),
          t('settings.backendHint'),
        )}
        <GraphModelChoice
          value={settings.graphModel}
          onChange={(graphModel) => save.mutate({ graphModel })}
        />
        <Select
          label={t('settings.threads')}
          value={threads}
          options={labelled(THREAD_CHOICES, (value) =>
            value === 'auto' ? t('settings.threadsAuto') : value,
          )}
          onChange={(value) => save.mutate({ threads: value === 'auto' ? null : Number(value) })}
        />
      </SettingsGroup>
      <SettingsGroup title={t('settings.groups.display')}>
        {choice(
          'language',
          t('actions.language.label'),
          labelled(['system', 'en', 'de'], (value) => t(`actions.language.choices.${value}`)),
          t('actions.language.hint'),
        )}
        {choice(
          'theme',
          t('settings.theme'),
          labelled(['system', 'dark', 'light'], (value) => t(`settings.themes.${value}`)),
        )}
        {choice(
          'units',
          t('settings.units'),
          labelled(['metric', 'imperial'], (value) => t(`settings.${value}`)),
        )}
        {choice(
          'paper',
          t('settings.paper'),
          labelled(['a4', 'letter'], (value) => t(`settings.papers.${value}`)),
        )}
      </SettingsGroup>
      <KeysSection keys={settings.keys} onChange={(keys) => save.mutate({ keys })} />
      <PagesSection settings={settings} onChange={save.mutate} />
      <DiagnosticsSection />
      <AboutSection />
    </>
  );
}
