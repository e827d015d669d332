import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { errorText } from '../../../shared/domain/errors.ts';
import { useTask } from '../../analysis/QueueProvider.tsx';
import { isOpen, taskFrames } from '../../analysis/tasks.ts';
import { useClient } from '../../host/HostProvider.tsx';
import { queries } from '../../host/queries.ts';
import { dateText } from '../../ui/dates.ts';
import { Message } from '../../ui/Message.tsx';
import { Progress } from '../../ui/Progress.tsx';

/** How far the analysis of a session is, or why there is none. */
export function AnalysisState({ sessionId }: { sessionId: string }) {
  const { t } = useTranslation();
  const task = useTask(sessionId);
  const latest = useQuery(queries.analysis(useClient(), sessionId)).data;
  const problems = [task?.problem, ...(task?.clips.map((clip) => clip.problem) ?? [])]
    .filter((problem) => problem !== undefined)
    .map(({ code, params }) => errorText(code, params))
    .filter(({ sentence }, i, all) => all.findIndex((other) => other.sentence === sentence) === i);
  if (task !== undefined && isOpen(task)) {
    return (
      <Message actions={<Link to="/queue">{t('session.openQueue')}</Link>}>
        {`${t('session.analysisRunning')} ${t(`queue.states.${task.state}`)}.`}
        <Progress label={t('queue.progress', { title: task.title })} {...taskFrames(task)} />
      </Message>
    );
  }
  return (
    <>
      {problems.map(({ sentence, next }) => (
        <Message key={sentence} tone={task?.state === 'failed' ? 'danger' : 'warn'}>
          <strong>{sentence}</strong> {next}
        </Message>
      ))}
      {latest?.outdated === true && <Message tone="warn">{t('session.outdated')}</Message>}
      {latest?.outdated === false && (
        <Message tone="good" actions={<a href={`#/report/${sessionId}`}>{t('queue.openReport')}</a>}>
          {t('session.analysedOn', { date: dateText(latest.createdAt) })}
        </Message>
      )}
    </>
  );
}
