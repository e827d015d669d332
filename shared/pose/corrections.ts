import type { PlaceEdit, PoseEdit } from '../domain/analysis.ts';
import { KEYPOINT_STRIDE, LEG, otherSide, SIDES, type Side } from './keypoints.ts';
import { FRAME_STRIDE, frameCountOf, hasPose, type PoseTrack } from './track.ts';

/** A joint where a coach put it, in one frame. */
export interface Placing {
  readonly frame: number;
  readonly x: number;
  readonly y: number;
  /** First and last frame that follow it. */
  readonly from: number;
  readonly to: number;
}

/** What a coach's edits come to once all of them are read in order. */
export interface Corrections {
  /** By joint, in order of frames: the last placing of each frame. */
  readonly placings: ReadonlyMap<number, readonly Placing[]>;
  /** 1 where the legs are exchanged, by frame. */
  readonly swapped: Uint8Array;
}

/** What is exchanged with the other leg. The hips are joined to the trunk and keep their own label, as in the leg repair. */
const LEG_PARTS = ['knee', 'ankle', 'heel', 'footIndex'] as const;

/** The same joint of the other leg, for the joints that are exchanged. */
const OTHER_LEG: ReadonlyMap<number, number> = new Map(
  SIDES.flatMap((side) => LEG_PARTS.map((part) => [LEG[side][part], LEG[otherSide(side)][part]] as const)),
);

/**
 * Reads edits in the order they were made. A later placing of a joint in the same frame stands in for the earlier one;
 * exchanging the legs also exchanges what was placed in its frames, because that is what the coach saw.
 */
export function readCorrections(edits: readonly PoseEdit[], frameCount: number): Corrections {
  const placed = new Map<string, { joint: number; placing: Placing }>();
  const swapped = new Uint8Array(frameCount);
  for (const edit of edits) {
    const isInside = (frame: number) => frame >= edit.from_frame && frame <= edit.to_frame;
    if (edit.op === 'place') placed.set(`${edit.joint} ${edit.frame}`, entryOf(edit));
    else if (edit.op === 'swap') {
      for (let frame = edit.from_frame; frame <= Math.min(edit.to_frame, frameCount - 1); frame++)
        swapped[frame] = 1 - (swapped[frame] ?? 0);
      const inside = [...placed].filter(([, { placing }]) => isInside(placing.frame));
      for (const [key] of inside) placed.delete(key);
      for (const [, { joint, placing }] of inside) {
        const other = OTHER_LEG.get(joint) ?? joint;
        placed.set(`${other} ${placing.frame}`, { joint: other, placing });
      }
    } else {
      for (const [key, { joint, placing }] of placed)
        if (isInside(placing.frame) && (edit.joint === null || edit.joint === joint)) placed.delete(key);
      if (edit.joint === null) swapped.fill(0, edit.from_frame, edit.to_frame + 1);
    }
  }
  const placings = new Map<number, Placing[]>();
  for (const { joint, placing } of [...placed.values()].sort((a, b) => a.placing.frame - b.placing.frame))
    placings.set(joint, [...(placings.get(joint) ?? []), placing]);
  return { placings, swapped };
}

const entryOf = ({ joint, frame, x_px, y_px, from_frame, to_frame }: PlaceEdit) => ({
  joint,
  placing: {
    ...{ frame, x: x_px, y: y_px },
    ...{ from: Math.min(from_frame, frame), to: Math.max(to_frame, frame) },
  },
});

/**
 * How much of a placing's offset the frame takes: all of it in its own frame, none beyond its span and none in the
 * neighbouring placed frame, along a raised cosine between. The cosine leaves and arrives level, so that a correction adds no
 * kink of speed from which an event could be read; and where the spans of two placings meet from one to the other, their
 * shares add up to one: the joint goes from the one offset to the other and never back to the automatic track between them.
 */
export function shareOf(
  { frame, from, to }: Placing,
  at: number,
  before: number | undefined,
  after: number | undefined,
): number {
  const first = Math.max(from - 1, before ?? Number.NEGATIVE_INFINITY);
  const last = Math.min(to + 1, after ?? Number.POSITIVE_INFINITY);
  if (at === frame) return 1;
  if (at <= first || at >= last) return 0;
  const away = at < frame ? (frame - at) / (frame - first) : (at - frame) / (last - frame);
  return (1 + Math.cos(Math.PI * away)) / 2;
}

/**
 * The track as the coach corrected it: legs exchanged, then each joint moved by the offsets of its placings. Frames without a
 * person stay empty. Where frames were looked at closely, the corrected place is taken by the same share, so that the close look
 * never speaks against a hand. Visibility is at least the share: what a coach placed was seen.
 * @returns the same track where nothing is corrected
 */
