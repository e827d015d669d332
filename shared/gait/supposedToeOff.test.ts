import { expect, it } from 'vitest';
import { KEYPOINT_STRIDE, LEG, LEG_JOINTS } from '../pose/keypoints.ts';
import { FRAME_STRIDE } from '../pose/track.ts';
import { analyzeSession } from './analyzeSession.ts';
import { sample, session } from './closeLook.testkit.ts';

const contactTimes = (clip = sample) => {
  const { metrics, events } = analyzeSession({ session, clips: [clip], edits: [] });
  const of = (side: 'L' | 'R') =>
    metrics.find((metric) => metric.id === 'contact_time' && metric.side === side);
  return { L: of('L'), R: of('R'), events };
};

it('reads no contact time of a leg whose toe-offs are taken from the other one in most of its strides', () => {
  const whole = contactTimes();
  expect(whole.L?.value).not.toBeNull();

  // From late stance on the near leg's keypoints lie on the far leg, as a network sees it that takes the two for one.
  const data = sample.pose.data.slice();
  const { times } = sample.frameTable;
  const lifts = whole.events.filter(({ side, type }) => side === 'L' && type === 'toe_off');
  lifts.forEach(({ time_s }, i) => {
    if (i % 3 === 2) return;
    times.forEach((time, frame) => {
      if (time < time_s - 0.06 || time > time_s + 0.14) return;
      for (const joint of LEG_JOINTS) {
        const at = (side: 'L' | 'R') => frame * FRAME_STRIDE + LEG[side][joint] * KEYPOINT_STRIDE;
        data.copyWithin(at('L'), at('R'), at('R') + KEYPOINT_STRIDE);
      }
    });
  });
  const confused = contactTimes({ ...sample, pose: { ...sample.pose, data } });
  const { L: near } = confused;
  const { value = null, total = 0 } = near ?? {};
  if (value === null) expect(near?.reason).not.toBeNull();
  else expect(Math.abs(value - (whole.L?.value ?? 0))).toBeLessThan(total ?? 0);
});
