import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ClipInput } from '../domain/analysis.ts';
import type { ClipLook } from '../domain/clipLook.ts';
import { KEYPOINT_STRIDE } from '../pose/keypoints.ts';
import { emptyTrack, FRAME_STRIDE, type PoseTrack } from '../pose/track.ts';
import { analyzeSession } from './analyzeSession.ts';
import { cameraChecks, noticesOf } from './cameraChecks.ts';
import { seenClip } from './preparedClip.ts';
import { agreedRoll, levelled } from './roll.ts';

interface Truth {
  readonly width: number;
  readonly height: number;
  readonly times_s: number[];
  readonly joints: { readonly index: number }[];
  readonly joints_px: [number, number][][];
}

/** The sample's runner as an exact camera sees it. */
function truthClip(name: 'sample' | 'standing'): ClipInput {
  const file = new URL(`../../models/sample/${name}.truth.json`, import.meta.url);
  const truth: Truth = JSON.parse(readFileSync(file, 'utf8'));
  const pose = emptyTrack(truth.width, truth.height, truth.joints_px.length);
  truth.joints_px.forEach((points, frame) => {
    truth.joints.forEach(({ index }, j) => {
      const at = frame * FRAME_STRIDE + index * KEYPOINT_STRIDE;
      pose.data.set([...(points[j] ?? [0, 0]), 1], at);
    });
  });
  return {
    ...{ id: name, file: name, sha256: '0'.repeat(64), view: 'auto', rotation: 0, pose },
    role: name === 'standing' ? 'standing' : 'side_left',
    frameTable: { firstPts: 0, times: Float64Array.from(truth.times_s) },
    timeScale: { told: 1, stated: null },
  };
}

const sample = truthClip('sample');
const standing = truthClip('standing');
const with_ = (pose: PoseTrack, look?: ClipLook): ClipInput => ({
  ...sample,
  pose,
  ...(look ? { look } : {}),
});
const codesOf = (clip: ClipInput) => noticesOf(cameraChecks(seenClip(clip))).map(({ code }) => code);
const moved = (dx: number, dy: number): PoseTrack => ({
  ...sample.pose,
  data: sample.pose.data.map((value, i) => value + (i % 3 === 0 ? dx : i % 3 === 1 ? dy : 0)),
});

/** A look of the sample's length, sampled 15 times a second, with the camera at `path(t)`, shares of the picture's height. */
function lookWith(path: (t: number) => readonly [number, number], rest: Partial<ClipLook> = {}): ClipLook {
  const every = 8;
  const samples = Math.ceil(sample.frameTable.times.length / every);
  const at = (i: number) => path((i * every) / 120);
  return {
    ...{ every, cuts: [], blur: [0.3, 0.31, 0.32], luma: Array.from({ length: samples }, () => 120) },
    shift: Array.from({ length: samples }, (_, i) =>
      i === 0 ? null : ([at(i)[0] - at(i - 1)[0], at(i)[1] - at(i - 1)[1]] as [number, number]),
    ),
    zoom: Array.from({ length: samples }, (_, i) => (i === 0 ? null : 0)),
    ...rest,
  };
}
const still = () => [0, 0] as const;