export function correctedTrack(track: PoseTrack, edits: readonly PoseEdit[]): PoseTrack {
  if (edits.length === 0) return track;
  const { placings, swapped } = readCorrections(edits, frameCountOf(track));
  const data = track.data.slice();
  swapped.forEach((isSwapped, frame) => {
    if (isSwapped) exchangeLegs(data, frame);
  });
  const automatic = data.slice();
  const close = track.close && { frames: track.close.frames, data: track.close.data.slice() };
  const closeRows = new Map(Array.from(close?.frames ?? [], (frame, row) => [frame, row] as const));
  for (const [joint, own] of placings) {
    for (const [frame, { dx, dy, share }] of offsets(own, automatic, joint, track)) {
      const at = frame * FRAME_STRIDE + joint * KEYPOINT_STRIDE;
      const x = (automatic[at] ?? 0) + dx;
      const y = (automatic[at + 1] ?? 0) + dy;
      data.set([x, y, Math.max(data[at + 2] ?? 0, share)], at);
      const row = closeRows.get(frame);
      if (track.close && close && row !== undefined) {
        const seen = jointInRow(track.close.data, row, joint, automatic, frame);
        yieldTo(close.data, row * FRAME_STRIDE + seen * KEYPOINT_STRIDE, { x, y, share });
      }
    }
  }
  return { ...track, data, ...(close ? { close } : {}), placed: placedFrames(placings, swapped) };
}

/** Joints that the edits may have moved; all others are as they were found. */
export const touchedJoints = (edits: readonly PoseEdit[]): Set<number> =>
  new Set(
    edits.flatMap((edit) =>
      edit.op === 'place' ? [edit.joint] : edit.op === 'swap' ? [...OTHER_LEG.keys()] : [],
    ),
  );

interface Offset {
  readonly dx: number;
  readonly dy: number;
  readonly share: number;
}

/** By frame: the sum of the offsets of the (at most two) placings that reach it. */
function offsets(
  all: readonly Placing[],
  automatic: Float32Array,
  joint: number,
  track: PoseTrack,
): Map<number, Offset> {
  const found = new Map<number, Offset>();
  // Another run of the network may have found nobody where a joint was placed.
  const placings = all.filter(({ frame }) => hasPose(track, frame));
  placings.forEach((placing, i) => {
    const own = placing.frame * FRAME_STRIDE + joint * KEYPOINT_STRIDE;
    const dx = placing.x - (automatic[own] ?? 0);
    const dy = placing.y - (automatic[own + 1] ?? 0);
    const [before, after] = [placings[i - 1]?.frame, placings[i + 1]?.frame];
    for (let frame = Math.max(0, placing.from); frame <= placing.to; frame++) {
      if (!hasPose(track, frame)) continue;
      const share = shareOf(placing, frame, before, after);
      if (share === 0) continue;
      const sum = found.get(frame) ?? { dx: 0, dy: 0, share: 0 };
      found.set(frame, { dx: sum.dx + share * dx, dy: sum.dy + share * dy, share: sum.share + share });
    }
  });
  return found;
}

function exchangeLegs(data: Float32Array, frame: number): void {
  for (const joint of LEG_PARTS) {
    const left = frame * FRAME_STRIDE + LEG.L[joint] * KEYPOINT_STRIDE;
    const right = frame * FRAME_STRIDE + LEG.R[joint] * KEYPOINT_STRIDE;
    const kept = data.slice(left, left + KEYPOINT_STRIDE);
    data.copyWithin(left, right, right + KEYPOINT_STRIDE);
    data.set(kept, right);
  }
}

/** The joint as the close look calls it: it may have the legs the other way round, and the ankle nearer to the track's tells. */
function jointInRow(
  close: Float32Array,
  row: number,
  joint: number,
  automatic: Float32Array,
  frame: number,
): number {
  const other = OTHER_LEG.get(joint);
  const side = SIDES.find((one) => LEG_PARTS.some((part) => LEG[one][part] === joint));
  if (other === undefined || side === undefined) return joint;
  const own = frame * FRAME_STRIDE + LEG[side].ankle * KEYPOINT_STRIDE;
  const distance = (label: Side): number => {
    const seen = row * FRAME_STRIDE + LEG[label].ankle * KEYPOINT_STRIDE;
    return Math.hypot(
      (close[seen] ?? Number.NaN) - (automatic[own] ?? Number.NaN),
      (close[seen + 1] ?? Number.NaN) - (automatic[own + 1] ?? Number.NaN),
    );
  };
  return distance(otherSide(side)) < distance(side) ? other : joint;
}

/** A row without a person stays empty. */
function yieldTo(close: Float32Array, at: number, to: { x: number; y: number; share: number }): void {
  const [x = Number.NaN, y = Number.NaN, visibility = 0] = close.subarray(at, at + KEYPOINT_STRIDE);
  if (Number.isNaN(x) || Number.isNaN(y)) return;
  close.set([x + to.share * (to.x - x), y + to.share * (to.y - y), Math.max(visibility, to.share)], at);
}

/** Frames by joint in which a coach's word stands: no repair and no filter of outliers may throw it out. */
function placedFrames(
  placings: ReadonlyMap<number, readonly Placing[]>,
  swapped: Uint8Array,
): ReadonlyMap<number, ReadonlySet<number>> {
  const swappedFrames = Array.from(swapped.keys()).filter((frame) => swapped[frame] === 1);
  const entry = (joint: number) => [
    ...(OTHER_LEG.has(joint) ? swappedFrames : []),
    ...(placings.get(joint) ?? []).map(({ frame }) => frame),
  ];
  return new Map(
    [...new Set([...OTHER_LEG.keys(), ...placings.keys()])].map((joint) => [joint, new Set(entry(joint))]),
  );
}
