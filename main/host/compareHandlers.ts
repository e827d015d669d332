import type { AlignmentAnswer, CurvesAnswer, SessionHistory } from '../../shared/contract/compareApi.ts';
import type { Handlers } from '../../shared/contract/handlers.ts';
import type { Notice } from '../../shared/domain/analysis.ts';
import { CodedError } from '../../shared/domain/errors.ts';
import { trueTimes } from '../../shared/domain/frameTable.ts';
import { alignedContacts } from '../../shared/gait/alignment.ts';
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
}: HostContext): Pick<Handlers<JobContext>, `analysis.${'curves' | 'alignment' | 'history'}`> {
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

  function resultOf(clipId: string) {
    const { sessionId } = db.clips.get(clipId);
    const { gait, times } = readSession(sessionId);
    const result = gait.results.find(({ clip }) => clip.id === clipId);
    const reason = gait.clips.find(({ id }) => id === clipId)?.notices[0] ?? null;
    return { sessionId, result, reason, times: times.get(clipId) };
  }

  function curvesOf(clipId: string): CurvesAnswer {
    const { sessionId, result, reason, times } = resultOf(clipId);
    if (result === undefined || times === undefined) return { curves: null, reason };
    const { heightM } = db.athletes.get(db.sessions.get(sessionId).athleteId);
    return { curves: rounded(clipCurves(result, times, heightM)), reason: null };
  }

  function alignmentOf(clipId: string): AlignmentAnswer {
    const { result, reason } = resultOf(clipId);
    if (result === undefined) return { plane: null, contacts: [], reason };
    const contacts = alignedContacts(result).map((one) => ({ ...one, lines: [...one.lines] }));
    return { plane: result.plane, contacts, reason: null };
  }

  return {
    'analysis.curves': ({ clipId }) =>
      orWhyNot(
        () => curvesOf(clipId),
        (reason) => ({ curves: null, reason }),
      ),
    'analysis.alignment': ({ clipId }) =>
      orWhyNot(
        () => alignmentOf(clipId),
        (reason) => ({ plane: null, contacts: [], reason }),
      ),
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

/** A session that cannot be measured is an answer as well; a clip that is not there is none. */
function orWhyNot<Answer>(read: () => Answer, without: (reason: Notice) => Answer): Answer {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof CodedError) || error.code === 'not_found') throw error;
    return without({ code: error.code, params: error.params });
  }
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
