import { expect, it } from 'vitest';
import type { Edit } from '../domain/analysis.ts';
import { KEYPOINT_STRIDE, LEG, LEG_JOINTS } from '../pose/keypoints.ts';
import { FRAME_STRIDE } from '../pose/track.ts';
import { analyzeSession } from './analyzeSession.ts';
import { sample, session } from './closeLook.testkit.ts';

const LATE_FRAMES = 10;

const analysed = (clip = sample, edits: Edit[] = []) => analyzeSession({ session, clips: [clip], edits });
const noticeOf = ({ clips }: ReturnType<typeof analysed>) =>
  clips[0]?.notices.find(({ code }) => code === 'contacts_supposed');

it('tells of contacts that only the rhythm of the other leg has, counts nothing by them, and takes the coach’s word', () => {
  const whole = analysed();
  expect(noticeOf(whole)).toBeUndefined();
  const landings = whole.events.filter(({ side, type }) => side === 'L' && type === 'initial_contact');
  const hidden = landings.slice(3, 5);
  expect(hidden).toHaveLength(2);

  // Around two contacts the leg's keypoints come late: the leg lands elsewhere than between the steps of the other one.
  const data = sample.pose.data.slice();
  sample.frameTable.times.forEach((time, frame) => {
    if (hidden.every(({ time_s }) => Math.abs(time - time_s) > 0.25)) return;
    for (const joint of LEG_JOINTS) {
      const at = (of: number) => of * FRAME_STRIDE + LEG.L[joint] * KEYPOINT_STRIDE;
      const from = at(frame - LATE_FRAMES);
      data.set(sample.pose.data.subarray(from, from + KEYPOINT_STRIDE), at(frame));
    }
  });
  const clip = { ...sample, pose: { ...sample.pose, data } };
  const confused = analysed(clip);
  const supposed = confused.events.filter(
    ({ type, doubts }) => type === 'initial_contact' && doubts.includes('supposed'),
  );
  expect(supposed.map(({ side, confidence }) => [side, confidence])).toEqual(hidden.map(() => ['L', 0]));
  const contacts = confused.events.filter(({ type }) => type === 'initial_contact').length;
  expect(noticeOf(confused)?.params).toEqual({ n: supposed.length, contacts });

  const accepted = supposed.map(({ id, side, type, time_s }): Edit => {
    return { clip: clip.id, side, type, op: 'accept', event: id, auto_time_s: time_s, time_s, reason: null };
  });
  const counted = (analysis: ReturnType<typeof analysed>) =>
    analysis.metrics.find(({ id, side }) => id === 'step_time' && side === 'L')?.n ?? 0;
  const decided = analysed(clip, accepted);
  expect(noticeOf(decided)).toBeUndefined();
  expect(counted(decided)).toBeGreaterThan(counted(confused));
});
