import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useClient } from '../../host/HostProvider.tsx';
import { queries } from '../../host/queries.ts';
import { Select } from '../../ui/Select.tsx';

export interface GraphModelChoiceProps {
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
}

const NONE = '';

/** The coach's own graph models, where there are any in the models folder. */
export function GraphModelChoice({ value, onChange }: GraphModelChoiceProps) {
  const { t } = useTranslation();
  const { data } = useQuery(queries.models(useClient()));
  if (data === undefined) return null;
  const { models, refused } = data;
  if (models.length === 0 && refused.length === 0 && value === null) return null;
  const isThere = value === null || models.some(({ id }) => id === value);
  const options = [
    { value: NONE, label: t('settings.graphModelNone') },
    ...models.map(({ id, kind }) => ({ value: id, label: `${id} (${kind})` })),
    // What is set stays visible, so that it can be unset.
    ...(isThere ? [] : [{ value: value ?? NONE, label: value ?? '' }]),
  ];
  return (
    <>
      <Select
        label={t('settings.graphModel')}
        hint={t('settings.graphModelHint')}
        value={value ?? NONE}
        options={options}
        error={
          isThere
            ? undefined
            : t('settings.graphModelRefused', { id: value, detail: t('settings.graphModelGone') })
        }
        onChange={(id) => onChange(id === NONE ? null : id)}
      />
      {refused.map((folder) => (
        <p key={folder.id}>{t('settings.graphModelRefused', { ...folder })}</p>
      ))}
    </>
  );
}
