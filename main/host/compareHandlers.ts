import type { CurvesAnswer, SessionHistory } from '../../shared/contract/compareApi.ts';
import type { Handlers } from '../../shared/contract/handlers.ts';
import { CodedError } from '../../shared/domain/errors.ts';
import { trueTimes } from '../../shared/domain/frameTable.ts';
import { analyzeSession, type GaitAnalysis } from '../../shared/gait/analyzeSession.ts';
import { setupOf } from '../../shared/gait/comparability.ts';
import { type ClipCurves, clipCurves } from '../../shared/gait/curves.ts';
import { readingsOf } from '../../shared/gait/sessionReadings.ts';
import { analysisInput, inputsSha256 } from './analysisInput.ts';
import type { HostContext } from './hostContext.ts';
import type { JobContext } from './jobs.ts';

/** Curves are drawn, not computed with: this much is more than a screen or a table can show. */
const DECIMALS = 2;

/** What graphs, comparisons and trends are drawn from. */
export function compareHandlers({
  library,
  services,
}: HostContext): Pick<Handlers<JobContext>, `analysis.${'curves' | 'history'}`> {
  const { db } = library;
  /** The last session that was read: its clips are looked at one after the other. */
  let read: { sha: string; gait: GaitAnalysis; times: ReadonlyMap<string, Float64Array> } | undefined;

  function readSession(sessionId: string) {
    const sha = inputsSha256(library, sessionId, services.appVersion);
    if (read?.sha !== sha) {
      const input = analysisInput(library, sessionId, null, services.appVersion);
      const gait = analyzeSession(input);
      const scales = new Map(gait.clips.map((clip) => [clip.id, clip.time_scale]));
      const times = new Map(
        input.clips.map((clip) => [clip.id, trueTimes(clip.frameTable, scales.get(clip.id) ?? 1)]),
      );
      read = { sha, gait, times };
    }
    return read;
  }

  function curvesOf(clipId: string): CurvesAnswer {
    const { sessionId } = db.clips.get(clipId);
    const { gait, times } = readSession(sessionId);
    const result = gait.results.find(({ clip }) => clip.id === clipId);
    const own = times.get(clipId);
    if (result === undefined || own === undefined) {
      const notice = gait.clips.find(({ id }) => id === clipId)?.notices[0];
      return { curves: null, reason: notice ?? null };
    }
    const { heightM } = db.athletes.get(db.sessions.get(sessionId).athleteId);
    return { curves: rounded(clipCurves(result, own, heightM)), reason: null };
  }

  return {
    'analysis.curves': ({ clipId }) => {
      try {
        return curvesOf(clipId);
      } catch (error) {
        if (!(error instanceof CodedError) || error.code === 'not_found') throw error;
        return { curves: null, reason: { code: error.code, params: error.params } };
      }
    },
    'analysis.history': ({ athleteId }) =>
      db.analyses
        .ofAthlete(athleteId)
        .map(({ analysisId, sessionId, sessionDate }): SessionHistory => {
          const { analysis } = db.analyses.get(analysisId);
          const readings = readingsOf(analysis);
          const setup = setupOf(analysis);
          return { sessionId, date: sessionDate, setup: { ...setup, shots: [...setup.shots] }, readings };
        })
        .reverse(),
  };
}

const round = (value: number): number => Number(value.toFixed(DECIMALS));

function rounded({ plane, everyFrames, curves }: ClipCurves): NonNullable<CurvesAnswer['curves']> {
  return {
    plane,
    everyFrames,
    curves: curves.map(({ id, unit, traces, cycles }) => ({
      id,
      unit,
      traces: traces.map(({ side, values }) => ({
        side,
        values: values.map((value) => (value === null ? null : round(value))),
      })),
      cycles: cycles.map(({ mean, sd, ...rest }) => ({
        ...rest,
        mean: mean.map(round),
        sd: sd === null ? null : sd.map(round),
      })),
    })),
  };
}
