import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type CameraParams, cameraAt, defaultCamera, project } from './camera.ts';
import { newPainter } from './draw/painter.ts';
import { lookFromSeed, variedLook } from './look.ts';
import { proceduralMotion } from './motion.ts';
import { runnerParams } from './params.ts';
import { pictureSource, renderClip, renderClips } from './renderClip.ts';
import { unevenTime } from './timing.ts';
import { jointPoints, TRUTH_JOINTS, truthSchema } from './truth.ts';

const motion = proceduralMotion(runnerParams({ seed: 18 }), 1);
const ffmpeg = process.env['FFMPEG_PATH'] ?? 'ffmpeg';

function magentaCentre(rgb: Buffer, width: number, height: number): readonly [number, number, number] {
  let sumX = 0;
  let sumY = 0;
  let count = 0;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = (y * width + x) * 3;
      const [r = 0, g = 0, b = 0] = rgb.subarray(at, at + 3);
      if (r < 200 || b < 200 || g > 90) continue;
      sumX += x + 0.5;
      sumY += y + 0.5;
      count++;
    }
  }
  return [sumX / count, sumY / count, count];
}

/** Presentation times of the file's frames, seconds. */
function fileTimes(file: string): number[] {
  const crc = execFileSync(ffmpeg, ['-v', 'error', '-i', file, '-c', 'copy', '-f', 'framecrc', '-'], {
    encoding: 'utf8',
  });
  const base = /#tb 0: (\d+)\/(\d+)/.exec(crc);
  const tick = Number(base?.[1]) / Number(base?.[2]);
  return crc
    .split('\n')
    .filter((line) => line.startsWith('0,'))
    .map((line) => Number(line.split(',')[2]) * tick)
    .sort((a, b) => a - b);
}

const tiny = { ...defaultCamera('side', 1.75), width: 160, height: 120 };

