import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button.tsx';
import { createMetronome } from './metronome.ts';
import styles from './program.module.css';

const TICK_MS = 30;
const CLICK_S = 0.04;

/** A short tone at a time of the sound clock. */
function soundClick(context: AudioContext, atS: number): void {
  const tone = context.createOscillator();
  const volume = context.createGain();
  tone.frequency.value = 1000;
  volume.gain.setValueAtTime(0.5, atS);
  volume.gain.exponentialRampToValueAtTime(0.001, atS + CLICK_S);
  tone.connect(volume).connect(context.destination);
  tone.start(atS);
  tone.stop(atS + CLICK_S);
}

/** Sounds the beat of a test until it is stopped or left. */
export function MetronomeButton({ beatsPerMinute }: { beatsPerMinute: number }) {
  const { t } = useTranslation();
  const [isOn, setIsOn] = useState(false);
  useEffect(() => {
    if (!isOn) return;
    const context = new AudioContext();
    const metronome = createMetronome(
      beatsPerMinute,
      () => context.currentTime,
      (atS) => soundClick(context, atS),
    );
    metronome.tick();
    const timer = setInterval(() => metronome.tick(), TICK_MS);
    return () => {
      clearInterval(timer);
      void context.close();
    };
  }, [isOn, beatsPerMinute]);
  return (
    <div className={styles.watch}>
      <span>{t('program.metronome', { beats: beatsPerMinute })}</span>
      <Button icon={isOn ? 'stop' : 'play'} onClick={() => setIsOn(!isOn)}>
        {t(isOn ? 'program.metronomeOff' : 'program.metronomeOn')}
      </Button>
    </div>
  );
}
