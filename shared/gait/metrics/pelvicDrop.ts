import { atan2Deg } from '../../math/angles.ts';
import { frontalMetric } from './metric.ts';
import { clips, days, tuning } from './sources.ts';

/** The other hip lower than that of the standing leg, against the standing pelvis. */
export const pelvicDrop = frontalMetric({
  id: 'pelvic_drop',
  spec: 'R1',
  unit: 'deg',
  decimals: 0,
  view: 'rear',
  sided: true,
  minFps: 60,
  recommendedFps: 60,
  needs: ['feet', 'standing'],
  readFrontal: ({ Y, leg, other, hipsApart, side, view, reference }) => {
    const drop = atan2Deg(Y(leg.hip) - Y(other.hip), hipsApart);
    if (!reference) return drop;
    // The standing pelvis may be tilted in the picture: the same tilt reads as drop on one side and rise on the other.
    return drop - ((side === 'R') === (view === 'rear') ? reference.pelvis : -reference.pelvis);
  },
  systematic: tuning(7),
  setUp: clips(2.3),
  betweenDays: days(1.5),
  asymmetry: null,
  norm: [
    [4.1, 2.6],
    [4.8, 2.5],
    [5.0, 2.8],
  ],
});
