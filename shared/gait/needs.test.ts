import { expect, it } from 'vitest';
import { analyzeSession } from './analyzeSession.ts';
import { exactClip } from './invariance.testkit.ts';
import { METRICS } from './registry.ts';

const clips = [exactClip('sample'), exactClip('rear')];

it.each([
  [null, null],
  [3, null],
  [null, 1.76],
  [3, 1.76],
])(
  'with a speed of %s and a height of %s each metric is absent for what was not told, and for nothing else',
  (speed_mps, athlete_height_m) => {
    const session = {
      athlete_height_m,
      speed_mps,
      incline_percent: 0,
      shoe: null,
      surface: 'treadmill' as const,
    };
    const { metrics } = analyzeSession({ session, clips, edits: [] });
    for (const { id, needs } of METRICS)
      for (const { value, reason } of metrics.filter((metric) => metric.id === id)) {
        const missing =
          needs.includes('speed') && speed_mps === null
            ? 'speed_unknown'
            : needs.includes('height') && athlete_height_m === null
              ? 'height_unknown'
              : undefined;
        if (missing === undefined) expect(reason?.code ?? '', id).not.toMatch(/_unknown$/);
        else expect([value, reason?.code], id).toEqual([null, missing]);
      }
  },
);
