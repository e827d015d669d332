import {
  type AlignedContact,
  type AlignmentId,
  type AlignmentLine,
  type AlignmentPoint,
  METRIC_OF_DEFINITION,
} from '../domain/alignment.ts';
import { atan2Deg, RAD_TO_DEG } from '../math/angles.ts';
import type { ClipResult, MeasuredStep } from './clipResult.ts';
import { type FrontalContext, linePlace, medialSign } from './metrics/frontalStep.ts';
import type { PictureFrame, ReadingBasis } from './readingBasis.ts';
import { sampleAt } from './segmentAngles.ts';
import type { Point, Signals } from './signals.ts';

/** Leg lengths, x in the direction of travel (image right from behind), y up. */
interface Place {
  readonly x: number;
  readonly y: number;
}

/**
 * Where every definition of "the foot is under the body" lies on the picture, contact by contact: read at the same instants of the
 * same signals as the metrics, so that a drawn line is as long as its value says. Contacts whose instant cannot be told are left out.
 */
export function alignedContacts({
  steps,
  basis,
}: Pick<ClipResult, 'steps' | 'basis'>): readonly AlignedContact[] {
  return steps.flatMap((measured) => {
    const { step } = measured;
    const atS = basis.plane === 'side' ? step.initialContact : step.midStance;
    const run = basis.signals.find((signals) => isWithin(signals, step.initialContact));
    if (run === undefined || atS === undefined || !isWithin(run, atS)) return [];
    const lines =
      basis.plane === 'side'
        ? sideLines(measured, run, basis.picture)
        : rearLines(measured, run, atS, basis.context, basis.picture);
    const counts = step.problem === undefined;
    return [{ side: step.side, contactS: step.initialContact, atS, counts, lines }];
  });
}

function sideLines({ step, values }: MeasuredStep, run: Signals, picture: PictureFrame): AlignmentLine[] {
  const read = reader(run, step.initialContact);
  const { knee, ankle, heel, footIndex } = run.legs[step.side];
  const [hips, ankleAt, heelAt, kneeAt, toeAt] = [run.midHip, ankle, heel, knee, footIndex].map(read);
  if (!hips || !ankleAt || !heelAt || !kneeAt || !toeAt) return [];
  const line = lineMaker(picture, 1);
  const shin = Math.hypot(ankleAt.x - kneeAt.x, ankleAt.y - kneeAt.y);
  const midfoot = { x: (heelAt.x + toeAt.x) / 2, y: (heelAt.y + toeAt.y) / 2 };
  return [
    line('ankle_hip', hips, ankleAt, values[METRIC_OF_DEFINITION.ankle_hip]),
    line('heel_hip', hips, heelAt, values[METRIC_OF_DEFINITION.heel_hip]),
    line('shank', kneeAt, ankleAt, values[METRIC_OF_DEFINITION.shank], shin),
    line('midfoot', ankleAt, midfoot, midfoot.x - ankleAt.x),
  ];
}

function rearLines(
  { step, values }: MeasuredStep,
  run: Signals,
  atS: number,
  { view, stride }: FrontalContext,
  picture: PictureFrame,
): AlignmentLine[] {
  const read = reader(run, atS);
  const { knee, ankle, heel } = run.legs[step.side];
  const [kneeAt, ankleAt, heelAt, hips] = [knee, ankle, heel, run.midHip].map(read);
  if (!kneeAt || !ankleAt || !heelAt || !hips) return [];
  const medial = medialSign(view, step.side);
  const shin = Math.hypot(ankleAt.x - kneeAt.x, ankleAt.y - kneeAt.y);
  const place = linePlace(step, run, stride);
  const inward = lineMaker(picture, medial);
  const ofHeel = inward('heel_ankle', heelAt, ankleAt, values[METRIC_OF_DEFINITION.heel_ankle], shin);
  if (place === undefined) return [ofHeel];
  const path = { x: place.path, y: hips.y };
  const foot = { x: place.foot, y: (heelAt.y + ankleAt.y) / 2 };
  const sideways = lineMaker(picture, medial === 1 ? -1 : 1);
  return [ofHeel, sideways('foot_line', path, foot, values[METRIC_OF_DEFINITION.foot_line])];
}

/** @returns makes a line from places in leg lengths; `per` is the length that its offset is a share of, leg lengths */
const lineMaker =
  (picture: PictureFrame, sign: 1 | -1) =>
  (id: AlignmentId, anchor: Place, joint: Place, value: number | undefined, per = 1): AlignmentLine => {
    const pixel = (place: Place) => pixelOf(place, picture);
    return {
      id,
      anchor: pixel(anchor),
      plumb: pixel({ x: anchor.x, y: joint.y }),
      joint: pixel(joint),
      value: value ?? null,
      deg: atan2Deg(sign * (joint.x - anchor.x), Math.abs(joint.y - anchor.y)),
      offset: (sign * (joint.x - anchor.x)) / per,
    };
  };

/** A place of the signals on the picture as it was filmed: a roll that was taken out of the signals is put back. */
export function pixelOf(
  { x, y }: Place,
  { forward, pixelsPerLeg, width, height, rollDeg }: PictureFrame,
): AlignmentPoint {
  const [cx, cy] = [width / 2, height / 2];
  const dx = forward * x * pixelsPerLeg - cx;
  const dy = height - y * pixelsPerLeg - cy;
  const [sin, cos] = [Math.sin(rollDeg / RAD_TO_DEG), Math.cos(rollDeg / RAD_TO_DEG)];
  return { x: cx + dx * cos + dy * sin, y: cy - dx * sin + dy * cos };
}

const reader =
  (run: Signals, time: number) =>
  (point: Point): Place => ({
    x: sampleAt(point.x, run.start, time),
    y: sampleAt(point.y, run.start, time),
  });

const isWithin = ({ start, length }: ReadingBasis['signals'][number], time: number): boolean =>
  time >= start && time <= start + (length - 1) / 1000;
