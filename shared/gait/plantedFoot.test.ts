import { describe, expect, it } from 'vitest';
import type { SideReader } from './segmentAngles.ts';
import { sideStepValues } from './sideMetrics.ts';
import type { Step } from './steps.ts';

/** 0.25 s on the ground from 0 s on. */
const step: Step = {
  ...{ side: 'L', index: 0, initialContact: 0, toeOff: 0.25, midStance: 0.125 },
  ...{ nextContact: 0.35, nextSameSide: 0.7, contactSpread: 0, toeOffSpread: 0, problem: undefined },
};
/** The foot goes back by 0.8 leg lengths; `misread` ahead of it the network has the leg that swings forward. */
const reader = (misread: (time: number) => boolean): SideReader => ({
  ...{ foot: () => 0, shank: () => 0, thigh: () => 0, trunk: () => 5 },
  ...{ heelAhead: () => 0, heelHeight: () => 0, pelvisHeight: () => 1, heelX: () => 0 },
  knee: (time) => (misread(time) ? 95 : 40),
  ankleAhead: (time) => (misread(time) ? -0.4 + 4 * time : 0.4 - 3.2 * time),
});
const context = {
  ...{ footStrikeAngle: undefined, reference: undefined, metresPerLeg: undefined, speed: undefined },
};

describe('the knee of a stance', () => {
  it('is read where the foot goes back all the way', () => {
    const values = sideStepValues(
      step,
      reader(() => false),
      context,
    );
    expect(values).toMatchObject({ knee_flexion_ms: 40, knee_flexion_peak_stance: 40 });
  });

  it('is not read where the network has the swinging leg for a while; the times and the trunk stay', () => {
    const values = sideStepValues(
      step,
      reader((time) => time > 0.08 && time < 0.17),
      context,
    );
    expect(values.knee_flexion_ms).toBeUndefined();
    expect(values.knee_flexion_peak_stance).toBeUndefined();
    expect(values).toMatchObject({ contact_time: 250, trunk_lean: 5 });
  });
});
