import { readFileSync } from 'node:fs';
import type { AnalysisClip, ClipInput, GaitEvent, Metric } from '../../shared/domain/analysis.ts';
import { analyzeSession } from '../../shared/gait/analyzeSession.ts';
import { decodeTrack, type TrackFile, trackPath } from './trackFile.ts';

/** A running clip of the synthetic set, by its name; the standing clip of the same runner belongs to it. */
export interface RunningClip {
  readonly id: string;
  readonly runnerId: string;
  readonly fps: number;
}

/** One runner measured, beside the truth of the running clip. */
export interface MeasuredRunner extends RunningClip {
  readonly truth: TrackFile['truth'];
  readonly clip: AnalysisClip;
  readonly events: readonly GaitEvent[];
  readonly metrics: readonly Metric[];
}

function clipInput(id: string, role: ClipInput['role'], { truth, data }: TrackFile): ClipInput {
  const { slow_factor: slow = 1 } = truth;
  return {
    ...{ id, file: `${id}.mp4`, sha256: '0'.repeat(64), role, view: 'auto' },
    frameTable: { firstPts: 0, times: Float64Array.from(truth.times_s, (time) => slow * time) },
    timeScale: { told: slow, stated: null },
    rotation: 0,
    pose: { width: truth.width, height: truth.height, data },
  };
}

const metres = (value: unknown): number | null => (typeof value === 'number' ? value : null);

/** The product's own chain over the stored tracks of one runner. */
export function measureRunner(running: RunningClip): MeasuredRunner {
  const read = (id: string) => decodeTrack(readFileSync(trackPath(id)));
  const standingId = `${running.runnerId}-standing`;
  const track = read(running.id);
  const { heightM, speedMps } = track.truth.runner;
  const analysis = analyzeSession({
    session: {
      ...{ athlete_height_m: metres(heightM), speed_mps: metres(speedMps), incline_percent: 0 },
      ...{ shoe: null, surface: 'treadmill' },
    },
    clips: [clipInput(running.id, 'unassigned', track), clipInput(standingId, 'standing', read(standingId))],
    edits: [],
  });
  const clip = analysis.clips.find(({ id }) => id === running.id);
  if (clip === undefined) throw new Error(`invalid analysis: ${running.id} is not in it`);
  return { ...running, truth: track.truth, clip, events: analysis.events, metrics: analysis.metrics };
}
