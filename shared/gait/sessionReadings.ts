import type { Analysis, AnalysisClip, Metric } from '../domain/analysis.ts';
import type { Reading } from './change.ts';

type Measured = Pick<Analysis, 'metrics' | 'clips' | 'session'>;

const showsRunning = ({ role }: AnalysisClip): boolean => role !== 'standing';

/** A metric of a session with the conditions under which it was filmed; undefined where the session has no such metric. */
export function readingOf(analysis: Measured, id: string, side: Metric['side']): Reading | undefined {
  const metric = analysis.metrics.find((candidate) => candidate.id === id && candidate.side === side);
  return metric && withConditions(analysis, metric);
}

/** Every reported value of a session. */
export const readingsOf = (analysis: Measured): Reading[] =>
  analysis.metrics.flatMap((metric) =>
    metric.value === null ? [] : (withConditions(analysis, metric) ?? []),
  );

function withConditions({ clips, session }: Measured, metric: Metric): Reading | undefined {
  // A value from several clips was taken under the conditions of the first that shows running.
  const clip = clips.find(({ id }) => id === metric.clip) ?? clips.find(showsRunning);
  if (!clip) return undefined;
  const { side } = metric;
  return {
    metric,
    conditions: {
      speedMps: session.speed_mps,
      captureFps: clip.capture_fps,
      view: clip.view,
      nearLeg: side === null || clip.near_side === null ? null : clip.near_side === side,
      surface: clip.surface,
    },
  };
}
