import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { SIDES } from '../../shared/pose/keypoints.ts';
import { soleHeight } from './foot.ts';
import { metricsTruth } from './metrics.ts';
import { measuredMotion } from './rbds.ts';

const folder = join(process.env['MIDSTANCE_MEDIA'] ?? '../shared', 'truth', 'rbds');
const runners = [
  // Landing labels of the data: one flat, one on the heel.
  { name: 'RBDS001', strike: [-6, 6] },
  { name: 'RBDS0041', strike: [12, 26] },
] as const;

describe.skipIf(!existsSync(folder))('driven by measured joints', () => {
  it.each(runners)('$name moves as measured', ({ name, strike }) => {
    const read = (what: string) => readFileSync(join(folder, `${name}_2.5ms_${what}`));
    const events = read('events.csv').toString();
    const motion = measuredMotion(gunzipSync(read('keypoints.csv.gz')).toString(), events, 2.5, 1);
    const inside = motion.contacts.filter((c) => c.initialContactS > 0.2 && c.toeOffS < 10);
    expect(inside.length).toBeGreaterThan(20);
    for (const { side, initialContactS, toeOffS } of inside) {
      const middle = motion.poseAt(initialContactS + 0.35 * (toeOffS - initialContactS));
      expect(Math.abs(soleHeight(motion.body.foot, middle.legs[side].foot))).toBeLessThan(0.015);
    }
    for (let t = 0; t < 5; t += 0.02) {
      for (const side of SIDES) {
        const { knee, ankle } = motion.poseAt(t).legs[side];
        expect(Math.hypot(...knee.map((v, i) => v - (ankle[i] ?? 0)))).toBeCloseTo(motion.body.shank, 1);
      }
    }
    const metrics = metricsTruth(motion, motion.contacts, 10);
    const mean = (id: string, side: 'L' | 'R' | null) =>
      metrics.find((m) => m.id === id && m.side === side)?.mean ?? Number.NaN;
    expect(mean('cadence', null)).toBeGreaterThan(150);
    expect(mean('cadence', null)).toBeLessThan(165);
    expect(mean('foot_strike_angle', 'R')).toBeGreaterThan(strike[0]);
    expect(mean('foot_strike_angle', 'R')).toBeLessThan(strike[1]);
    expect(mean('knee_flexion_peak_stance', 'R')).toBeGreaterThan(38);
  });
});
