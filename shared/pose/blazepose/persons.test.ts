import { describe, expect, it } from 'vitest';
import { KEYPOINT_COUNT, KEYPOINT_STRIDE, LEG, SHOULDERS } from '../keypoints.ts';
import { distanceToBody, isDisturbed, isSameBody } from './bodies.ts';
import { companyAfter, isLookDue, NO_COMPANY } from './company.ts';
import { type Detection, mergeDetections } from './detection.ts';
import type { DecodedPose } from './landmarks.ts';
import { clearestSample, needsChoice, type Person } from './persons.ts';
import { uprightRoi } from './roi.ts';

const SIZE = 600;

/** Somebody upright: the head 0.27 of the square over the hips. The detector may draw the hips elsewhere than they are. */
const detected = (score: number, headX: number, hipsX = headX, size = SIZE): Detection => ({
  score,
  roi: uprightRoi({ x: hipsX, y: 360 }, size),
  head: { x: headX, y: 360 - 0.27 * size },
});

/** A body upright over its hips. */
function body(x: number, size = SIZE): DecodedPose {
  const keypoints = new Float32Array(KEYPOINT_COUNT * KEYPOINT_STRIDE);
  const put = (k: number, px: number, py: number) => keypoints.set([px, py, 1], k * KEYPOINT_STRIDE);
  for (const shoulder of Object.values(SHOULDERS)) put(shoulder, x, 360 - 0.22 * size);
  for (const { hip, knee, ankle } of Object.values(LEG)) {
    put(hip, x, 360);
    put(knee, x + 20, 360 + 0.19 * size);
    put(ankle, x, 360 + 0.36 * size);
  }
  return { keypoints, next: uprightRoi({ x, y: 360 }, size) };
}

const person = (x: number, height: number): Person => ({
  ...{ x, y: 360, score: 0.9 },
  box: { left: x - 50, top: 360 - height / 2, width: 100, height },
});

describe('mergeDetections', () => {
  it('takes one person seen in several squares once, and parts of them not at all', () => {
    const seen = [detected(0.97, 453, 476), detected(0.94, 447, 474), detected(0.62, 455, 480, 530)];
    const part: Detection = {
      score: 0.51,
      roi: uprightRoi({ x: 509, y: 300 }, 444),
      head: { x: 477, y: 340 },
    };
    expect(mergeDetections([...seen, part])).toEqual([seen[0]]);
  });

  // The hips of two who run side by side, at each tenth to two tenths of a square, are drawn towards each other.
  it.each([0.1, 0.12, 0.15, 0.2, 0.3])('keeps two apart whose heads are %f of a square apart', (apart) => {
    const dx = apart * SIZE;
    expect(mergeDetections([detected(0.9, 400, 400 + dx / 3), detected(0.8, 400 + dx)])).toHaveLength(2);
  });
});

describe('bodies', () => {
  it('are one within a few hundredths of a square, and two beyond', () => {
    expect(isSameBody(body(400), body(415))).toBe(true);
    expect(isSameBody(body(400), body(445))).toBe(false);
    expect(isDisturbed(body(400), body(406))).toBe(false);
    expect(isDisturbed(body(400), body(430))).toBe(true);
    expect(isDisturbed(body(400), undefined)).toBe(false);
  });

  it('are meant by a point on them: a trunk more than a leg that swings across it', () => {
    const at = { x: 405, y: 300 };
    expect(distanceToBody(body(400), at)).toBeLessThan(distanceToBody(body(460), at));
    expect(distanceToBody(body(400), { x: 420, y: 474 })).toBeCloseTo(0.08, 3);
  });
});

describe('company', () => {
  const look = (others: readonly DecodedPose[], isDisturbed = false) => ({
    others,
    isDisturbed,
    hasLooked: true,
    isFirst: true,
    unsteadiness: undefined,
    side: undefined,
  });

  it('is who could be in the place soon, and is remembered while hidden', () => {
    const met = companyAfter(NO_COMPANY, body(400), look([body(900)]));
    expect(met.frames).toBeGreaterThan(0);
    expect(met.besideFrames).toBe(0);
    const hidden = companyAfter(met, body(400), { ...look([]), hasLooked: false });
    expect(hidden.frames).toBe(met.frames - 1);
    expect(isLookDue(hidden)).toBe(false);
    expect(companyAfter(NO_COMPANY, body(400), look([body(500)])).besideFrames).toBeGreaterThan(0);
    expect(companyAfter(NO_COMPANY, body(400), look([], true)).besideFrames).toBeGreaterThan(0);
    // Who comes by later is told by where they go.
    expect(companyAfter(met, body(400), { ...look([body(500)]), isFirst: false }).besideFrames).toBe(0);
  });

  it('is nobody far away, by place or by size', () => {
    expect(companyAfter(NO_COMPANY, body(400), look([body(2000), body(500, 200)])).frames).toBe(0);
  });
});

describe('needsChoice', () => {
  it('compares within a picture: two who come nearer are asked about', () => {
    const approaching = [80, 130, 240, 600].map((height) => [person(300, height), person(500, 0.9 * height)]);
    expect(needsChoice(approaching)).toBe(true);
    // Together far away only; the one who is filmed later comes near alone.
    expect(needsChoice([...approaching.slice(0, 2), [person(300, 900)], [person(300, 950)]])).toBe(true);
  });

  it('asks about somebody who is comparable once and there twice, not about one false alarm or bystanders far away', () => {
    const runner = person(300, 600);
    expect(needsChoice([[runner], [runner, person(700, 150)], [runner, person(650, 300)]])).toBe(true);
    expect(needsChoice([[runner], [runner, person(650, 580)], [runner]])).toBe(false);
    expect(needsChoice(Array.from({ length: 8 }, () => [runner, person(700, 150)]))).toBe(false);
  });

  it('asks where those who come into question are farthest apart', () => {
    const samples = [60, 300, 20].map((gap) => ({
      gap,
      persons: [person(300, 600), person(300 + gap, 560)],
    }));
    const alone = { gap: 0, persons: [person(300, 900)] };
    expect(clearestSample([alone, ...samples])?.gap).toBe(300);
    expect(clearestSample([])).toBeUndefined();
  });
});
