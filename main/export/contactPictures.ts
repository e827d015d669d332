import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Analysis, Side, Stride } from '../../shared/domain/analysis.ts';
import { nearestFrame, trueTimes } from '../../shared/domain/frameTable.ts';
import { median } from '../../shared/math/statistics.ts';
import { SIDES } from '../../shared/pose/keypoints.ts';
import { FRAME_STRIDE } from '../../shared/pose/track.ts';
import { runFfmpeg } from '../media/ffmpegProcess.ts';
import { LONG_PATIENCE_MS } from '../media/ffmpegWatch.ts';
import { extractKeyPicture, type PictureBox } from '../media/keyPicture.ts';
import { MediaError } from '../media/mediaError.ts';
import type { ExportClip } from './exporter.ts';
import { boundsOf, clipped, hiddenIn } from './keyPictures.ts';
import { videoOf } from './missingVideos.ts';
import { shownPose } from './shownPose.ts';

export interface ContactPicture {
  readonly side: Side;
  /** "clip-1 contact 03 left 2.413s frame 289.jpg" */
  readonly name: string;
  readonly jpeg: Uint8Array;
}

export interface PictureOptions {
  /** Without consent faces are blurred. */
  readonly showFace: boolean;
  readonly signal: AbortSignal;
}

/** Height of a still, pixels, and of a figure of the kinogram. */
const STILL_HEIGHT = 720;
const KINOGRAM_HEIGHT = 360;
/** Figures of a row: what fits a screen. */
const MOST_IN_A_ROW = 8;
const WHOLE_BODY = Array.from({ length: 33 }, (_, keypoint) => keypoint);
/** Room around the figure, as a share of its height. */
const ROOM = 0.12;

interface Seen {
  readonly stride: Stride;
  readonly frame: number;
  readonly points: Float32Array;
}

/** The frames of a clip's contacts as they stand after the coach's corrections, in order; those without the runner are left out. */
function seenContacts(analysis: Analysis, clip: ExportClip): Seen[] {
  const { id, probe } = clip;
  const pose = shownPose(analysis, clip);
  const scale = analysis.clips.find((one) => one.id === id)?.time_scale ?? 1;
  const times = trueTimes(probe.frameTable, scale);
  return analysis.strides
    .filter((stride) => stride.clip === id)
    .sort((a, b) => a.initial_contact_s - b.initial_contact_s)
    .flatMap((stride) => {
      const frame = nearestFrame(times, stride.initial_contact_s);
      const points = pose?.subarray(frame * FRAME_STRIDE, (frame + 1) * FRAME_STRIDE);
      return points === undefined || Number.isNaN(points[0] ?? Number.NaN) ? [] : [{ stride, frame, points }];
    });
}

/** One size for all contacts of a clip, so that they can be laid side by side; each stands over its own figure. */
function cropsOf(seen: readonly Seen[], { probe: { width, height } }: ExportClip): PictureBox[] {
  const boxes = seen.map(({ points }) => boundsOf(points, WHOLE_BODY));
  const tall = median(boxes.map(({ top, bottom }) => bottom - top)) ?? height;
  const wide = Math.max(...boxes.map(({ left, right }) => right - left));
  const size = { x: Math.min(width, wide + 2 * ROOM * tall), y: Math.min(height, tall * (1 + 2.5 * ROOM)) };
  return boxes.map(({ left, right, bottom }) => {
    const x = Math.min(Math.max(0, (left + right - size.x) / 2), width - size.x);
    const y = Math.min(Math.max(0, bottom + ROOM * tall - size.y), height - size.y);
    return { ...clipped(x, y, x + size.x, y + size.y, width, height), ...evenSize(size) };
  });
}

const evenSize = ({ x, y }: { x: number; y: number }) => ({
  width: 2 * Math.floor(x / 2) - 2,
  height: 2 * Math.floor(y / 2) - 2,
});

/** A still of every contact of a clip, one after the other, with the true time in its name. @throws MediaError */
export async function* contactStills(
  analysis: Analysis,
  clip: ExportClip,
  place: number,
  { showFace, signal }: PictureOptions,
): AsyncGenerator<ContactPicture> {
  const seen = seenContacts(analysis, clip);
  const crops = cropsOf(seen, clip);
  for (const [i, { stride, frame, points }] of seen.entries()) {
    const crop = crops[i];
    if (!crop) continue;
    const blur = hiddenIn(points, crop, clip.probe, showFace);
    const options = { crop, blur, height: STILL_HEIGHT, signal };
    const jpeg = await extractKeyPicture(videoOf(clip), clip.probe, frame, options);
    const number = String(i + 1).padStart(2, '0');
    const side = stride.side === 'L' ? 'left' : 'right';
    const time = stride.initial_contact_s.toFixed(3);
    yield {
      side: stride.side,
      name: `clip-${place} contact ${number} ${side} ${time}s frame ${frame}.jpg`,
      jpeg,
    };
  }
}

/**
 * Contacts of a clip side by side, the left foot's above the right foot's, as JPEG; undefined where either foot has none.
 * @throws MediaError decode_failed
 */
export async function kinogram(
  stills: readonly ContactPicture[],
  signal: AbortSignal,
): Promise<Uint8Array | undefined> {
  const rows = SIDES.map((side) => spread(stills.filter((still) => still.side === side)));
  const columns = Math.min(...rows.map((row) => row.length));
  if (columns === 0) return undefined;
  const folder = await mkdtemp(join(tmpdir(), 'midstance-kinogram-'));
  try {
    const shown = rows.flatMap((row) => row.slice(0, columns));
    const files = await Promise.all(
      shown.map(async ({ jpeg }, i) => {
        const file = join(folder, `${i}.jpg`);
        await writeFile(file, jpeg);
        return file;
      }),
    );
    const scaled = files.map((_, i) => `[${i}:v]scale=-2:${KINOGRAM_HEIGHT}[f${i}]`);
    const row = (from: number, name: string) => {
      const inputs = Array.from({ length: columns }, (_, i) => `[f${from + i}]`).join('');
      return columns === 1 ? `${inputs}copy${name}` : `${inputs}hstack=inputs=${columns}${name}`;
    };
    const graph = [...scaled, row(0, '[left]'), row(columns, '[right]'), '[left][right]vstack[out]'].join(
      ';',
    );
    const { exitCode, stdout } = await runFfmpeg(
      [
        ...files.flatMap((file) => ['-i', `file:${file}`]),
        ...['-filter_complex', graph, '-map', '[out]', '-frames:v', '1', '-q:v', '3'],
        ...['-pix_fmt', 'yuvj420p', '-f', 'image2pipe', '-c:v', 'mjpeg', '-'],
      ],
      { signal, patience_ms: LONG_PATIENCE_MS },
    );
    if (exitCode !== 0 || stdout.length === 0) throw new MediaError('decode_failed', {});
    return stdout;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** At most so many as fit a row, evenly taken over the clip. */
function spread(stills: readonly ContactPicture[]): ContactPicture[] {
  const step = Math.max(1, Math.ceil(stills.length / MOST_IN_A_ROW));
  return stills.filter((_, i) => i % step === 0);
}
