import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sliceOf } from '../../main/files/trust.testkit.ts';
import type { AnalysisSession } from '../domain/analysis.ts';
import { settleTiming } from './clipTiming.ts';
import { expectedCadence } from './expectedCadence.ts';
import { eighteenFolder, filmedAt, hasTrials, rbdsClip } from './rbds.testkit.ts';
import { contactsOf, SHORTEST_STRIDE_S, signalsOf, strideTimeOf } from './readPlane.ts';
import { decideFactor } from './slowMotion.ts';

const NOBODY: AnalysisSession = {
  athlete_height_m: null,
  speed_mps: null,
  incline_percent: null,
  shoe: null,
  surface: 'treadmill',
};
const FACTORS = [1, 1.2, 2, 4, 8] as const;

describe.skipIf(!hasTrials)('every trial at every speed (needs truth/fukuchi2017 beside the project)', () => {
  const trials = hasTrials
    ? readdirSync(eighteenFolder)
        .filter((name) => name.endsWith('_keypoints.csv.gz'))
        .map((name) => name.replace('_keypoints.csv.gz', ''))
    : [];
  // The evidence of a slowed clip is that of the plain one, stretched: a few are settled whole.
  const RATES = [
    { taken: 150, most: 0.02 },
    { taken: 120, most: 0.02 },
  ];
  it.each(sliceOf(RATES, 1))(
    'taken at $taken: no factor is silently wrong, and real speed is seldom asked about',
    ({ taken, most }) => {
      const wrong: string[] = [];
      let asked = 0;
      trials.forEach((trial, i) => {
        const clip = filmedAt(rbdsClip(trial, false, eighteenFolder).clip, taken, taken, 4);
        const { timing, prepared } = settleTiming(clip, NOBODY);
        if (timing.source === 'open') asked++;
        const runs = signalsOf(prepared, 15, 1).flatMap((signals) => {
          const stride = strideTimeOf(signals, SHORTEST_STRIDE_S / 2, 16);
          return stride === undefined ? [] : [{ signals, stride, contacts: contactsOf(signals, stride) }];
        });
        const expected = expectedCadence(runs);
        const { file_cadence: cadence, ballistic } = timing.evidence;
        for (const factor of FACTORS) {
          const stretched = {
            stated: null,
            file_cadence: (cadence ?? 0) / factor,
            ballistic: ballistic === null ? null : ballistic * factor,
          };
          const decision = decideFactor(taken / factor, stretched, expected);
          if (decision.state === 'settled' && Math.abs(decision.factor / factor - 1) > 0.02)
            wrong.push(`${trial} x ${factor}: ${decision.factor}`);
        }
        const factor = FACTORS[1 + (i % 4)] ?? 2;
        if (i % 6 !== 0) return;
        const slowed = settleTiming(filmedAt(clip, taken, taken / factor, 4), NOBODY);
        const isRight = Math.abs(slowed.prepared.timeScale / factor - 1) < 0.02;
        if (slowed.timing.source !== 'open' && !isRight) wrong.push(`${trial} x ${factor}, settled whole`);
      });
      expect(wrong).toEqual([]);
      expect(trials.length).toBeGreaterThan(50);
      expect(asked / trials.length).toBeLessThan(most);
    },
  );
});