describe('camera checks', () => {
  it('find nothing in a clip filmed as it should be', () => {
    expect(codesOf(with_(sample.pose, lookWith(still)))).toEqual([]);
    const fine = cameraChecks(seenClip(with_(sample.pose, lookWith(still)))).filter(
      (c) => c.severity === 'ok',
    );
    expect(fine.map(({ code }) => code)).toEqual([
      'view',
      'size',
      'whole_runner',
      'light',
      'sharpness',
      'still',
    ]);
  });

  it('say nothing of light and movement where the file was not looked at', () => {
    const codes = cameraChecks(seenClip(sample)).map(({ code }) => code);
    expect(codes).toEqual(['view', 'size', 'whole_runner']);
  });

  it('tell shaking hands from a pan and both from a drift', () => {
    const shaking = (t: number) => [0.003 * Math.sin(2 * Math.PI * 3 * t), 0.002 * Math.cos(17 * t)] as const;
    expect(codesOf(with_(sample.pose, lookWith(shaking)))).toContain('camera_shakes');
    expect(
      codesOf(
        with_(
          sample.pose,
          lookWith((t) => [0.2 * t, 0]),
        ),
      ),
    ).toEqual(['camera_pans']);
    expect(
      codesOf(
        with_(
          sample.pose,
          lookWith((t) => [0.001 * t, 0]),
        ),
      ),
    ).toEqual([]);
    const growing = lookWith(still, {
      zoom: lookWith(still).zoom.map((value) => (value === null ? null : 0.002)),
    });
    expect(codesOf(with_(sample.pose, growing))).toContain('camera_zooms');
  });

  it('leave the movement open where the background was hardly seen', () => {
    const unseen = lookWith((t) => [0.2 * t, 0]);
    const mostly = unseen.shift.map((shift, i) => (i % 3 === 0 ? shift : null));
    const codes = cameraChecks(seenClip(with_(sample.pose, { ...unseen, shift: mostly }))).map((c) => c.code);
    expect(codes).not.toContain('camera_pans');
    expect(codes).not.toContain('still');
  });

  it('find a dark, a blurred and a cut clip', () => {
    const dark = lookWith(still, { luma: lookWith(still).luma.map(() => 18) });
    expect(codesOf(with_(sample.pose, dark))).toContain('too_dark');
    expect(codesOf(with_(sample.pose, lookWith(still, { blur: [0.62, 0.7, 0.66] })))).toContain(
      'picture_blurred',
    );
    expect(codesOf({ ...sample, cuts: [500, 900] })).toContain('clip_has_cuts');
  });

  it('find feet and a head that leave the picture', () => {
    const feet = Math.max(...sample.pose.data.filter((_, i) => i % 3 === 1 && Math.floor(i / 3) % 33 >= 27));
    expect(codesOf(with_(moved(0, sample.pose.height - feet + 4)))).toContain('feet_cut_off');
    expect(codesOf(with_(moved(0, sample.pose.height - feet + 200)))[0]).toBe('feet_outside');
    expect(codesOf(with_(moved(0, -150)))).toContain('head_cut_off');
  });

  it('find a runner of whom only the legs are there', () => {
    const hips = Math.max(...sample.pose.data.filter((_, i) => i % 3 === 1 && Math.floor(i / 3) % 33 === 23));
    expect(codesOf(with_(moved(0, -hips - 5)))).toEqual(['runner_cut_off']);
    // What the network makes of legs alone: a body on its head, guessed, half of it above the picture.
    const onItsHead = levelled(sample.pose, 180);
    const feet = Math.max(...onItsHead.data.filter((_, i) => i % 3 === 1 && Math.floor(i / 3) % 33 === 27));
    const data = onItsHead.data.map((value, i) => (i % 3 === 1 ? value - feet - 20 : value));
    expect(codesOf(with_({ ...onItsHead, data }))).toEqual(['runner_cut_off']);
  });

  it.each([
    [90, 90],
    [180, 180],
    [-90, 270],
  ])('refuse a picture that is turned by %i degrees, and say which turn it needs', (turn, needed) => {
    const checks = cameraChecks(seenClip(with_(levelled(sample.pose, -turn))));
    expect(checks).toContainEqual({
      severity: 'stop',
      code: 'not_upright',
      params: { file: 'sample', turn_deg: needed },
    });
  });
});

