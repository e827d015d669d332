import { readFileSync } from 'node:fs';
import type { AnalysisClip, GaitEvent, Metric } from '../../shared/domain/analysis.ts';
import { analyzeSession } from '../../shared/gait/analyzeSession.ts';
import { decodeTrack, type TrackFile, trackPath } from './trackFile.ts';
import { clipInput, sessionOf } from './trackInput.ts';

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

/** The product's own chain over the stored tracks of one runner, or over what `change` makes of them. */
export function measureRunner(
  running: RunningClip,
  change: (track: TrackFile) => TrackFile = (track) => track,
): MeasuredRunner {
  const read = (id: string) => change(decodeTrack(readFileSync(trackPath(id))));
  const standingId = `${running.runnerId}-standing`;
  const track = read(running.id);
  const analysis = analyzeSession({
    session: sessionOf(track.truth),
    clips: [clipInput(running.id, 'unassigned', track), clipInput(standingId, 'standing', read(standingId))],
    edits: [],
  });
  const clip = analysis.clips.find(({ id }) => id === running.id);
  if (clip === undefined) throw new Error(`invalid analysis: ${running.id} is not in it`);
  return { ...running, truth: track.truth, clip, events: analysis.events, metrics: analysis.metrics };
}
