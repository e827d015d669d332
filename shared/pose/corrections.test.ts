import { describe, expect, it } from 'vitest';
import type { PoseEdit } from '../domain/analysis.ts';
import { correctedTrack, shareOf } from './corrections.ts';
import { KEYPOINT_STRIDE, LEG } from './keypoints.ts';
import { emptyTrack, FRAME_STRIDE, type PoseTrack } from './track.ts';

const FRAMES = 60;
const EMPTY_FRAME = 40;
/** Every joint at (100 * joint + frame, joint), half visible; nobody in one frame. */
function track(): PoseTrack {
  const made = emptyTrack(4000, 100, FRAMES);
  for (let frame = 0; frame < FRAMES; frame++) {
    if (frame === EMPTY_FRAME) continue;
    for (let joint = 0; joint < 33; joint++)
      made.data.set([100 * joint + frame, joint, 0.5], frame * FRAME_STRIDE + joint * KEYPOINT_STRIDE);
  }
  return made;
}
const { knee, ankle } = LEG.R;
const place = (joint: number, frame: number, dx: number, reach: number): PoseEdit => ({
  ...{ clip: 'c', op: 'place', joint, frame, x_px: 100 * joint + frame + dx, y_px: joint },
  ...{ auto_x_px: 100 * joint + frame, auto_y_px: joint },
  ...{ from_frame: frame - reach, to_frame: frame + reach },
});
/** How far right of where it was found the joint now lies. */
const shiftOf = (made: PoseTrack, joint: number, frame: number): number =>
  (made.data[frame * FRAME_STRIDE + joint * KEYPOINT_STRIDE] ?? Number.NaN) - 100 * joint - frame;
const shifts = (edits: readonly PoseEdit[], joint: number): number[] => {
  const made = correctedTrack(track(), edits);
  return Array.from({ length: FRAMES }, (_, frame) => shiftOf(made, joint, frame));
};

describe('a placed joint', () => {
  it('lies where it was put, and its neighbours follow less and less to the ends of the span', () => {
    const found = shifts([place(ankle, 20, 8, 3)], ankle);
    expect(found[20]).toBe(8);
    expect(found[16]).toBe(0);
    expect(found[24]).toBe(0);
    expect(found[22]).toBeCloseTo(4, 4);
    expect(found[18]).toBe(found[22]);
    expect(found[21]).toBeGreaterThan(found[22] ?? 0);
    expect(found[22]).toBeGreaterThan(found[23] ?? 0);
    expect(found[23]).toBeGreaterThan(0);
  });

  it('moves nothing else and leaves what was found as it was', () => {
    const before = track();
    const made = correctedTrack(before, [place(ankle, 20, 8, 3)]);
    const changed = [...made.data.keys()].filter(
      (i) => made.data[i] !== before.data[i] && !Number.isNaN(made.data[i]),
    );
    const joints = new Set(changed.map((i) => Math.floor((i % FRAME_STRIDE) / KEYPOINT_STRIDE)));
    expect([...joints]).toEqual([ankle]);
    expect(before.data).toEqual(track().data);
    expect(correctedTrack(before, [])).toBe(before);
  });

  it('stays put when its neighbour is placed, and between both the offset never falls back', () => {
    const edits = [place(ankle, 20, 8, 20), place(ankle, 24, 4, 20)];
    const found = shifts(edits, ankle);
    expect([found[20], found[24]]).toEqual([8, 4]);
    expect(found[22]).toBeCloseTo(6, 4);
    expect(shifts([...edits].reverse(), ankle)).toEqual(found);
  });

  it('is replaced by a later placing in its frame', () => {
    expect(shifts([place(ankle, 20, 8, 3), place(ankle, 20, -2, 0)], ankle).slice(19, 22)).toEqual([
      0, -2, 0,
    ]);
  });

  it('never makes a person where nobody is', () => {
    const found = shifts([place(ankle, 39, 5, 3), place(ankle, EMPTY_FRAME, 5, 3)], ankle);
    expect(found[EMPTY_FRAME]).toBeNaN();
    expect(found[39]).toBe(5);
    expect(found[42]).toBeGreaterThan(0);
    expect(found[43]).toBe(0);
  });

  it('shares add up to one between two placings that reach each other', () => {
    const [a, b] = [
      { frame: 20, x: 0, y: 0, from: 0, to: 50 },
      { frame: 31, x: 0, y: 0, from: 0, to: 50 },
    ];
    for (let frame = 20; frame <= 31; frame++)
      expect(shareOf(a, frame, undefined, 31) + shareOf(b, frame, 20, undefined)).toBeCloseTo(1, 12);
  });
});

