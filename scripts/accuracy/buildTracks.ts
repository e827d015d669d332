// Renders every runner once for all rates and keeps what `full` sees. A stopped build goes on where it stopped; several
// may run at once. With `--track-only` the close look waits for a later build.
//   node scripts/accuracy/buildTracks.ts [--set tuning] [--fps 120,60] [--only REGEXP] [--track-only]
import { existsSync, mkdirSync, mkdtempSync, readFileSync } from 'node:fs';
import { rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { variedLook } from '../../e2e/phantom/look.ts';
import type { ClipsRequest } from '../../e2e/phantom/renderClip.ts';
import type { Truth } from '../../e2e/phantom/truth.ts';
import { probeClip } from '../../main/media/probe.ts';
import { closeLook } from '../../main/node/closeLook.ts';
import { detectPose } from '../../main/node/poseDetector.ts';
import { CLOSE_MODEL } from '../../models/manifest.ts';
import { closeLookFrames } from '../../shared/gait/closeLookFrames.ts';
import { changePicture } from './changedClips.ts';
import { claim } from './claim.ts';
import { type AccuracyClip, everyClip } from './clipSet.ts';
import { fukuchiClips } from './fukuchiClips.ts';
import { plateClips } from './plateClips.ts';
import { decodeTrack, encodeTrack, type TrackFile, trackPath } from './trackFile.ts';
import { clipInput, sessionOf } from './trackInput.ts';
import { closeKeyOf, keyOf } from './trackKey.ts';

/** The stored track, if it is of this very clip, generator and model. */
function storedTrack(clip: AccuracyClip): TrackFile | undefined {
  if (!existsSync(trackPath(clip.id))) return undefined;
  const stored = decodeTrack(readFileSync(trackPath(clip.id)));
  return stored.key === keyOf(clip) ? stored : undefined;
}

/** Whether track and close look are there. */
export function isBuilt(clip: AccuracyClip, trackOnly = false): boolean {
  const stored = storedTrack(clip);
  if (stored === undefined) return false;
  return trackOnly || clip.role === 'rear' || stored.close?.key === closeKeyOf(clip);
}

/** Clips drawn as one: the same motion in the same pictures, at other rates or changed afterwards. */
function sameMotion(clips: readonly AccuracyClip[]): AccuracyClip[][] {
  const groups = new Map<string, AccuracyClip[]>();
  for (const clip of clips) {
    const { id: _id, set: _set, runnerId: _runnerId, fps: _fps, change: _change, ...rest } = clip;
    const key = JSON.stringify(rest);
    groups.set(key, [...(groups.get(key) ?? []), clip]);
  }
  return [...groups.values()];
}

interface Drawn {
  readonly clips: readonly AccuracyClip[];
  /** By frame rate. */
  readonly truths: ReadonlyMap<number, Truth>;
  readonly folder: string;
  readonly seconds: number;
}

const drawnAt = (folder: string, fps: number): string => join(folder, `drawn-${fps}`);

/** How these clips are drawn: one file for each rate, `drawn-RATE`. */
export function clipsRequest(clips: readonly AccuracyClip[], folder: string): ClipsRequest {
  const [first] = clips;
  if (!first) throw new Error('invalid clips: none');
  const { crf = 23, ...picture } = first.picture;
  return {
    ...{ runner: first.runner, camera: first.camera, durationS: first.durationS, ...picture },
    ...{ look: variedLook(first.look), compact: true },
    outputs: [...new Set(clips.map(({ fps }) => fps))].map((fps) => ({
      out: drawnAt(folder, fps),
      fps,
      crf,
    })),
  };
}

async function drawn(clips: readonly AccuracyClip[]): Promise<Drawn> {
  const folder = mkdtempSync(join(tmpdir(), 'midstance-accuracy-'));
  const started = performance.now();
  const request = clipsRequest(clips, folder);
  const truths = await new Promise<Truth[]>((resolve, reject) => {
    const worker = new Worker(new URL('renderWorker.ts', import.meta.url), {
      workerData: { request, recording: clips[0]?.recording },
    });
    worker.once('message', resolve).once('error', reject);
  });
  const byRate = new Map(truths.map((truth, i) => [request.outputs[i]?.fps ?? 0, truth]));
  return { clips, truths: byRate, folder, seconds: (performance.now() - started) / 1000 };
}

/** The drawn file, or a changed copy of it. */
async function changedFile(drawn: string, copy: string, { change }: AccuracyClip): Promise<string> {
  if (change === undefined) return drawn;
  await changePicture(drawn, copy, change);
  return copy;
}

/** Runs `full` over drawn clips, one track file each, written whole or not at all. */
async function inferred({ clips, truths, folder, seconds }: Drawn, { tell, trackOnly }: BuildOptions) {
  tell(`${clips[0]?.runnerId} ${clips[0]?.role}: drawn in ${seconds.toFixed(0)} s`);
  for (const clip of clips) {
    const truth = truths.get(clip.fps);
    if (!truth) throw new Error(`invalid truths: none for ${clip.id}`);
    const started = performance.now();
    const file = await changedFile(`${drawnAt(folder, clip.fps)}.mp4`, join(folder, `${clip.id}.mp4`), clip);
    const pictures = { file, probe: await probeClip(file) };
    const data = storedTrack(clip)?.data ?? (await detectPose(pictures, { model: 'full' })).track.data;
    const { width, height } = pictures.probe;
    // The joints of every frame rebuild from the parameters; the contacts and metrics are what is scored.
    const seen = { key: keyOf(clip), truth: { ...truth, width, height, joints_px: [] }, data };
    const lookedAt = () => {
      const input = clipInput(clip.id, clip.role === 'standing' ? 'standing' : 'unassigned', seen);
      const frames = closeLookFrames(input, sessionOf(truth));
      return closeLook(pictures, input.pose, frames, { model: CLOSE_MODEL });
    };
    const close = trackOnly ? {} : { close: { ...(await lookedAt()), key: closeKeyOf(clip) } };
    mkdirSync(dirname(trackPath(clip.id)), { recursive: true });
    const bytes = encodeTrack({ ...seen, ...close });
    await writeFile(`${trackPath(clip.id)}.${process.pid}`, bytes);
    await rename(`${trackPath(clip.id)}.${process.pid}`, trackPath(clip.id));
    const took = (performance.now() - started) / 1000;
    const rate = (truth.frame_count / took).toFixed(1);
    tell(
      `${clip.id}: ${truth.frame_count} frames seen in ${took.toFixed(0)} s (${rate}/s), ${bytes.length} bytes`,
    );
  }
  await rm(folder, { recursive: true, force: true });
}

interface BuildOptions {
  readonly tell: (line: string) => void;
  /** The close look waits for a later build. */
  readonly trackOnly?: boolean;
}

/** Builds what is missing of these clips; the next runner is drawn while this one is looked at. */
export async function buildTracks(clips: readonly AccuracyClip[], options: BuildOptions): Promise<void> {
  let seen: Promise<void> = Promise.resolve();
  for (const group of sameMotion(clips)) {
    const release = claim(group.map(({ id }) => id).join('+'));
    if (!release) continue;
    const open = group.filter((clip) => !isBuilt(clip, options.trackOnly));
    if (open.length === 0) {
      release();
      continue;
    }
    const pictures = await drawn(open);
    await seen;
    seen = inferred(pictures, options).finally(release);
    // Awaited in the next round; a failure before that must not end the process unheard.
    seen.catch(() => undefined);
  }
  await seen;
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      ...{ set: { type: 'string' }, fps: { type: 'string' }, only: { type: 'string' } },
      'track-only': { type: 'boolean' },
    },
  });
  const rates = values.fps?.split(',').map(Number);
  const only = new RegExp(values.only ?? '');
  const wanted = [...everyClip(), ...plateClips(), ...fukuchiClips()].filter(
    ({ id, set, fps, role }) =>
      (values.set === undefined || set === values.set) &&
      (rates === undefined || role === 'standing' || set === 'hard' || rates.includes(fps)) &&
      only.test(id),
  );
  await buildTracks(wanted, {
    tell: (line) => console.log(`${new Date().toISOString().slice(11, 19)} ${line}`),
    trackOnly: values['track-only'] ?? false,
  });
}
