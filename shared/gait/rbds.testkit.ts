import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { ClipInput } from '../domain/analysis.ts';
import { EARS, KEYPOINT_STRIDE, LEG, NOSE, SHOULDERS, SIDES, type Side } from '../pose/keypoints.ts';
import { emptyTrack, FRAME_STRIDE } from '../pose/track.ts';

/** Real runners' joint positions with force-plate contacts (Fukuchi 2017), where they stand beside the project. */
const truth = `${process.env['MIDSTANCE_MEDIA'] ?? '../shared'}/truth`;
export const truthFolder = `${truth}/rbds`;
/** Eighteen runners at three speeds each, of the same study. */
export const eighteenFolder = `${truth}/fukuchi2017`;
export const hasTruth = existsSync(truthFolder) || process.env['MIDSTANCE_REQUIRE_ALL'] !== undefined;

export const hasTrials = existsSync(eighteenFolder) || process.env['MIDSTANCE_REQUIRE_ALL'] !== undefined;

export interface PlateContact {
  readonly side: Side;
  readonly initialContact: number;
  readonly toeOff: number;
}

const PIXELS_PER_METRE = 400;
const HEIGHT_PX = 1000;

export interface PlateRecording {
  readonly clip: ClipInput;
  readonly contacts: PlateContact[];
}

/** Joint positions seen by an ideal camera from the runner's right side (`mirrored`: from the left). */
export function rbdsClip(runner: string, mirrored = false, folder = truthFolder): PlateRecording {
  const [header = '', ...rows] = gunzipSync(readFileSync(`${folder}/${runner}_keypoints.csv.gz`))
    .toString()
    .trim()
    .split('\n');
  const columns = header.trim().split(',');
  const samples = rows.map((row) => row.split(',').map(Number));
  const track = emptyTrack(2000, HEIGHT_PX, samples.length);
  samples.forEach((sample, frame) => {
    const read = (name: string) => sample[columns.indexOf(name)] ?? Number.NaN;
    const put = (keypoint: number, x: number, y: number) => {
      const px = mirrored ? 2000 - x * PIXELS_PER_METRE : x * PIXELS_PER_METRE;
      track.data.set(
        [px, HEIGHT_PX - 50 - y * PIXELS_PER_METRE, 1],
        frame * FRAME_STRIDE + keypoint * KEYPOINT_STRIDE,
      );
    };
    const hips = { x: (read('L_hip_x') + read('R_hip_x')) / 2, y: (read('L_hip_y') + read('R_hip_y')) / 2 };
    for (const side of SIDES) {
      const names = { hip: 'hip', knee: 'knee', ankle: 'ankle', heel: 'heel', footIndex: 'ball' } as const;
      for (const [joint, name] of Object.entries(names)) {
        put(LEG[side][joint as keyof typeof names], read(`${side}_${name}_x`), read(`${side}_${name}_y`));
      }
      // The set has no upper body: an upright trunk over the hips stands in for it.
      put(SHOULDERS[side], hips.x + (side === 'L' ? 0.02 : -0.02), hips.y + 0.5);
      put(EARS[side], hips.x, hips.y + 0.7);
    }
    put(NOSE, hips.x + 0.1, hips.y + 0.7);
  });
  const times = Float64Array.from(samples, (sample) => (sample[0] ?? 0) - (samples[0]?.[0] ?? 0));
  const clip: ClipInput = {
    id: runner,
    file: runner,
    sha256: '0'.repeat(64),
    role: mirrored ? 'side_left' : 'side_right',
    view: 'auto',
    frameTable: { firstPts: 0, times },
    timeScale: { told: null, stated: null },
    rotation: 0,
    pose: track,
  };
  const contacts = readFileSync(`${folder}/${runner}_events.csv`, 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((row): PlateContact => {
      const [side, initialContact, toeOff] = row.split(',');
      return {
        side: side === 'L' ? 'L' : 'R',
        initialContact: Number(initialContact),
        toeOff: Number(toeOff),
      };
    });
  return { clip, contacts };
}

/** The first `seconds` of a clip as a camera of another rate would have seen them, stored at `storedHz`. */
export function filmedAt(clip: ClipInput, hz: number, storedHz = hz, seconds = 12): ClipInput {
  const { times } = clip.frameTable;
  const count = Math.floor(seconds * hz);
  const data = new Float32Array(count * FRAME_STRIDE);
  let before = 0;
  for (let frame = 0; frame < count; frame++) {
    const time = frame / hz;
    while ((times[before + 1] ?? Number.POSITIVE_INFINITY) <= time) before++;
    const from = times[before] ?? 0;
    const share = (time - from) / ((times[before + 1] ?? from + 1) - from);
    for (let i = 0; i < FRAME_STRIDE; i++) {
      const a = clip.pose.data[before * FRAME_STRIDE + i] ?? 0;
      const b = clip.pose.data[(before + 1) * FRAME_STRIDE + i] ?? a;
      data[frame * FRAME_STRIDE + i] = a + share * (b - a);
    }
  }
  return {
    ...clip,
    frameTable: { firstPts: 0, times: Float64Array.from({ length: count }, (_, frame) => frame / storedHz) },
    pose: { ...clip.pose, data },
  };
}
