import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { CameraParams } from './camera.ts';
import { proceduralMotion } from './motion.ts';
import type { RunnerParams } from './params.ts';
import { clipTruth, type Truth, truthSchema } from './truth.ts';

const path = (name: string) => fileURLToPath(new URL(`../../models/sample/${name}`, import.meta.url));
const truthOf = (name: string): Truth => truthSchema.parse(JSON.parse(readFileSync(path(name), 'utf8')));

describe.each(['sample', 'standing', 'rear', 'standing-rear'])('%s', (name) => {
  const truth = truthOf(`${name}.truth.json`);

  it('has the truth that its own parameters give', () => {
    const runner = truth.runner as unknown as RunnerParams;
    const camera = truth.camera as unknown as CameraParams;
    const motion = proceduralMotion(runner, truth.duration_s);
    const again = clipTruth({
      motion,
      runner: { ...runner },
      camera,
      fps: truth.fps,
      frameCount: truth.frame_count,
    });
    expect(again.contacts).toEqual(truth.contacts);
    expect(again.metrics).toEqual(truth.metrics);
    expect(again.joints_px).toEqual(truth.joints_px);
  });

  it('has one picture for every frame of the truth', () => {
    const crc = execFileSync(
      process.env['FFMPEG_PATH'] ?? 'ffmpeg',
      ['-v', 'error', '-i', path(`${name}.mp4`), '-c', 'copy', '-f', 'framecrc', '-'],
      { encoding: 'utf8' },
    );
    expect(crc.split('\n').filter((line) => line.startsWith('0,'))).toHaveLength(truth.frame_count);
  });
});

it('shows a true overstride, steps enough, and stays small', () => {
  const { metrics, contacts, duration_s } = truthOf('sample.truth.json');
  for (const side of ['L', 'R'] as const) {
    const mean = (id: string) => metrics.find((m) => m.id === id && m.side === side)?.mean ?? Number.NaN;
    // Norms at 3 m/s: tibia 8.5 +- 2.5 degrees, heel ahead of the pelvis 0.17 +- 0.035 leg.
    expect((mean('tibia_angle_ic') - 8.5) / 2.5).toBeGreaterThan(2.4);
    expect((mean('overstride_heel') - 0.17) / 0.035).toBeGreaterThan(2.4);
    const clean = contacts.filter(
      (c) => c.side === side && c.initial_contact_s > 0.15 && c.toe_off_s < duration_s - 0.15,
    );
    expect(clean.length).toBeGreaterThanOrEqual(14);
  }
  expect(statSync(path('sample.mp4')).size).toBeLessThan(2 * 1024 * 1024);
});

it('names files that exist in its list of facts', () => {
  const facts = JSON.parse(readFileSync(path('sample.json'), 'utf8')) as {
    readonly clips: readonly {
      readonly file: string;
      readonly truth: string;
      readonly capture_fps: number;
    }[];
  };
  expect(facts.clips.map((clip) => clip.file)).toEqual([
    'sample.mp4',
    'standing.mp4',
    'rear.mp4',
    'standing-rear.mp4',
  ]);
  for (const clip of facts.clips) expect(truthOf(clip.truth).fps).toBe(clip.capture_fps);
});
