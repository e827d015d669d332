import { useState } from 'react';
import { nearestFrame } from '../../../shared/domain/frameTable.ts';
import { useActions } from '../../actions/useActions.ts';
import { PlayBar } from '../../player/PlayBar.tsx';
import { neighbourFrame, playActions } from '../../player/playActions.ts';
import { ClipFacts } from './ClipFacts.tsx';
import { ComparabilityOfClips } from './ComparabilityCard.tsx';
import { CompareStage } from './CompareStage.tsx';
import styles from './compare.module.css';
import { type ComparedClip, seenOf } from './comparedClip.ts';
import { LayoutBar, type StageLayout } from './LayoutBar.tsx';
import { SyncBar } from './SyncBar.tsx';
import { useTie } from './useTie.ts';

/** Both pictures, what ties them, and how far the sessions may be compared at all. */
export function CompareDesk({ first, second }: { first: ComparedClip; second: ComparedClip }) {
  const control = useTie(first, second);
  const { pair, tie } = control;
  const [a, b] = [seenOf(first)?.direction, seenOf(second)?.direction];
  const [layout, setLayout] = useState<StageLayout>({
    ...{ kind: 'side', opacity: 0.5, onRunner: true, skeleton: true },
    isMirrored: a != null && b != null && a !== b,
  });
  const onContact = (direction: 1 | -1): void => {
    const frames = tie.first.contacts.map((time) => nearestFrame(first.times, time));
    const frame = neighbourFrame(frames, pair.store.getState().frame, direction);
    pair.pause();
    if (frame !== undefined) pair.seek(frame);
  };
  const toggleLayout = () => setLayout((now) => ({ ...now, kind: now.kind === 'side' ? 'ghost' : 'side' }));
  const toggleMode = () => control.setMode(tie.mode === 'time' ? 'phase' : 'time');
  useActions([
    ...playActions(pair, first.times.length - 1),
    {
      id: 'compare.previous',
      run: () => onContact(-1),
    },
    { id: 'compare.next', run: () => onContact(1) },
    {
      id: 'compare.offsetBack',
      run: () => control.moveOffset(-1),
    },
    {
      id: 'compare.offsetForward',
      run: () => control.moveOffset(1),
    },
    { id: 'compare.layout', run: toggleLayout },
    {
      ...{ id: 'compare.mode', run: toggleMode },
      when: () => control.canPhase,
    },
    { id: 'compare.tie', run: control.tieHere },
  ]);
  return (
    <div className={styles.desk}>
      <LayoutBar layout={layout} onLayout={setLayout} />
      <CompareStage {...{ first, second, layout }} />
      <div className={styles.facts}>
        <ClipFacts which="first" one={first} foot={control.foot} />
        <ClipFacts which="second" one={second} foot={control.foot} pair={pair} />
      </div>
      <PlayBar player={pair} times={first.times} onContact={onContact} />
      <SyncBar control={control} hasContacts={{ first: hasContacts(first), second: hasContacts(second) }} />
      <ComparabilityOfClips {...{ first, second }} />
    </div>
  );
}

const hasContacts = ({ analysis, clip }: ComparedClip): boolean =>
  analysis?.strides.some((stride) => stride.clip === clip.id) === true;
