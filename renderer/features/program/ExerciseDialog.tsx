import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LibraryItem } from '../../../shared/contract/exerciseSchemas.ts';
import { gearText, spokenExercise } from '../../../shared/program/spoken.ts';
import { useClient } from '../../host/HostProvider.tsx';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { ExerciseDrawing } from './ExerciseDrawing.tsx';
import { ExerciseForm } from './ExerciseForm.tsx';
import styles from './program.module.css';
import { doseText } from './programTexts.ts';

/** One exercise with everything that is known of it, and what the coach can do with it. */
export function ExerciseDialog({ item, onClose }: { item: LibraryItem; onClose: () => void }) {
  const { t } = useTranslation();
  const client = useClient();
  const cache = useQueryClient();
  const [open, setOpen] = useState<'edit' | 'reset' | 'delete' | undefined>();
  const { state, usedBy } = item;
  const exercise = spokenExercise(item.exercise);
  const { id, name } = exercise;
  const close = () => setOpen(undefined);
  if (open === 'edit') return <ExerciseForm item={item} onClose={onClose} />;
  const isReset = open === 'reset';
  return (
    <>
      <Dialog
        open={open === undefined}
        wide
        onClose={onClose}
        title={name}
        closeLabel={t('app.close')}
        footer={
          <>
            {state === 'changed' && (
              <Button icon="undo" onClick={() => setOpen('reset')}>
                {t('program.reset')}
              </Button>
            )}
            {state === 'own' && (
              <Button icon="trash" onClick={() => setOpen('delete')}>
                {t('program.delete')}
              </Button>
            )}
            <Button variant="primary" icon="edit" onClick={() => setOpen('edit')}>
              {t('program.edit')}
            </Button>
          </>
        }
      >
        <div className={styles.stack}>
          <div className={styles.row}>
            <Badge>{t(`program.domains.${exercise.domain}`)}</Badge>
            <Badge>{t('program.phase', { phase: exercise.phases.join(', ') })}</Badge>
            {state !== 'shipped' && <Badge tone="accent">{t(`program.states.${state}`)}</Badge>}
          </div>
          <ExerciseDrawing id={id} />
          {usedBy.length > 0 && (
            <p className={styles.quiet}>
              {t('program.usedBy', { names: usedBy.map((athlete) => athlete.name).join(', ') })}
            </p>
          )}
          <Facts item={item} />
        </div>
      </Dialog>
      <ConfirmDialog
        open={isReset || open === 'delete'}
        title={t(isReset ? 'program.resetTitle' : 'program.deleteOwnTitle')}
        text={t(isReset ? 'program.resetText' : 'program.deleteOwnText', { name })}
        onClose={close}
        onConfirm={async () => {
          const items = await (isReset ? client.library.reset({ id }) : client.library.deleteOwn({ id }));
          cache.setQueryData(['library'], items);
          if (!isReset) onClose();
        }}
      />
    </>
  );
}

const List = ({ lines }: { lines: readonly string[] }) => (
  <ul className={styles.plain}>
    {lines.map((line) => (
      <li key={line}>{line}</li>
    ))}
  </ul>
);

function Facts({ item: { exercise } }: { item: LibraryItem }) {
  const { t } = useTranslation();
  const { tempo, equipment, citation, source } = exercise;
  const rows: readonly (readonly [string, ReactNode])[] = [
    [t('program.whyField'), exercise.why],
    [t('program.how'), <List key="how" lines={exercise.how} />],
    [t('program.cues'), <List key="cues" lines={exercise.cues} />],
    [t('program.dose'), doseText(t, exercise.dose)],
    ...(tempo === undefined ? [] : [[t('program.tempo'), tempo] as const]),
    [t('program.needs'), equipment.length === 0 ? t('program.nothing') : equipment.map(gearText).join(', ')],
    [t('program.surface'), gearText(exercise.surface)],
    [t('program.footwear'), gearText(exercise.footwear)],
    [t('program.harder'), exercise.progression],
    [t('program.easier'), exercise.regression],
    [t('program.watchFor'), exercise.videoCheck],
    [t('program.leaveOut'), <List key="out" lines={exercise.contraindications} />],
    [
      t('program.sourceField'),
      citation === undefined
        ? t(`program.sources.${source}`)
        : `${t(`program.sources.${source}`)}: ${citation}`,
    ],
  ];
  return (
    <dl className={styles.chain}>
      {rows.map(([name, value]) => (
        <div key={name} style={{ display: 'contents' }}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
