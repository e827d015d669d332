import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LibraryItem } from '../../../shared/contract/exerciseSchemas.ts';
import { gearText, spokenExercise } from '../../../shared/program/spoken.ts';
import { useClient } from '../../host/HostProvider.tsx';
import { LoadedPage } from '../../i18n/LoadedPage.tsx';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Page } from '../../ui/Page.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { ExerciseDialog } from './ExerciseDialog.tsx';
import { ExerciseDrawing } from './ExerciseDrawing.tsx';
import { ExerciseForm } from './ExerciseForm.tsx';
import styles from './program.module.css';
import { exercisesQuery } from './programDesk.ts';

const PHASES = ['', '1', '2', '3'] as const;

/** The library of exercises, with the coach's own and changed ones. */
export function ExercisesPage() {
  const items = useQuery(exercisesQuery(useClient()));
  return <LoadedPage query={items}>{(loaded) => <Exercises items={loaded} />}</LoadedPage>;
}

/** Whether every word of a search stands in the exercise. */
export function isMatch({ exercise }: LibraryItem, search: string): boolean {
  const { id, name, why, how, equipment } = spokenExercise(exercise);
  const text = [id, name, why, ...how, ...equipment.map(gearText)].join(' ').toLocaleLowerCase();
  return search
    .toLocaleLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

function Exercises({ items }: { items: readonly LibraryItem[] }) {
  const { t } = useTranslation();
  const [search, setSearch] = useState('');
  const [phase, setPhase] = useState<(typeof PHASES)[number]>('');
  const [shownId, setShownId] = useState<string | undefined>();
  const [isAdding, setIsAdding] = useState(false);
  const shown = items.find(({ exercise }) => exercise.id === shownId);
  const found = items
    .filter(({ state }) => state !== 'retired')
    .filter((item) => isMatch(item, search.trim()))
    .filter(({ exercise }) => phase === '' || exercise.phases.some((one) => String(one) === phase));
  return (
    <Page
      title={t('program.libraryTitle')}
      back={{ href: '#/', label: t('library.title') }}
      actions={
        <Button variant="primary" icon="add" onClick={() => setIsAdding(true)}>
          {t('program.libraryAdd')}
        </Button>
      }
    >
      <div className={styles.filters}>
        <TextField label={t('program.librarySearch')} type="search" value={search} onChange={setSearch} />
        <Select
          label={t('program.libraryPhase')}
          value={phase}
          options={PHASES.map((value) => ({
            value,
            label: value === '' ? t('program.libraryAll') : t(`program.phases.${value}`),
          }))}
          onChange={setPhase}
        />
      </div>
      {found.length === 0 && (
        <EmptyState icon="search" title={t('program.libraryNone')} text={t('program.libraryNoneText')} />
      )}
      <div className={styles.exercises}>
        {found.map((item) => (
          <ExerciseCard key={item.exercise.id} item={item} onOpen={() => setShownId(item.exercise.id)} />
        ))}
      </div>
      {shown !== undefined && (
        <ExerciseDialog key={shown.exercise.id} item={shown} onClose={() => setShownId(undefined)} />
      )}
      {isAdding && <ExerciseForm onClose={() => setIsAdding(false)} />}
    </Page>
  );
}

function ExerciseCard({ item: { exercise, state }, onOpen }: { item: LibraryItem; onOpen: () => void }) {
  const { t } = useTranslation();
  const { id, name, domain, phases } = spokenExercise(exercise);
  return (
    <button type="button" className={styles.tile} onClick={onOpen}>
      <ExerciseDrawing id={id} />
      <span className={styles.itemName} dir="auto">
        {name}
      </span>
      <span className={styles.quiet}>
        {t(`program.domains.${domain}`)} · {t('program.phase', { phase: phases.join(', ') })}
      </span>
      {state !== 'shipped' && (
        <span>
          <Badge tone="accent">{t(`program.states.${state}`)}</Badge>
        </span>
      )}
    </button>
  );
}
