import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { proceduralMotion } from '../../e2e/phantom/motion.ts';
import { runnerParams } from '../../e2e/phantom/params.ts';
import { renderClips } from '../../e2e/phantom/renderClip.ts';
import { sliceOf } from '../../main/files/trust.testkit.ts';
import { probeClip } from '../../main/media/probe.ts';
import { detectPose } from '../../main/node/poseDetector.ts';
import { KEYPOINT_STRIDE } from '../../shared/pose/keypoints.ts';
import { FRAME_STRIDE } from '../../shared/pose/track.ts';
import { clipsRequest } from './buildTracks.ts';
import { everyClip } from './clipSet.ts';
import { decodeTrack, trackPath } from './trackFile.ts';

const DRAWN_S = 0.3;
/** The encoder looks ten pictures ahead, so the last ones of a shorter file are other ones. */
const UNLIKE_S = 0.1;
/** Tracks keep sixteenths of a pixel; another processor may round otherwise. */
const [MEDIAN_PX, MOST_PX] = [0.1, 2];

it.each(sliceOf(['test-500-side-120', 'rear-1500-rear-120'], 1))(
  'the beginning of %s, drawn and looked at anew, has the stored keypoints',
  async (id) => {
    const clip = everyClip().find((candidate) => candidate.id === id);
    if (!clip) throw new Error(`invalid id: ${id}`);
    const folder = mkdtempSync(join(tmpdir(), 'midstance-again-'));
    const [truth] = await renderClips({
      ...clipsRequest([clip], folder),
      durationS: DRAWN_S,
      motion: proceduralMotion(runnerParams(clip.runner), clip.durationS),
    });
    const file = join(folder, `drawn-${clip.fps}.mp4`);
    const { track } = await detectPose({ file, probe: await probeClip(file) }, { model: 'full' });
    rmSync(folder, { recursive: true });

    const stored = decodeTrack(readFileSync(trackPath(id))).data;
    const off: number[] = [];
    const compared = Math.round((DRAWN_S - UNLIKE_S) * clip.fps);
    for (let at = 0; at < compared * FRAME_STRIDE; at += KEYPOINT_STRIDE) {
      const [x = Number.NaN, y = Number.NaN] = stored.subarray(at, at + 2);
      if (Number.isNaN(x)) continue;
      off.push(Math.hypot((track.data[at] ?? Number.NaN) - x, (track.data[at + 1] ?? Number.NaN) - y));
    }
    expect(truth?.frame_count).toBe(DRAWN_S * clip.fps);
    expect(off.length).toBeGreaterThan(10 * compared);
    off.sort((a, b) => a - b);
    expect(off[Math.floor(off.length / 2)]).toBeLessThan(MEDIAN_PX);
    expect(off.at(-1)).toBeLessThan(MOST_PX);
  },
  120_000,
);
