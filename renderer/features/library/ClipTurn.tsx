import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Clip } from '../../../shared/contract/clipSchemas.ts';
import { addTurns } from '../../../shared/domain/quarterTurn.ts';
import { useTask } from '../../analysis/QueueProvider.tsx';
import { useClient } from '../../host/HostProvider.tsx';
import { ErrorMessage } from '../../i18n/ErrorMessage.tsx';
import { Button } from '../../ui/Button.tsx';
import styles from './ClipCard.module.css';

/** Turns a clip further, by degrees clockwise; not while its pictures are being read. */
function useTurn({ id, sessionId, turn }: Clip) {
  const client = useClient();
  const task = useTask(sessionId);
  const save = useMutation({
    mutationFn: (by: number) => client.clips.update({ id, patch: { turn: addTurns(turn, by) } }),
  });
  const isBusy = ['running', 'asking', 'measuring'].includes(task?.state ?? '');
  return { save, isBusy };
}

/** For a clip that was filmed lying on its side or upside down. */
export function ClipTurn({ clip }: { clip: Clip }) {
  const { t } = useTranslation();
  const { save, isBusy } = useTurn(clip);
  return (
    <div className={styles.turn}>
      <span className={styles.personLabel}>
        {clip.turn === 0 ? t('clip.turnNone') : t('clip.turned', { degrees: clip.turn })}
      </span>
      <span className={styles.turnButtons}>
        <Button icon="turnLeft" disabled={isBusy} onClick={() => save.mutate(-90)}>
          {t('clip.turnLeft')}
        </Button>
        <Button icon="turnRight" disabled={isBusy} onClick={() => save.mutate(90)}>
          {t('clip.turnRight')}
        </Button>
      </span>
      {save.isError && <ErrorMessage error={save.error} />}
    </div>
  );
}

/** Where the analysis saw by how much the runner lies: turns the clip by it, and has it analysed again. */
export function TurnUpright({ clip, onTurned }: { clip: Clip; onTurned: () => void }) {
  const { t } = useTranslation();
  const { save, isBusy } = useTurn(clip);
  const degrees = clip.cameraChecks?.find(({ code }) => code === 'not_upright')?.params['turn_deg'];
  if (typeof degrees !== 'number') return null;
  return (
    <div>
      <Button
        variant="primary"
        icon="turnRight"
        disabled={isBusy}
        onClick={() => save.mutate(degrees, { onSuccess: onTurned })}
      >
        {t('clip.turnUpright', { degrees })}
      </Button>
      {save.isError && <ErrorMessage error={save.error} />}
    </div>
  );
}
