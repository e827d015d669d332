import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Analysis } from '../../shared/domain/analysis.ts';
import type { Drawing } from '../../shared/domain/drawing.ts';
import { analyzeSession } from '../../shared/gait/analyzeSession.ts';
import { exactClip } from '../../shared/gait/invariance.testkit.ts';
import { KEYPOINT_STRIDE } from '../../shared/pose/keypoints.ts';
import { FRAME_STRIDE } from '../../shared/pose/track.ts';
import { findEncoder } from '../media/encoders.ts';
import { runFfmpeg } from '../media/ffmpegProcess.ts';
import { type ClipProbe, probeClip } from '../media/probe.ts';
import { annotatedVideo } from './annotatedVideo.ts';
import type { ExportClip } from './exporter.ts';
import { faceBox } from './keyPictures.ts';
import { videoOf } from './missingVideos.ts';

const SAMPLE = fileURLToPath(new URL('../../models/sample/sample.mp4', import.meta.url));
/** As many frames as are looked at: enough for a few contacts. */
const FRAMES = 100;
/** Where a box ends the picture is sharp again. */
const MARGIN = 10;
const DRAWN_FROM = 20;
const DRAWN_TO = 29;

let folder: string;
let shown: { analysis: Analysis; clip: ExportClip; points: (frame: number) => Float32Array };
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "annotated it's "));
  const file = join(folder, 'part.mp4');
  await runFfmpeg(['-v', 'error', '-i', SAMPLE, '-frames:v', String(FRAMES), '-c', 'copy', file]);
  const input = exactClip('sample');
  const session = {
    ...{ athlete_height_m: 1.76, speed_mps: 3, incline_percent: 0, shoe: null },
    surface: 'treadmill' as const,
  };
  const found = analyzeSession({ session, clips: [input], edits: [] });
  const analysis: Analysis = {
    ...{ schemaVersion: 1, session, clips: found.clips, events: found.events, edits: [], detached_edits: [] },
    ...{ metrics: found.metrics, strides: found.strides, findings: [], plan: null },
    provenance: { app_version: '0', model: 'full', model_sha256: '', backend: 'b', settings: {} },
  };
  const drawing: Drawing = {
    ...{
      id: 'drawing-1',
      clipId: input.id,
      tool: 'line',
      colour: 'vermilion',
      frame: DRAWN_FROM,
      text: null,
    },
    ...{ fromFrame: DRAWN_FROM, toFrame: DRAWN_TO, marks: [] },
    points: [
      { x: 40, y: 600, joint: null },
      { x: 240, y: 600, joint: null },
    ],
  };
  const { data } = input.pose;
  const clip = { id: input.id, path: file, probe: await probeClip(file), pose: data, drawings: [drawing] };
  shown = {
    analysis,
    clip,
    points: (frame) => data.subarray(frame * FRAME_STRIDE, (frame + 1) * FRAME_STRIDE),
  };
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function write(showFace: boolean): Promise<{ path: string; probe: ClipProbe; told: number[] }> {
  const path = join(folder, `${showFace}.mp4`);
  const told: number[] = [];
  await annotatedVideo(shown.analysis, shown.clip, path, {
    ...{ showFace, encoder: await findEncoder(), signal: new AbortController().signal },
    onProgress: (done) => told.push(done),
  });
  return { path, probe: await probeClip(path), told };
}

/** Pixels of a frame, RGB. */
async function pixels(path: string, frame: number): Promise<Uint8Array> {
  const select = ['-vf', `select=eq(n\\,${frame})`, '-frames:v', '1', '-pix_fmt', 'rgb24', '-f', 'rawvideo'];
  return (await runFfmpeg(['-v', 'error', '-i', path, ...select, '-'])).stdout;
}

const at = (picture: Uint8Array, width: number, x: number, y: number): number[] =>
  Array.from(picture.subarray(3 * (Math.round(y) * width + Math.round(x))).subarray(0, 3));
const distance = (a: readonly number[], b: readonly number[]): number =>
  Math.max(...a.map((value, i) => Math.abs(value - (b[i] ?? 0))));

/** Largest step between neighbouring pixels inside a region: without edges there is nobody to recognise. */
function sharpest(picture: Uint8Array, width: number, box: ReturnType<typeof faceBox>): number {
  let most = 0;
  for (let y = box.y + MARGIN; y < box.y + box.height - MARGIN; y++)
    for (let x = box.x + MARGIN; x < box.x + box.width - MARGIN; x++)
      most = Math.max(most, distance(at(picture, width, x, y), at(picture, width, x - 1, y)));
  return most;
}

describe('a video with what was measured on it', () => {
  it('has each frame once, slowly, with skeleton and drawings where they belong, and no face without consent', async () => {
    const { path, probe, told } = await write(false);
    const { width, height } = probe;
    expect({ codec: probe.codec, width, height }).toEqual({ codec: 'h264', width: 960, height: 720 });
    expect(probe.frameTable.times.length).toBe(FRAMES);
    expect(probe.frameTable.times.at(-1)).toBeCloseTo((FRAMES - 1) / 30, 3);
    expect(told.at(-1)).toBe(FRAMES);

    const vermilion = [0xd5, 0x5e, 0x00];
    for (const [frame, isDrawn] of [
      [DRAWN_FROM - 1, false],
      [DRAWN_FROM, true],
      [DRAWN_TO, true],
      [DRAWN_TO + 1, false],
    ] as const) {
      const near = distance(at(await pixels(path, frame), width, 140, 600), vermilion);
      expect(near < 45, `frame ${frame}: ${near}`).toBe(isDrawn);
    }

    const contact = shown.analysis.strides.find(({ side }) => side === 'L');
    const frame = Math.round(120 * (contact?.initial_contact_s ?? 0)) + 3;
    const picture = await pixels(path, frame);
    const [knee, ankle] = [25, 27].map((k) => [...shown.points(frame).subarray(k * KEYPOINT_STRIDE)]);
    const middle = [0, 1].map((axis) => ((knee?.[axis] ?? 0) + (ankle?.[axis] ?? 0)) / 2);
    expect(distance(at(picture, width, middle[0] ?? 0, middle[1] ?? 0), [0xc8, 0xff, 0x4d])).toBeLessThan(60);

    const box = faceBox(shown.points(frame), width, height);
    const original = sharpest(await pixels(videoOf(shown.clip), frame), width, box);
    expect(sharpest(picture, width, box)).toBeLessThan(0.25 * original);
    const open = await write(true);
    expect(sharpest(await pixels(open.path, frame), width, box)).toBeGreaterThan(0.6 * original);
  });

  it('leaves nothing when it is stopped', async () => {
    const stop = new AbortController();
    const path = join(folder, 'stopped.mp4');
    const written = annotatedVideo(shown.analysis, shown.clip, path, {
      ...{ showFace: false, encoder: await findEncoder(), signal: stop.signal },
      onProgress: () => stop.abort(),
    });
    await expect(written).rejects.toThrow('aborted');
  });
});