describe('roll', () => {
  const session = {
    ...{ athlete_height_m: 1.76, speed_mps: 3, incline_percent: 0, shoe: null },
    surface: 'treadmill',
  } as const;
  const ids = ['foot_strike_angle', 'tibia_angle_ic', 'trunk_lean', 'knee_flexion_peak_stance'];
  const measured = (turn: number, incline: number | null, withStanding = true) => {
    const turned = (clip: ClipInput) => ({ ...clip, pose: levelled(clip.pose, -turn) });
    const analysis = analyzeSession({
      session: { ...session, incline_percent: incline },
      clips: [turned(sample), ...(withStanding ? [turned(standing)] : [])],
      edits: [],
    });
    const near = analysis.metrics.filter(({ id, side }) => ids.includes(id) && side !== 'R');
    return {
      values: near.map(({ id, value }) => [id, value] as const),
      codes: analysis.clips[0]?.notices.map(({ code }) => code),
    };
  };
  const straight = measured(0, 0);

  it('is no matter when small', () => {
    expect(straight.codes).not.toContain('roll_corrected');
    expect(straight.values).toHaveLength(4);
  });

  it.each([-5, 8])('of %i degrees is taken out of every angle', (turn) => {
    const { values, codes } = measured(turn, 0);
    expect(codes).toContain('roll_corrected');
    straight.values.forEach(([id, value], i) => {
      expect(value, id).not.toBeNull();
      expect(Math.abs((values[i]?.[1] ?? 999) - (value ?? 0)), id).toBeLessThan(1.5);
    });
  });

  it('is only named where the incline is not told', () => {
    const { values, codes } = measured(5, null);
    expect(codes).toContain('ground_looks_tilted');
    const tibia = (list: typeof values) => list.find(([id]) => id === 'tibia_angle_ic')?.[1] ?? 0;
    expect(Math.abs(tibia(values) - tibia(straight.values))).toBeGreaterThan(3);
  });

  it('is not taken out where the feet alone say it, or where the standing body says otherwise', () => {
    expect(measured(3, 0, false).codes).not.toContain('roll_unsure');
    const { values, codes } = measured(7, 0, false);
    expect(codes).toContain('roll_unsure');
    expect(codes).not.toContain('roll_corrected');
    const trunk = (list: typeof values) => list.find(([id]) => id === 'trunk_lean')?.[1] ?? 0;
    expect(Math.abs(trunk(values) - trunk(straight.values))).toBeGreaterThan(5);
    expect([agreedRoll(6, 3), agreedRoll(-6, -7), agreedRoll(6, -1)]).toEqual([3, -6, 0]);
  });

  it('refuses nothing: what both witnesses see is taken out, and the feet alone are not believed so far', () => {
    const { values, codes } = measured(14, 0);
    expect(codes).toContain('roll_corrected');
    straight.values.forEach(([id, value], i) => {
      expect(Math.abs((values[i]?.[1] ?? 999) - (value ?? 0)), id).toBeLessThan(2);
    });
    const alone = measured(14, 0, false).codes;
    for (const code of ['roll_corrected', 'roll_unsure', 'ground_looks_tilted'])
      expect(alone).not.toContain(code);
  });
});

describe('somebody beside the runner', () => {
  const session = {
    ...{ athlete_height_m: 1.75, speed_mps: 3, incline_percent: 0, shoe: null },
    surface: 'treadmill',
  } as const;
  const besideAt = (...beside: [number, number][]) =>
    analyzeSession({ session, clips: [{ ...sample, pose: { ...sample.pose, beside } }], edits: [] });
  const framesIn = (seconds: number) => sample.frameTable.times.findIndex((time) => time >= seconds);
  const [from, to] = [framesIn(1.2), framesIn(2)];
  const last = sample.frameTable.times.length - 1;
  const cadenceOf = ({ metrics }: ReturnType<typeof besideAt>) => metrics.find(({ id }) => id === 'cadence');

  it('is told with the time, and their steps are left out of what the others give', () => {
    const analysis = besideAt([from, to]);
    const notices = analysis.clips[0]?.notices ?? [];
    const notice = notices.find(({ code }) => code === 'somebody_beside');
    expect(notice?.params).toEqual({ from_s: 1.2, to_s: 2 });
    const left = analysis.strides.filter(({ reason }) => reason === 'beside');
    expect(left.length).toBeGreaterThan(1);
    expect(left.every(({ accepted, initial_contact_s: s }) => !accepted && s > 0.8 && s < 2.05)).toBe(true);
    expect(cadenceOf(analysis)?.grade).toBe(cadenceOf(besideAt())?.grade);
  });

  it('lowers every grade where too few other steps are left, and says how often it was', () => {
    const analysis = besideAt([0, framesIn(1)], [framesIn(3), last]);
    expect(analysis.clips[0]?.notices).toContainEqual(
      expect.objectContaining({ code: 'somebody_beside_often', params: expect.objectContaining({ n: 2 }) }),
    );
    expect(cadenceOf(analysis)).toMatchObject({ grade: 'low', reason: { code: 'somebody_beside_often' } });
    const grades = analysis.metrics.map(({ grade }) => grade);
    expect(grades.filter((grade) => grade === 'high' || grade === 'medium')).toEqual([]);
  });

  it('is not said of a runner who is alone', () => {
    expect(besideAt().clips[0]?.notices.map(({ code }) => code)).not.toContain('somebody_beside');
  });
});
