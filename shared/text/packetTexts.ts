import { told } from '../domain/language.ts';
import { PACKET_TEXTS_DE } from './de/packetTextsDe.ts';

/** Sentences of the pages that the athlete takes home. Short words, short sentences: a reading age of about 12. */
export const PACKET_TEXTS = told(
  {
    title: 'Your foot drills',
    undated: 'Start on a day that suits you. Write the date of your first day here:',
    safetyTitle: 'When to stop',
    whyTitle: 'Why these drills',
    noPriority: 'Nothing in your video asks for special drills. This plan makes your feet strong in general.',
    weeksTitle: 'Your weeks',
    firm: 'This week is set.',
    provisional: 'This part is a plan only. It opens when your tests are passed.',
    light: 'A lighter week. Your feet catch up.',
    cardsTitle: 'How to do each drill',
    rest: 'Rest 20 seconds between sets. Take more if you need it.',
    runCue: 'Do this inside an easy run.',
    beatTitle: 'Your beat',
    beatHow:
      'Play the sound file of the week once for each set, or set a metronome to this number. Let each step meet a beat. When the beat stops, keep the same rhythm.',
    beatUnknown:
      'Your own rhythm is not known yet. Count the steps of one foot for 30 seconds and multiply by four. Ask your coach which beat to use.',
    logTitle: 'Your log',
    logHow:
      'Tick each drill when it is done. At the end of the day, write how hard it was: 0 is no work at all, 10 is all you can give. If a place is sore, write where and how much, 0 to 10.',
    hard: 'How hard (0 to 10)',
    sore: 'Sore where? (0 to 10)',
    offTitle: 'On days off',
    offHow: 'Stretch and roll gently. Ride a bike or swim with ease if you like. Sleep, eat and drink well.',
    retestTitle: 'Look again',
    coachQuestion: 'Questions? Ask your coach before you do more.',
    easier: 'Easier:',
    harder: 'When it is easy:',
    where: 'Where and in what:',
    leaveOut: 'Leave it out while one of these places hurts:',
    own: 'Ask your coach to show you this drill.',
  },
  PACKET_TEXTS_DE,
);

export const packetTextList = (): string[] => Object.values(PACKET_TEXTS);
