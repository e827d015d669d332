import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { poseFileSchema } from '../contract/poseFileSchema.ts';
import type { ClipInput } from '../domain/analysis.ts';
import { KEYPOINT_STRIDE } from '../pose/keypoints.ts';
import { emptyTrack, FRAME_STRIDE } from '../pose/track.ts';
import { cadenceFromContacts } from './cadence.ts';
import { detectContacts } from './legEvents.ts';
import { prepareClip } from './preparedClip.ts';
import { buildSignals, unbrokenRuns } from './signals.ts';

const file = `${process.env['MIDSTANCE_MEDIA'] ?? '../shared'}/media/tracks/treadmill-quickening.pose.json`;
const isThere = existsSync(file) || process.env['MIDSTANCE_REQUIRE_ALL'] !== undefined;

it.skipIf(!isThere)('a runner who quickens keeps the contacts of both legs to the end', () => {
  const { width, height, times_s, keypoints } = poseFileSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  const pose = emptyTrack(width, height, times_s.length);
  keypoints.forEach((points, frame) => {
    points?.forEach((point, k) => {
      if (point) pose.data.set(point, frame * FRAME_STRIDE + k * KEYPOINT_STRIDE);
    });
  });
  const clip: ClipInput = {
    id: 'quickening',
    file: 'quickening',
    sha256: '0'.repeat(64),
    role: 'side_right',
    view: 'auto',
    frameTable: { firstPts: 0, times: Float64Array.from(times_s, (time) => time - (times_s[0] ?? 0)) },
    timeScale: { told: null, stated: null },
    rotation: 0,
    pose,
  };
  const { input, times, pixelsPerLeg, captureFps, choices } = prepareClip(clip);
  const [run] = unbrokenRuns(input.pose, times);
  if (run === undefined) throw new Error('invalid track: no run of frames');
  const options = { forward: 1, pixelsPerLeg, cutoffHz: 12, captureFps, choices } as const;
  const contacts = detectContacts(buildSignals(input.pose, times, run, options), 0.715);
  expect(contacts).toHaveLength(18);
  expect(contacts.filter(({ isSupposed }) => isSupposed)).toHaveLength(0);
  [5.54, 5.88, 6.23].forEach((right, i) => {
    expect(Math.abs((contacts[15 + i]?.initialContact ?? 0) - right)).toBeLessThan(0.02);
  });
  expect(Math.abs((cadenceFromContacts(contacts)?.value ?? 0) - 167.9)).toBeLessThan(0.5);
});
