import { readFileSync } from 'node:fs';
import type { AnalysisClip, ClipInput, GaitEvent, Metric } from '../../shared/domain/analysis.ts';
import { analyzeSession } from '../../shared/gait/analyzeSession.ts';
import { trackPath } from './buildTracks.ts';
import type { AccuracyClip } from './clipSet.ts';
import { decodeTrack, type TrackFile } from './trackFile.ts';

/** One runner measured, beside the truth of the running clip. */
export interface MeasuredRunner {
  readonly runnerId: string;
  readonly set: AccuracyClip['set'];
  readonly fps: number;
  readonly truth: TrackFile['truth'];
  readonly clip: AnalysisClip;
  readonly events: readonly GaitEvent[];
  readonly metrics: readonly Metric[];
}

function clipInput(clip: AccuracyClip, { truth, data }: TrackFile): ClipInput {
  return {
    id: clip.id,
    file: `${clip.id}.mp4`,
    sha256: '0'.repeat(64),
    role: clip.role === 'standing' ? 'standing' : 'unassigned',
    view: 'auto',
    frameTable: { firstPts: 0, times: Float64Array.from(truth.times_s) },
    timeScale: { told: 1, stated: null },
    rotation: 0,
    pose: { width: truth.width, height: truth.height, data },
  };
}

/** The product's own chain over every runner of the set whose tracks are built. */
export function measureRunners(clips: readonly AccuracyClip[]): MeasuredRunner[] {
  const running = clips.filter(({ role }) => role === 'side');
  return running.map((side) => {
    const own = clips.filter(({ runnerId }) => runnerId === side.runnerId);
    const tracks = own.map((clip) => ({ clip, track: decodeTrack(readFileSync(trackPath(clip))) }));
    const truth = tracks.find(({ clip }) => clip === side)?.track.truth;
    if (truth === undefined) throw new Error(`invalid set: ${side.id} has no track`);
    const { heightM = null, speedMps = null } = side.runner;
    const analysis = analyzeSession({
      session: {
        ...{ athlete_height_m: heightM, speed_mps: speedMps, incline_percent: 0 },
        ...{ shoe: null, surface: 'treadmill' },
      },
      clips: tracks.map(({ clip, track }) => clipInput(clip, track)),
      edits: [],
    });
    const clip = analysis.clips.find(({ id }) => id === side.id);
    if (clip === undefined) throw new Error(`invalid analysis: ${side.id} is not in it`);
    const { runnerId, set, fps } = side;
    return { runnerId, set, fps, truth, clip, events: analysis.events, metrics: analysis.metrics };
  });
}
