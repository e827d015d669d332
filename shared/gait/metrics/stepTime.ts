import { sideMetric } from './metric.ts';
import { days } from './sources.ts';

/** From a contact to the next one of the other foot. Not from behind: there one leg’s steps read up to 40 ms longer than the other’s on runners without any asymmetry. */
export const stepTime = sideMetric({
  id: 'step_time',
  spec: 'S13',
  unit: 'ms',
  decimals: 0,
  event: 'step',
  sided: true,
  minFps: 24,
  recommendedFps: 60,
  needs: [],
  readSide: ({ contact, nextContact }) =>
    nextContact === undefined ? undefined : (nextContact - contact) * 1000,
  slopeOf: null,
  timing: 'between_contacts',
  systematic: null,
  setUp: null,
  fromTrack: null,
  betweenDays: days(3),
  asymmetry: 'ratio',
  norm: null,
});
