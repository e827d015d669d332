import { useTranslation } from 'react-i18next';
import { clipFrameUrl } from '../../../shared/contract/mediaUrls.ts';
import type { Person } from '../../../shared/pose/blazepose/persons.ts';
import { useQueue, useTasks } from '../../analysis/QueueProvider.tsx';
import { ownUrl } from '../../host/pageKey.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { PicturePointer } from '../../ui/PicturePointer.tsx';
import styles from './queue.module.css';

const placeOf = (person: Person, width: number) =>
  person.x < width / 3 ? 'left' : person.x > (2 * width) / 3 ? 'right' : 'middle';

/** Asks, wherever the coach is, when a clip shows several people. */
export function PersonQuestions() {
  const { t } = useTranslation();
  const queue = useQueue();
  const task = useTasks().find(({ question }) => question !== undefined);
  const question = task?.question;
  if (task === undefined || question === undefined) return null;
  const { clipId, fileName, frame, timeS, width, height, turn, persons } = question;
  const answer = ({ x, y }: { x: number; y: number }) => queue.answer(task.sessionId, { x, y, timeS });
  return (
    <Dialog
      open
      wide
      title={t('person.title')}
      onClose={() => undefined}
      footer={
        <Button icon="stop" onClick={() => queue.stop(task.sessionId)}>
          {t('person.skip')}
        </Button>
      }
    >
      <div className={styles.question}>
        <p>{t('person.text', { name: fileName })}</p>
        <PicturePointer
          src={ownUrl(clipFrameUrl(clipId, frame, turn))}
          label={t('person.pictureLabel', { time: timeS.toFixed(1) })}
          boxes={persons.map(({ box }) => box)}
          {...{ width, height }}
          onPoint={answer}
        />
        <div className={styles.candidates}>
          {persons.map((person, i) => (
            <Button key={`${person.x} ${person.y}`} icon="person" onClick={() => answer(person)}>
              {t('person.candidate', { number: i + 1, place: t(`person.places.${placeOf(person, width)}`) })}
            </Button>
          ))}
        </div>
        <p className={styles.quiet}>{t('person.keys')}</p>
      </div>
    </Dialog>
  );
}
