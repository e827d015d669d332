import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CameraParams, defaultCamera, project } from './camera.ts';
import { lookFromSeed } from './look.ts';
import { proceduralMotion } from './motion.ts';
import { runnerParams } from './params.ts';
import { renderClip } from './renderClip.ts';
import { openStage, type Stage } from './stage.ts';
import { jointPoints, TRUTH_JOINTS, truthSchema } from './truth.ts';

const chromium = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
const motion = proceduralMotion(runnerParams({ seed: 18 }), 1);
const ffmpeg = process.env['FFMPEG_PATH'] ?? 'ffmpeg';

/** RGB of pictures in a JPEG stream, decoded by ffmpeg. */
const decode = (jpegs: Buffer): Buffer =>
  execFileSync(
    ffmpeg,
    [
      '-v',
      'error',
      '-f',
      'image2pipe',
      '-c:v',
      'mjpeg',
      '-i',
      'pipe:0',
      '-f',
      'rawvideo',
      '-pix_fmt',
      'rgb24',
      'pipe:1',
    ],
    { input: jpegs, maxBuffer: 1 << 28 },
  );

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

describe.skipIf(!existsSync(chromium))('drawn in Chromium', () => {
  let stage: Stage;
  const folder = mkdtempSync(join(tmpdir(), 'phantom-'));
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(async () => {
    await stage.close();
    rmSync(folder, { recursive: true, force: true });
  });

  // Smaller than the clips: the software renderer is slow and the geometry is the same.
  const small = { width: 640, height: 480 };
  const views: readonly CameraParams[] = [
    { ...defaultCamera('side', 1.75), ...small, rollDeg: 3, yawDeg: 6 },
    { ...defaultCamera('side', 1.75), ...small, facing: 'right' },
    { ...defaultCamera('rear', 1.75), ...small },
  ];
  it.each(views)('puts every joint where the truth says: $view facing $facing', async (camera) => {
    const look = lookFromSeed(18);
    await stage.setUp({ body: motion.body, look, camera, dimSide: null, quick: true });
    const points = jointPoints(motion.poseAt(0.4));
    const frames = points.map((marker) => ({ pose: motion.poseAt(0.4), beltM: 0, marker }));
    const rgb = decode(await stage.draw(frames));
    const size = camera.width * camera.height * 3;
    expect(rgb.length).toBe(size * TRUTH_JOINTS.length);
    points.forEach((point, i) => {
      const [x, y, count] = magentaCentre(
        rgb.subarray(i * size, (i + 1) * size),
        camera.width,
        camera.height,
      );
      const [wantedX, wantedY] = project(camera, point);
      expect(count, TRUTH_JOINTS[i]?.name).toBeGreaterThan(12);
      expect(Math.hypot(x - wantedX, y - wantedY), TRUTH_JOINTS[i]?.name).toBeLessThan(1);
    });
  });

  it('draws skin or cloth, not wall, under the leg joints', async () => {
    const camera = defaultCamera('side', 1.75);
    const look = lookFromSeed(18);
    await stage.setUp({ body: motion.body, look, camera, dimSide: 'R', quick: true });
    const pose = motion.poseAt(0.2);
    const rgb = decode(await stage.draw([{ pose, beltM: 0 }]));
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
    await renderClip(stage, { out, runner: { seed: 2 }, camera, fps: 120, durationS: 0.2, quick: true });
    const truth = truthSchema.parse(JSON.parse(readFileSync(`${out}.truth.json`, 'utf8')));
    expect(truth.frame_count).toBe(24);
    expect(truth.joints_px).toHaveLength(24);
    const crc = execFileSync(ffmpeg, ['-v', 'error', '-i', `${out}.mp4`, '-f', 'framecrc', '-'], {
      encoding: 'utf8',
    });
    const base = /#tb 0: (\d+)\/(\d+)/.exec(crc);
    const tick = Number(base?.[1]) / Number(base?.[2]);
    const times = crc
      .split('\n')
      .filter((line) => line.startsWith('0,'))
      .map((line) => Number(line.split(',')[2]) * tick);
    expect(times).toHaveLength(24);
    times.forEach((t, k) => {
      expect(t).toBeCloseTo(k / 120, 9);
    });
  });
});
