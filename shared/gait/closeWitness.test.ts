import { expect, it } from 'vitest';
import type { GaitEvent } from '../domain/analysis.ts';
import { KEYPOINT_STRIDE, LEG, LEG_JOINTS, type Side } from '../pose/keypoints.ts';
import { analyzeSession } from './analyzeSession.ts';
import { asTracked, looked, sample, session } from './closeLook.testkit.ts';

const eventsOf = (clip: typeof sample): GaitEvent[] =>
  analyzeSession({ session, clips: [clip], edits: [] }).events;
const doubtful = (events: readonly GaitEvent[]) =>
  events.filter(({ doubts }) => doubts.includes('networks_apart'));

const timeOf = (frame: number) => sample.frameTable.times[frame] ?? Number.NaN;
/** Moves joints of one leg sideways near an instant, in pixels. */
const moved =
  (
    side: Side,
    joints: readonly (typeof LEG_JOINTS)[number][],
    byPx: number,
    when: (time: number) => boolean,
  ) =>
  (row: Float32Array, frame: number) => {
    if (!when(timeOf(frame))) return;
    for (const joint of joints) {
      const at = LEG[side][joint] * KEYPOINT_STRIDE;
      row[at] = (row[at] ?? 0) + byPx;
    }
  };

const plain = eventsOf(sample);
const contacts = plain.filter(({ type }) => type === 'initial_contact');
const [, , chosen] = contacts;
if (chosen === undefined) throw new Error('no contacts in the sample');
const isThere = (time: number) => Math.abs(time - chosen.time_s) < 0.03;
const footPx = (() => {
  const row = sample.pose.data.subarray(0, 33 * KEYPOINT_STRIDE);
  const { heel, footIndex } = LEG[chosen.side];
  return Math.hypot(
    (row[heel * KEYPOINT_STRIDE] ?? 0) - (row[footIndex * KEYPOINT_STRIDE] ?? 0),
    (row[heel * KEYPOINT_STRIDE + 1] ?? 0) - (row[footIndex * KEYPOINT_STRIDE + 1] ?? 0),
  );
})();

it('lights the one contact of which the look sees the foot elsewhere, and moves nothing', () => {
  const events = eventsOf(looked(sample, moved(chosen.side, ['heel', 'footIndex'], 0.5 * footPx, isThere)));
  expect(doubtful(events)).toEqual([{ ...chosen, doubts: ['networks_apart'] }]);
  expect(events.map(({ doubts: _, ...event }) => event)).toEqual(
    plain.map(({ doubts: _, ...event }) => event),
  );
});

it('lights a contact of which the look sees the whole leg elsewhere', () => {
  const events = eventsOf(looked(sample, moved(chosen.side, LEG_JOINTS, 3 * footPx, isThere)));
  expect(doubtful(events).map(({ time_s }) => time_s)).toEqual([chosen.time_s]);
});

it('is silent where the look always sees the foot a little aside, and where nobody looked', () => {
  const aside = looked(
    sample,
    moved(chosen.side, ['heel', 'footIndex'], 0.5 * footPx, () => true),
  );
  expect(doubtful(eventsOf(aside))).toEqual([]);
  expect(doubtful(eventsOf(looked(sample, asTracked)))).toEqual([]);
  expect(doubtful(plain)).toEqual([]);
});