describe('exchanged legs', () => {
  const swap: PoseEdit = { clip: 'c', op: 'swap', from_frame: 10, to_frame: 12 };
  const xOf = (made: PoseTrack, joint: number, frame: number) =>
    made.data[frame * FRAME_STRIDE + joint * KEYPOINT_STRIDE];

  it('change places in the range, but for the hips, and twice is not at all', () => {
    const made = correctedTrack(track(), [swap]);
    expect(xOf(made, knee, 11)).toBe(100 * LEG.L.knee + 11);
    expect(xOf(made, LEG.L.ankle, 12)).toBe(100 * ankle + 12);
    expect(xOf(made, LEG.R.hip, 11)).toBe(100 * LEG.R.hip + 11);
    expect(shiftOf(made, knee, 13)).toBe(0);
    expect(correctedTrack(track(), [swap, swap]).data).toEqual(track().data);
  });

  it('take what was placed with them', () => {
    const made = correctedTrack(track(), [place(ankle, 11, 8, 0), swap]);
    expect(xOf(made, LEG.L.ankle, 11)).toBe(100 * ankle + 11 + 8);
    expect(xOf(made, ankle, 11)).toBe(100 * LEG.L.ankle + 11);
  });
});

describe('reset', () => {
  const edits: PoseEdit[] = [
    place(ankle, 20, 8, 3),
    place(knee, 20, 5, 3),
    { clip: 'c', op: 'swap', from_frame: 10, to_frame: 12 },
  ];
  const reset = (joint: number | null, from_frame: number, to_frame: number): PoseEdit => ({
    ...{ clip: 'c', op: 'reset', joint, from_frame, to_frame },
  });

  it('takes back one joint, a range, or everything', () => {
    const one = correctedTrack(track(), [...edits, reset(ankle, 0, FRAMES - 1)]);
    expect([shiftOf(one, ankle, 20), shiftOf(one, knee, 20)]).toEqual([0, 5]);
    const range = correctedTrack(track(), [...edits, reset(null, 11, 30)]);
    expect([10, 11].map((frame) => shiftOf(range, knee, frame))).toEqual([-100, 0]);
    expect(shiftOf(range, knee, 20)).toBe(0);
    expect(correctedTrack(track(), [...edits, reset(null, 0, FRAMES - 1)]).data).toEqual(track().data);
  });
});

describe('the close look', () => {
  const withLook = (isSwapped: boolean): PoseTrack => {
    const base = track();
    const data = base.data
      .slice(20 * FRAME_STRIDE, 22 * FRAME_STRIDE)
      .map((v, i) => (i % 3 === 2 ? v : v + 2));
    if (isSwapped)
      for (const row of [0, 1])
        for (const part of ['knee', 'ankle', 'heel', 'footIndex'] as const) {
          const [l, r] = [LEG.L[part], LEG.R[part]].map((j) => row * FRAME_STRIDE + j * KEYPOINT_STRIDE);
          const left = data.slice(l, (l ?? 0) + 3);
          data.set(data.slice(r, (r ?? 0) + 3), l);
          data.set(left, r);
        }
    return { ...base, close: { frames: Int32Array.from([20, 21]), data } };
  };

  it('takes the place that was given, also where it has the legs the other way round', () => {
    for (const isSwapped of [false, true]) {
      const made = correctedTrack(withLook(isSwapped), [place(ankle, 20, 8, 3)]);
      const at = (row: number) =>
        made.close?.data[row * FRAME_STRIDE + (isSwapped ? LEG.L.ankle : ankle) * KEYPOINT_STRIDE];
      expect(at(0)).toBe(100 * ankle + 20 + 8);
      const share = shareOf({ frame: 20, x: 0, y: 0, from: 17, to: 23 }, 21, undefined, undefined);
      const [seen, wanted] = [100 * ankle + 21 + 2, 100 * ankle + 21 + 8 * share];
      expect(at(1)).toBeCloseTo(seen + share * (wanted - seen), 2);
    }
  });
});