describe('drawn', () => {
  const folder = mkdtempSync(join(tmpdir(), 'phantom-'));
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  // Smaller than the clips: the software renderer is slow and the geometry is the same.
  const small = { width: 640, height: 480 };
  const views: readonly CameraParams[] = [
    { ...defaultCamera('side', 1.75), ...small, rollDeg: 3, yawDeg: 6 },
    { ...defaultCamera('side', 1.75), ...small, facing: 'right' },
    { ...defaultCamera('rear', 1.75), ...small },
  ];
  it.each(views)('puts every joint where the truth says: $view facing $facing', (camera) => {
    const look = lookFromSeed(18);
    const painter = newPainter({ body: motion.body, look, camera, dimSide: null });
    const pose = motion.poseAt(0.4);
    jointPoints(pose).forEach((point, i) => {
      const rgb = painter.paint([{ pose, beltM: 0, marker: point }]);
      const [x, y, count] = magentaCentre(rgb, camera.width, camera.height);
      const [wantedX, wantedY] = project(camera, point);
      expect(count, TRUTH_JOINTS[i]?.name).toBeGreaterThan(12);
      expect(Math.hypot(x - wantedX, y - wantedY), TRUTH_JOINTS[i]?.name).toBeLessThan(1);
    });
  });

  it('draws skin or cloth, not wall, under the leg joints', () => {
    const camera = defaultCamera('side', 1.75);
    const look = lookFromSeed(18);
    const pose = motion.poseAt(0.2);
    const rgb = newPainter({ body: motion.body, look, camera, dimSide: 'R' }).paint([{ pose, beltM: 0 }]);
    const wall = [1, 3, 5].map((n) => Number.parseInt(look.wall.slice(n, n + 2), 16));
    for (const point of jointPoints(pose).slice(5)) {
      const [x, y] = project(camera, point);
      const at = (Math.floor(y) * camera.width + Math.floor(x)) * 3;
      const away = wall.reduce((sum, value, i) => sum + Math.abs(value - (rgb[at + i] ?? 0)), 0);
      expect(away).toBeGreaterThan(40);
    }
  });

  it('writes H.264 with one packet per frame at exactly k / fps, and its truth', async () => {
    const out = join(folder, 'clip');
    const camera = { ...defaultCamera('side', 1.75), width: 320, height: 240 };
    await renderClip({ out, runner: { seed: 2 }, camera, fps: 120, durationS: 0.2 });
    const truth = truthSchema.parse(JSON.parse(readFileSync(`${out}.truth.json`, 'utf8')));
    expect(truth.frame_count).toBe(24);
    expect(truth.joints_px).toHaveLength(24);
    const times = fileTimes(`${out}.mp4`);
    expect(times).toHaveLength(24);
    times.forEach((t, k) => {
      expect(t).toBeCloseTo(k / 120, 9);
    });
  });

  it('writes several rates from one drawing, and every lower rate shows the frames of the higher', async () => {
    const outputs = [120, 60, 30].map((fps) => ({ out: join(folder, `rate${fps}`), fps }));
    const truths = await renderClips({ outputs, runner: { seed: 3 }, camera: tiny, durationS: 0.5 });
    expect(truths.map((truth) => truth.frame_count)).toEqual([60, 30, 15]);
    truths.forEach((truth, i) => {
      const times = fileTimes(`${outputs[i]?.out}.mp4`);
      expect(times).toHaveLength(truth.frame_count);
      times.forEach((time, k) => {
        expect(time).toBeCloseTo(truth.times_s[k] ?? -1, 5);
      });
      expect(truth.joints_px[5]).toEqual(truths[0]?.joints_px[5 * 2 ** i]);
      expect(truth.contacts).toEqual(truths[0]?.contacts);
    });
  });

  it('writes an uneven clock as it says, and slow motion slower than life', async () => {
    const clock = { dropEvery: [7, 11], jitterS: 0.0009, phase: 0.4 } as const;
    const uneven = join(folder, 'uneven');
    const common = { runner: { seed: 3 }, camera: tiny, durationS: 0.5, fps: 120 };
    const truth = await renderClip({ ...common, out: uneven, clock });
    const times = fileTimes(`${uneven}.mp4`);
    expect(times).toHaveLength(truth.frame_count);
    times.forEach((time, k) => {
      expect(time).toBeCloseTo(unevenTime(clock, 120, k), 9);
      expect(time).toBeCloseTo(truth.times_s[k] ?? -1, 5);
    });
    const gaps = times.slice(1).map((time, k) => time - (times[k] ?? 0));
    expect(Math.max(...gaps)).toBeGreaterThan(0.015);
    expect(Math.min(...gaps)).toBeGreaterThan(0.006);
    const slow = join(folder, 'slow');
    const { slow_factor } = await renderClip({ ...common, out: slow, slowFactor: 4 });
    expect(slow_factor).toBe(4);
    expect(fileTimes(`${slow}.mp4`)[8]).toBeCloseTo((4 * 8) / 120, 9);
  });

  it('gives the same picture from the same seed, at any rate, with noise and blur', () => {
    const request = {
      ...{ runner: { seed: 5 }, camera: tiny, durationS: 1, look: variedLook(5) },
      ...({ noise: 3, shutterS: 1 / 300, light: 'dim', rail: 'near' } as const),
    };
    const source = () => pictureSource(request, motion);
    const hash = (picture: Buffer) => createHash('sha256').update(picture).digest('hex');
    const one = source();
    one.pictureAt(0.1);
    expect(hash(one.pictureAt(0.25))).toBe(hash(source().pictureAt(0.25)));
    expect(hash(one.pictureAt(0.25))).not.toBe(hash(one.pictureAt(0.26)));
  });

  it('carries the background past a camera that follows the runner, and keeps the joints on the body', () => {
    const camera = {
      ...defaultCamera('side', 1.75),
      distanceM: 8,
      track: { startM: -2, follows: true, aimErrorM: 0.2 },
    };
    const placed = cameraAt(camera, 0.2, 3);
    const pose = motion.poseAt(0.2);
    const painter = newPainter({
      body: motion.body,
      look: lookFromSeed(18),
      camera,
      dimSide: null,
      surface: 'track',
    });
    const knee = pose.legs.L.knee;
    const rgb = painter.paint([{ pose, beltM: 0, camera: placed, marker: knee }]);
    const [x, y] = magentaCentre(rgb, camera.width, camera.height);
    const [wantedX, wantedY] = project(placed, knee);
    expect(Math.hypot(x - wantedX, y - wantedY)).toBeLessThan(1);
  });
});
