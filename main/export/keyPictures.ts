import type { Analysis } from '../../shared/domain/analysis.ts';
import { isSure } from '../../shared/picture/skeletonStyle.ts';
import { BONES, KEYPOINT_STRIDE } from '../../shared/pose/keypoints.ts';
import { FRAME_STRIDE } from '../../shared/pose/track.ts';
import { findingsForAthlete } from '../../shared/program/findings.ts';
import type { KeyPicture } from '../../shared/report/html/findingsSection.ts';
import { extractKeyPicture, type PictureBox } from '../media/keyPicture.ts';
import type { ExportClip } from './exporter.ts';
import { shownPose } from './shownPose.ts';

/** Height of a picture in the report, pixels: sharp at 62 mm on paper. */
const PICTURE_HEIGHT = 640;
const PICTURES_PER_FINDING = 2;
/** Nose, eyes, ears and mouth. */
const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, i) => from + i);
const FACE = range(0, 11);
/** Head, shoulders, arms and hips. */
const UPPER_BODY = range(0, 25);

/**
 * Stills of the contacts behind each finding, cropped to the runner, with the measured skeleton as lines. Faces are
 * blurred in the pixels unless `showFace`; a frame in which the runner's face cannot be located is left out then. What
 * is beside the runner is always blurred: a bystander has agreed to nothing.
 */
export async function keyPictures(
  analysis: Analysis,
  clips: readonly ExportClip[],
  showFace: boolean,
  signal: AbortSignal,
): Promise<KeyPicture[]> {
  const pictures: KeyPicture[] = [];
  for (const finding of findingsForAthlete(analysis.findings)) {
    for (const { clip: id, frame, time_s } of finding.frames.slice(0, PICTURES_PER_FINDING)) {
      const clip = clips.find((candidate) => candidate.id === id);
      const points =
        clip && shownPose(analysis, clip)?.subarray(frame * FRAME_STRIDE, (frame + 1) * FRAME_STRIDE);
      // Without its video the report has no pictures of a clip, and says so.
      if (clip?.path === undefined || !points || points.length === 0 || Number.isNaN(points[0])) continue;
      const { width, height } = clip.probe;
      const crop = cropAround(points, width, height);
      const blur = hiddenIn(points, crop, clip.probe, showFace);
      const jpeg = await extractKeyPicture(clip.path, clip.probe, frame, {
        crop,
        blur,
        height: PICTURE_HEIGHT,
        signal,
      });
      const scale = PICTURE_HEIGHT / crop.height;
      const near = analysis.clips.find((described) => described.id === id)?.near_side ?? null;
      pictures.push({
        rule: finding.rule,
        clip: id,
        frame,
        time_s,
        dataUrl: `data:image/jpeg;base64,${Buffer.from(jpeg).toString('base64')}`,
        width: crop.width * scale,
        height: PICTURE_HEIGHT,
        lines: skeletonLines(points, crop, scale, near),
      });
    }
  }
  return pictures;
}

/** What is made unrecognisable in a picture: whatever is beside the runner, and the face without consent. */
export const hiddenIn = (
  points: Float32Array,
  crop: PictureBox,
  { width, height }: Pick<ExportClip['probe'], 'width' | 'height'>,
  showFace: boolean,
): PictureBox[] => [...besideRunner(points, crop), ...(showFace ? [] : [faceBox(points, width, height)])];

export function boundsOf(
  points: Float32Array,
  keypoints: readonly number[],
): { left: number; top: number; right: number; bottom: number } {
  // Points that the pose model does not have are NaN.
  const seen = (axis: 0 | 1) =>
    keypoints.map((k) => points[k * KEYPOINT_STRIDE + axis] ?? 0).filter(Number.isFinite);
  const xs = seen(0);
  const ys = seen(1);
  return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) };
}

/** The runner with room around, clipped to the picture, on even pixels (chroma comes in pairs). */
function cropAround(points: Float32Array, width: number, height: number): PictureBox {
  const all = boundsOf(points, range(0, points.length / KEYPOINT_STRIDE));
  const margin = 0.12 * (all.bottom - all.top);
  return clipped(
    all.left - margin,
    all.top - 1.5 * margin,
    all.right + margin,
    all.bottom + margin,
    width,
    height,
  );
}

/** The parts of a crop beside the runner: beside trunk, head and arms above the hips, beside the whole figure below. */
function besideRunner(points: Float32Array, crop: PictureBox): PictureBox[] {
  const upper = boundsOf(points, UPPER_BODY);
  const whole = boundsOf(points, range(0, points.length / KEYPOINT_STRIDE));
  const room = 0.06 * (whole.bottom - whole.top);
  const hips = Math.max(points[23 * KEYPOINT_STRIDE + 1] ?? 0, points[24 * KEYPOINT_STRIDE + 1] ?? 0);
  const bottom = crop.y + crop.height;
  const right = crop.x + crop.width;
  const strip = (x0: number, y0: number, x1: number, y1: number): PictureBox[] =>
    x1 - x0 < 8 || y1 - y0 < 8 ? [] : [clipped(x0, y0, x1, y1, right, bottom)];
  return [
    ...strip(crop.x, crop.y, upper.left - room, hips),
    ...strip(upper.right + room, crop.y, right, hips),
    ...strip(crop.x, hips, whole.left - room, bottom),
    ...strip(whole.right + room, hips, right, bottom),
  ];
}

/** Generous box over the head: the keypoints of a face seen from the side span less than the head. */
export function faceBox(points: Float32Array, width: number, height: number): PictureBox {
  const face = boundsOf(points, FACE);
  const body = boundsOf(points, [...FACE, 23, 24]);
  const reach = Math.max(face.right - face.left, face.bottom - face.top, 0.2 * (body.bottom - body.top));
  const middleX = (face.left + face.right) / 2;
  const middleY = (face.top + face.bottom) / 2;
  return clipped(middleX - reach, middleY - reach, middleX + reach, middleY + reach, width, height);
}

/** A box inside the picture, on even pixels. */
export function clipped(
  left: number,
  top: number,
  right: number,
  bottom: number,
  width: number,
  height: number,
): PictureBox {
  const even = (value: number) => 2 * Math.floor(value / 2);
  const x = even(Math.min(Math.max(0, left), width - 16));
  const y = even(Math.min(Math.max(0, top), height - 16));
  return {
    x,
    y,
    width: Math.max(16, even(Math.min(width, right) - x)),
    height: Math.max(16, even(Math.min(height, bottom) - y)),
  };
}

function skeletonLines(
  points: Float32Array,
  crop: PictureBox,
  scale: number,
  near: 'L' | 'R' | null,
): KeyPicture['lines'] {
  const isThere = (k: number) => Number.isFinite(points[k * KEYPOINT_STRIDE]);
  return BONES.filter(([from, to]) => isThere(from) && isThere(to)).map(([from, to]) => {
    const x = (k: number) => ((points[k * KEYPOINT_STRIDE] ?? 0) - crop.x) * scale;
    const y = (k: number) => ((points[k * KEYPOINT_STRIDE + 1] ?? 0) - crop.y) * scale;
    // Odd keypoints are the left side; a bone between both sides counts as near.
    const isFar = near !== null && from % 2 === to % 2 && (from % 2 === 1) !== (near === 'L');
    const areSure = [from, to].every((k) => isSure(points[k * KEYPOINT_STRIDE + 2] ?? 0));
    return { x1: x(from), y1: y(from), x2: x(to), y2: y(to), near: !isFar, isSure: areSure };
  });
}
