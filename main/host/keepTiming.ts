import type { AnalysisClip } from '../../shared/domain/analysis.ts';
import { CodedError } from '../../shared/domain/errors.ts';
import type { Library } from './library.ts';

/** Keeps what an analysis found of a clip's pictures and true speed, so that player, library and report show the same. */
export function keepTiming({ db }: Library, { id, time_scale, container_fps, timing }: AnalysisClip): void {
  const { source, candidates, evidence } = timing;
  db.clips.setPictureRate(id, container_fps);
  if (source !== 'coach') db.clips.setTiming(id, { source, factor: time_scale, candidates, evidence });
}

/** Keeps the question of a session whose only clips wait for the coach; gives the error back. */
export function rememberQuestion({ db }: Library, error: unknown): unknown {
  if (!(error instanceof CodedError) || error.code !== 'slow_motion_unknown') return error;
  const { clip, candidates, file_cadence, factor, stated, ballistic } = error.params;
  const known = (value: string | number | undefined) => (typeof value === 'number' ? value : null);
  db.clips.setTiming(String(clip), {
    source: 'open',
    factor: Number(factor),
    candidates: String(candidates).split(', ').map(Number).filter(Number.isFinite),
    evidence: {
      stated: known(stated),
      file_cadence: known(file_cadence),
      ballistic: known(ballistic),
    },
  });
  return error;
}
