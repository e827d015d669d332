import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from '../../host/HostProvider.tsx';
import { queries } from '../../host/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import styles from './library.module.css';
import { type Filters, isFiltered } from './sessionFilters.ts';

export const SEARCH_PLACE = 'session-search';
/** Typing is waited for as long as this before the list follows. */
const REST_MS = 150;

export interface SessionFiltersProps {
  readonly filters: Filters;
  readonly onFilters: (filters: Filters) => void;
}

export function SessionFilters({ filters, onFilters }: SessionFiltersProps) {
  const { t } = useTranslation();
  const labels = useQuery(queries.labels(useClient())).data;
  const set = (change: Partial<Record<keyof Filters, string>>) => {
    const next = Object.entries({ ...filters, ...change }).filter(
      ([field, value]) => value !== '' && field !== 'offset',
    );
    onFilters(Object.fromEntries(next));
  };
  const [text, setText] = useRestedText(filters.text ?? '', (value) => set({ text: value.trim() }));
  const choice = (field: 'group' | 'tag' | 'surface' | 'fatigue' | 'state', options: [string, string][]) => (
    <Select
      label={t(`find.${field}`)}
      value={filters[field] ?? ''}
      options={[['', t('find.any')], ...options].map(([value = '', label = '']) => ({ value, label }))}
      onChange={(value) => set({ [field]: value })}
    />
  );
  const same = (words: readonly string[] = []): [string, string][] => words.map((word) => [word, word]);
  return (
    <search className={styles.filters}>
      <div className={styles.wide} id={SEARCH_PLACE}>
        <TextField label={t('find.text')} type="search" value={text} onChange={setText} />
      </div>
      {choice('group', same(labels?.groups))}
      {choice('tag', same(labels?.tags))}
      {choice('surface', [
        ['treadmill', t('surfaces.treadmill')],
        ['overground', t('surfaces.overground')],
      ])}
      {choice('fatigue', [
        ['fresh', t('session.fatigues.fresh')],
        ['usual', t('session.fatigues.usual')],
        ['tired', t('session.fatigues.tired')],
      ])}
      {choice('state', [
        ['analysed', t('find.analysed')],
        ['open', t('find.open')],
      ])}
      <TextField
        label={t('find.from')}
        type="date"
        value={filters.from ?? ''}
        onChange={(from) => set({ from })}
      />
      <TextField label={t('find.to')} type="date" value={filters.to ?? ''} onChange={(to) => set({ to })} />
      {isFiltered(filters) && (
        <Button
          onClick={() => {
            setText('');
            onFilters({});
          }}
        >
          {t('find.clear')}
        </Button>
      )}
    </search>
  );
}

/** A text that is handed on once typing rests. */
function useRestedText(kept: string, onRest: (text: string) => void) {
  const [text, setText] = useState(kept);
  useEffect(() => {
    if (text.trim() === kept) return;
    const timer = setTimeout(() => onRest(text), REST_MS);
    return () => clearTimeout(timer);
  }, [text, kept, onRest]);
  return [text, setText] as const;
}
