import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { errorText } from '../../../shared/domain/errors.ts';
import { useQueue } from '../../analysis/QueueProvider.tsx';
import {
  type AnalysisTask,
  type ClipProgress,
  isOpen,
  secondsLeft,
  taskFrames,
} from '../../analysis/tasks.ts';
import { Badge, type BadgeTone } from '../../ui/Badge.tsx';
import { Button, ButtonLink } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Message } from '../../ui/Message.tsx';
import { Progress } from '../../ui/Progress.tsx';
import { QuestionLink } from './QuestionLink.tsx';
import styles from './queue.module.css';

const TONES: Readonly<Record<AnalysisTask['state'], BadgeTone>> = {
  waiting: 'neutral',
  running: 'accent',
  asking: 'warn',
  measuring: 'accent',
  paused: 'neutral',
  done: 'good',
  failed: 'danger',
};

export function TaskCard({ task }: { task: AnalysisTask }) {
  const { t } = useTranslation();
  const { sessionId, title, state, clips, problem } = task;
  const text = problem === undefined ? undefined : errorText(problem.code, problem.params);
  const isGoing = state === 'running' || state === 'asking' || state === 'measuring';
  return (
    <article className={styles.card} aria-label={title}>
      <header className={styles.head}>
        <h2 className={styles.title} dir="auto" title={title}>
          {title}
        </h2>
        <Badge tone={TONES[state]}>{t(`queue.states.${state}`)}</Badge>
        <TaskButtons task={task} />
      </header>
      {isGoing && (
        <>
          <Progress label={t('queue.progress', { title })} {...taskFrames(task)} />
          <Pace task={task} />
        </>
      )}
      {text !== undefined && (
        <Message tone="danger">
          <strong>{text.sentence}</strong> {text.next}
        </Message>
      )}
      {clips.length > 0 && (
        <ul className={styles.clips}>
          {clips.map((clip) => (
            <ClipRow key={clip.clipId} clip={clip} />
          ))}
        </ul>
      )}
      {(state === 'done' || state === 'failed') && <QuestionLink sessionId={sessionId} />}
      {state === 'done' && (
        <ButtonLink icon="report" href={`#/report/${sessionId}`} className={styles.open}>
          {t('queue.openReport')}
        </ButtonLink>
      )}
    </article>
  );
}

function TaskButtons({ task }: { task: AnalysisTask }) {
  const { t } = useTranslation();
  const queue = useQueue();
  const { sessionId, title, state } = task;
  return (
    <span className={styles.buttons}>
      <ButtonLink variant="quiet" href={`#/sessions/${sessionId}`}>
        {t('queue.openSession')}
      </ButtonLink>
      {isOpen(task) ? (
        <Button icon="stop" onClick={() => queue.stop(sessionId)}>
          {t('queue.stop')}
        </Button>
      ) : (
        <>
          {state !== 'done' && (
            <Button icon="play" onClick={() => queue.add(sessionId, title)}>
              {t(state === 'paused' ? 'queue.resume' : 'queue.retry')}
            </Button>
          )}
          <IconButton icon="close" label={t('queue.remove')} onClick={() => queue.remove(sessionId)} />
        </>
      )}
    </span>
  );
}

function Pace({ task }: { task: AnalysisTask }) {
  const { t } = useTranslation();
  const { done, total } = taskFrames(task);
  const current = task.clips.find(({ stage }) => stage === 'detecting');
  const left = secondsLeft(task);
  const facts = [
    t('queue.frames', { done, total }),
    current?.fps === undefined ? undefined : t('queue.pace', { fps: current.fps.toFixed(1) }),
    left === undefined || current === undefined ? undefined : t('queue.left', { time: timeText(left, t) }),
  ];
  return <p className={styles.pace}>{facts.filter((fact) => fact !== undefined).join(' · ')}</p>;
}

function timeText(secondsTotal: number, t: TFunction): string {
  const whole = Math.ceil(secondsTotal);
  const minutes = Math.floor(whole / 60);
  return minutes === 0
    ? t('queue.seconds', { seconds: whole })
    : t('queue.minutes', { minutes, seconds: whole % 60 });
}

function ClipRow({ clip }: { clip: ClipProgress }) {
  const { t } = useTranslation();
  const { fileName, stage, done, total, look, problem } = clip;
  const text = problem === undefined ? undefined : errorText(problem.code, problem.params);
  return (
    <li className={styles.clip}>
      <span className={styles.clipName} dir="auto" title={fileName}>
        {fileName}
      </span>
      <span className={styles.quiet}>
        {t(`queue.stages.${stage}`)}
        {stage === 'detecting' && ` · ${t('queue.frames', { done, total })}`}
        {stage === 'closer' && look !== undefined && ` · ${t('queue.frames', look)}`}
      </span>
      {text !== undefined && <span className={styles.problem}>{`${text.sentence} ${text.next}`}</span>}
    </li>
  );
}
