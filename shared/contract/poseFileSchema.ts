import { z } from 'zod';
import { MOST_FRAMES } from '../domain/frameTable.ts';
import { frame, positive, real, time_s } from './bounds.ts';

const keypoint = z.tuple([real, real, real]);
const frameRange = z.tuple([frame, frame]);
const frames = z.array(z.array(keypoint.nullable()).length(33).nullable()).max(MOST_FRAMES);

/**
 * The published schema of `pose.json`, version 1: one entry of `keypoints` per frame, each 33 x [x, y, visibility] in
 * pixels of the upright picture, or null where nobody was found. A point that the pose model does not have (heel and toe of
 * a model of 17 points) is null. `times_s` are true seconds from the first frame. `close_look`, where a larger network looked at
 * some of the frames (contacts, quiet standing), has their indices and one entry for each. `beside` has the first and last frames of
 * where somebody was so near the runner that the network may have looked at them.
 */
export const poseFileSchema = z
  .object({
    schemaVersion: z.literal(1),
    width: positive,
    height: positive,
    times_s: z.array(time_s).max(MOST_FRAMES),
    keypoints: frames,
    beside: z.array(frameRange).max(MOST_FRAMES).optional(),
    close_look: z.object({ frames: z.array(frame).max(MOST_FRAMES), keypoints: frames }).optional(),
  })
  .refine((file) => file.times_s.length === file.keypoints.length, {
    message: 'times_s and keypoints differ in length',
  })
  .refine(({ close_look: close }) => !close || close.frames.length === close.keypoints.length, {
    message: 'frames and keypoints of close_look differ in length',
  })
  .refine((file) => file.times_s.every((time, i) => i === 0 || time > (file.times_s[i - 1] ?? 0)), {
    message: 'times_s must increase',
  });

export type PoseFile = z.output<typeof poseFileSchema>;
