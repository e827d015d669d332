import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sliceOf } from '../../main/files/trust.testkit.ts';
import { trackFromPoseFile } from '../../main/node/analyzeClips.ts';
import { poseFileSchema } from '../../shared/contract/poseFileSchema.ts';
import type { ClipInput } from '../../shared/domain/analysis.ts';
import { analyzeSession, type GaitAnalysis } from '../../shared/gait/analyzeSession.ts';
import { settleTiming } from '../../shared/gait/clipTiming.ts';
import { FRAME_STRIDE } from '../../shared/pose/track.ts';
import { decodeTrack, trackPath } from './trackFile.ts';
import { clipInput, sessionOf } from './trackInput.ts';

const read = (id: string) => decodeTrack(readFileSync(trackPath(id)));
const NOBODY = { athlete_height_m: null, speed_mps: null, incline_percent: null, shoe: null } as const;

/** The clip with these frames of it in this order, at times of its rate that run on. */
function withFrames(clip: ClipInput, frames: readonly number[], fps: number, trembling = 0): ClipInput {
  const data = new Float32Array(frames.length * FRAME_STRIDE);
  let seed = 7;
  const random = () => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return seed / 2147483648 - 0.5;
  };
  frames.forEach((from, to) => {
    data.set(clip.pose.data.subarray(from * FRAME_STRIDE, (from + 1) * FRAME_STRIDE), to * FRAME_STRIDE);
  });
  // What codec and network make of the same picture differs a little.
  const noisy = data.map((value, i) => (i % 3 === 2 ? value : value + trembling * random()));
  const times = Float64Array.from(frames, (_, i) => i / fps);
  const { width, height } = clip.pose;
  return {
    ...clip,
    timeScale: { told: null, stated: null },
    frameTable: { firstPts: 0, times },
    pose: { width, height, data: noisy },
  };
}

const measured = (clip: ClipInput): GaitAnalysis =>
  analyzeSession({ session: { ...NOBODY, surface: 'treadmill' }, clips: [clip], edits: [] });
const metric = (analysis: GaitAnalysis, id: string, side: 'L' | 'R' | null = null) => {
  const found = analysis.metrics.find((one) => one.id === id && one.side === side);
  if (!found) throw new Error(`invalid metric: ${id}`);
  return found;
};
const codes = (analysis: GaitAnalysis) => analysis.clips[0]?.notices.map(({ code }) => code) ?? [];
const upTo = (count: number) => Array.from({ length: count }, (_, frame) => frame);

/** Cadence and step time are one truth: what one says lies within what the other allows. */
function expectOneAnswer(analysis: GaitAnalysis): void {
  const cadence = metric(analysis, 'cadence');
  const [left, right] = [metric(analysis, 'step_time', 'L'), metric(analysis, 'step_time', 'R')];
  if (left.value === null || right.value === null) return;
  const bySteps = 120_000 / (left.value + right.value);
  expect(Math.abs(bySteps - (cadence.value ?? 0))).toBeLessThan((cadence.total ?? 0) + 0.6);
}

describe('time that breaks inside a shot', () => {
  const cases = ['test-500-side-60', 'test-502-side-30'].flatMap((id) =>
    [0.07, 0.2, 0.33].map((seconds) => ({ id, seconds })),
  );
  it.each(sliceOf(cases, 3))(
    '$seconds s cut out of $id: said, and the cadence is right',
    ({ id, seconds }) => {
      const track = read(id);
      const clip = clipInput(id, 'unassigned', track);
      const { fps, frame_count: count } = track.truth;
      const [cut, gone] = [Math.round(0.45 * count), Math.round(seconds * fps)];
      const whole = metric(measured(withFrames(clip, upTo(count), fps)), 'cadence');
      const analysis = measured(
        withFrames(
          clip,
          upTo(count).filter((frame) => frame < cut || frame >= cut + gone),
          fps,
        ),
      );
      const cadence = metric(analysis, 'cadence');
      expect(Math.abs((cadence.value ?? 0) - (whole.value ?? 0))).toBeLessThan(cadence.total ?? 0);
      expect(cadence.total).toBeLessThan(1.5);
      expect(codes(analysis)).toContain('time_breaks');
      expectOneAnswer(analysis);
    },
  );

  it('a whole clip has none, and a picture that stands still is one', () => {
    const track = read('test-503-side-60');
    const clip = clipInput('held', 'unassigned', track);
    const frames = upTo(track.truth.frame_count);
    const whole = measured(withFrames(clip, frames, 60));
    expect(codes(whole)).not.toContain('time_breaks');
    const held = frames.map((frame) => (frame > 250 && frame < 270 ? 250 : frame));
    const analysis = measured(withFrames(clip, held, 60, 1.5));
    expect(codes(analysis)).toContain('time_breaks');
    expect(metric(analysis, 'cadence').value).toBeCloseTo(metric(whole, 'cadence').value ?? 0, 0);
    expectOneAnswer(analysis);
  });

  it('cadence and step time never contradict each other, wherever and however much is cut', () => {
    const track = read('test-504-side-30');
    const clip = clipInput('any', 'unassigned', track);
    const { frame_count: count } = track.truth;
    const whole = metric(measured(withFrames(clip, upTo(count), 30)), 'cadence').value ?? 0;
    for (let i = 0; i < 8; i++) {
      const cut = 40 + ((i * 71) % (count - 90));
      const gone = 1 + ((i * 5) % 14);
      const kept = upTo(count).filter((frame) => frame < cut || frame >= cut + gone);
      const analysis = measured(withFrames(clip, kept, 30));
      expectOneAnswer(analysis);
      const { value, total } = metric(analysis, 'cadence');
      expect(Math.abs((value ?? 0) - whole), `${gone} frames at ${cut}`).toBeLessThan(total ?? 0);
    }
  });
});

