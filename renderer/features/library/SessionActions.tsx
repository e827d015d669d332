import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Clip } from '../../../shared/contract/clipSchemas.ts';
import type { Session } from '../../../shared/contract/librarySchemas.ts';
import { useActions } from '../../actions/useActions.ts';
import { useQueue, useTask } from '../../analysis/QueueProvider.tsx';
import { isOpen } from '../../analysis/tasks.ts';
import { Button } from '../../ui/Button.tsx';

export interface SessionActionsProps {
  readonly session: Session;
  readonly clips: readonly Clip[];
  /** How the queue names the session. */
  readonly title: string;
}

/** Analyse, review, report: what is possible now is enabled, the rest says what is missing. */
export function SessionActions({ session, clips, title }: SessionActionsProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const queue = useQueue();
  const task = useTask(session.id);
  const isBusy = task !== undefined && isOpen(task);
  const isAnalysed = session.analysedAt !== null;
  const [first] = clips;
  const sessionId = session.id;
  const analyse = () => queue.add(sessionId, title);
  const report = () => void navigate({ to: '/report/$sessionId', params: { sessionId } });
  const review = () => {
    if (first !== undefined) void navigate({ to: '/review/$clipId', params: { clipId: first.id } });
  };
  useActions([
    { id: 'session.review', run: review, when: () => first !== undefined },
    {
      ...{ id: 'session.analyse', run: analyse },
      when: () => first !== undefined && !isBusy,
    },
    {
      ...{ id: 'session.report', run: report },
      when: () => isAnalysed,
    },
  ]);
  const noClips = first === undefined ? t('session.needsClips') : undefined;
  return (
    <>
      <Button icon="film" disabled={first === undefined} title={noClips} onClick={review}>
        {t('session.review')}
      </Button>
      <Button
        icon="report"
        disabled={!isAnalysed}
        title={isAnalysed ? undefined : t('session.needsAnalysis')}
        onClick={report}
      >
        {t('session.report')}
      </Button>
      <Button
        variant="primary"
        icon="gauge"
        busy={isBusy}
        disabled={first === undefined}
        title={noClips}
        onClick={analyse}
      >
        {t(isAnalysed ? 'session.analyseAgain' : 'session.analyse')}
      </Button>
    </>
  );
}
