import type { AnalysisSession, ClipInput } from '../../shared/domain/analysis.ts';
import type { TrackFile } from './trackFile.ts';

/** A stored clip as the product takes it. */
export function clipInput(
  id: string,
  role: ClipInput['role'],
  { truth, data, close }: Omit<TrackFile, 'key'>,
): ClipInput {
  const { slow_factor: slow = 1 } = truth;
  return {
    ...{ id, file: `${id}.mp4`, sha256: '0'.repeat(64), role, view: 'auto' },
    frameTable: { firstPts: 0, times: Float64Array.from(truth.times_s, (time) => slow * time) },
    timeScale: { told: slow, stated: null },
    rotation: 0,
    pose: { width: truth.width, height: truth.height, data, ...(close ? { close } : {}) },
  };
}

const metres = (value: unknown): number | null => (typeof value === 'number' ? value : null);

/** What a coach would have entered about the runner. */
export function sessionOf({ runner: { heightM, speedMps } }: TrackFile['truth']): AnalysisSession {
  return {
    ...{ athlete_height_m: metres(heightM), speed_mps: metres(speedMps), incline_percent: 0 },
    ...{ shoe: null, surface: 'treadmill' },
  };
}