describe('pictures that are stored again', () => {
  const track = read('test-505-side-60');
  const clip = clipInput('again', 'unassigned', track);
  const count = track.truth.frame_count;
  const every = (n: number) => upTo(Math.floor(count / n)).map((k) => k * n);

  it.each([
    { what: '30 in 60', fps: 60, frames: upTo(count).map((frame) => 2 * Math.floor(frame / 2)), rate: 30 },
    {
      what: '30 in 120',
      fps: 120,
      frames: every(2).flatMap((frame) => [frame, frame, frame, frame]),
      rate: 30,
    },
    {
      what: '24 in 60, now twice, now three times',
      fps: 60,
      frames: upTo(count).map((frame) => Math.floor(Math.floor(frame / 2.5) * 2.5)),
      rate: 24,
    },
    {
      what: '25 in 30, every fifth twice',
      fps: 30,
      frames: upTo(Math.floor(count / 2)).map((frame) => Math.round(2.4 * Math.floor((frame * 5) / 6))),
      rate: 25,
    },
  ])('$what: the rate is that of the pictures', ({ fps, frames, rate }) => {
    const analysis = measured(withFrames(clip, frames, fps, 2));
    const [facts] = analysis.clips;
    expect(facts?.capture_fps).toBeCloseTo(rate, 1);
    expect(codes(analysis)).toContain('pictures_repeated');
    expect(facts?.timing.half_widths).toEqual(
      measured(withFrames(clip, every(2), 30)).clips[0]?.timing.half_widths,
    );
    expect(metric(analysis, 'contact_time', 'L').reason?.code).toBe('rate_too_low');
    expect(metric(analysis, 'cadence').grade).not.toBe('high');
    const truth = metric(measured(withFrames(clip, upTo(count), 60)), 'cadence').value ?? 0;
    expect(Math.abs((metric(analysis, 'cadence').value ?? 0) - truth)).toBeLessThan(
      metric(analysis, 'cadence').total ?? 0,
    );
  });

  it('no picture of a plain clip counts as one', () => {
    for (const id of ['test-501-side-120', 'hard-strong-blur']) {
      const plain = read(id);
      const analysis = analyzeSession({
        session: sessionOf(plain.truth),
        clips: [clipInput(id, 'unassigned', plain)],
        edits: [],
      });
      expect(analysis.clips[0]?.capture_fps).toBeCloseTo(plain.truth.fps, 1);
      expect(codes(analysis)).not.toContain('pictures_repeated');
    }
  });
});

const media = `${process.env['MIDSTANCE_MEDIA'] ?? '../shared'}/media`;

function realClip(path: string, told: number | null = null): ClipInput {
  const file = poseFileSchema.parse(JSON.parse(readFileSync(`${media}/${path}.pose.json`, 'utf8')));
  return {
    id: path,
    file: path,
    sha256: '0'.repeat(64),
    role: 'unassigned',
    view: 'auto',
    rotation: 0,
    timeScale: { told, stated: null },
    frameTable: { firstPts: 0, times: Float64Array.from(file.times_s) },
    pose: trackFromPoseFile(file),
  };
}

describe.skipIf(!existsSync(`${media}/tracks`))('of real runners (needs media beside the project)', () => {
  it.each(['cut-0.07s', 'cut-0.20s', 'cut-0.33s'])('%s', (name) => {
    const analysis = measured(realClip(`situations/${name}`));
    const cadence = metric(analysis, 'cadence');
    expect(cadence.value).toBeGreaterThan(168.4);
    expect(cadence.value).toBeLessThan(169.4);
    expect(codes(analysis)).toContain('time_breaks');
    expectOneAnswer(analysis);
  });

  it('from the front: the cuts are found, and no piece spoils the others', () => {
    const analysis = measured(realClip('tracks/front-with-cuts'));
    const cadence = metric(analysis, 'cadence');
    expect(cadence.value).toBeGreaterThan(155);
    expect(cadence.value).toBeLessThan(171);
    expect(codes(analysis)).toContain('time_breaks');
  });

  it('ten times slow: asked, with ten first, and right where it is told', () => {
    const slow = realClip('tracks/lab-ten-times-slow');
    const { timing, refusal } = settleTiming(slow, { ...NOBODY, surface: 'treadmill' });
    expect(refusal?.code).toBe('slow_motion_unknown');
    expect(timing.candidates[0]).toBeCloseTo(10.01, 2);
    const told = metric(measured({ ...slow, timeScale: { told: 10.01, stated: null } }), 'cadence');
    expect(Math.abs((told.value ?? 0) - 177)).toBeLessThan(2);
  });
});
