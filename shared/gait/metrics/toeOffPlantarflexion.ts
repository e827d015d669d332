import { sideMetric } from './metric.ts';
import { clips, tuning } from './sources.ts';

/** Angle between foot and shin at toe-off, against the standing one. */
export const toeOffPlantarflexion = sideMetric({
  id: 'toe_off_plantarflexion',
  spec: 'S18',
  unit: 'deg',
  decimals: 0,
  event: 'toe_off',
  sided: true,
  minFps: 120,
  recommendedFps: 120,
  needs: ['feet', 'sole', 'standing', 'flight'],
  readSide: ({ read, stance, reference }) => {
    if (!stance || !reference) return undefined;
    const { toeOff } = stance;
    return -(read.foot(toeOff) - reference.foot - read.shank(toeOff) + reference.shank);
  },
  slopeOf:
    ({ foot, shank }) =>
    (time) =>
      foot(time) - shank(time),
  timing: 'slope',
  systematic: tuning(6),
  setUp: clips(5),
  fromTrack: null,
  betweenDays: null,
  asymmetry: null,
  norm: null,
});
