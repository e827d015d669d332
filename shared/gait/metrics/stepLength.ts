import { sideMetric } from './metric.ts';
import type { SideStep } from './sideStep.ts';
import { house } from './sources.ts';

/** Undefined without the running speed. */
export const stepLengthM = ({ contact, nextContact, speed }: SideStep): number | undefined =>
  nextContact === undefined || speed === undefined ? undefined : speed * (nextContact - contact);

/** Way of a step at the told speed. */
export const stepLength = sideMetric({
  id: 'step_length',
  spec: 'S17',
  unit: 'm',
  decimals: 2,
  event: 'step',
  sided: false,
  minFps: 24,
  recommendedFps: 30,
  needs: ['speed'],
  readSide: stepLengthM,
  slopeOf: null,
  timing: 'slope',
  systematic: house(0.015),
  setUp: null,
  fromTrack: null,
  betweenDays: null,
  asymmetry: null,
  norm: null,
});
