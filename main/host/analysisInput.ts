import { createHash } from 'node:crypto';
import type { AnalysisInput, AnalysisSession, ClipInput, Provenance } from '../../shared/domain/analysis.ts';
import { isBareStream } from '../../shared/domain/bareStream.ts';
import { CodedError } from '../../shared/domain/errors.ts';
import { addTurns } from '../../shared/domain/quarterTurn.ts';
import { pictureRate } from '../../shared/gait/preparedClip.ts';
import type { ClipRecord } from '../db/clips.ts';
import type { PoseRun } from '../db/pose.ts';
import { lookOf, probeOf } from './clipFile.ts';
import { timeScalesOf } from './clipView.ts';
import { latestEvents, trueEdits } from './editTimes.ts';
import type { Library } from './library.ts';

interface MeasuredClip {
  readonly clip: ClipRecord;
  readonly run: PoseRun;
}

/** Clips of the session whose keypoints are complete. */
function measuredClips({ db }: Library, sessionId: string): MeasuredClip[] {
  return db.clips.list(sessionId).flatMap((clip) => {
    if (clip.poseRunId === null) return [];
    const run = db.pose.get(clip.poseRunId);
    return run.state === 'finished' ? [{ clip, run }] : [];
  });
}

/** What the coach has entered about a session. */
export function sessionFacts({ db }: Library, sessionId: string): AnalysisSession {
  const session = db.sessions.get(sessionId);
  const athlete = db.athletes.get(session.athleteId);
  return {
    athlete_height_m: athlete.heightM,
    speed_mps: session.speedMps,
    incline_percent: session.inclinePercent,
    shoe: session.shoe,
    surface: session.surface,
  };
}

/** Everything about a session that changes its analysis, without the keypoints themselves (the run's id stands for them). */
function described(library: Library, sessionId: string, appVersion: string) {
  const { edits, confirmed } = trueEdits(library, sessionId);
  const clips = measuredClips(library, sessionId);
  return {
    session: sessionFacts(library, sessionId),
    clips,
    edits: edits.map(({ edit }) => edit),
    confirmed,
    appVersion,
  };
}

/** SHA-256 by which an analysis is known to be outdated. */
export function inputsSha256(library: Library, sessionId: string, appVersion: string): string {
  const { clips, ...rest } = described(library, sessionId, appVersion);
  // What an analysis found of the speed and the pictures is its result, not its input; and the clip's run stands for its turn.
  const settings = clips.map(({ clip: { timing: _, pictureFps: __, turn: ___, ...settings }, run }) => {
    const look = library.db.closeLooks.about(run.id);
    return look ? { ...settings, look: [look.modelSha256, [...look.frames]] } : settings;
  });
  return createHash('sha256')
    .update(JSON.stringify({ ...rest, settings }))
    .digest('hex');
}

/** Inputs of the clips measured last, so that an edit reads no keypoints again: the engine keeps what it made of each. */
const kept = new WeakMap<Library, Map<string, ClipInput>>();
const MOST_KEPT = 8;

/** The same object as long as nothing that goes into it has changed; it must not be altered. */
export function clipInput(library: Library, measured: MeasuredClip): ClipInput {
  const { db } = library;
  const known = kept.get(library) ?? new Map<string, ClipInput>();
  kept.set(library, known);
  const { timing: _, pictureFps: __, ...clip } = measured.clip;
  const look = db.closeLooks.about(measured.run.id);
  const key = JSON.stringify([clip, measured.run.id, look?.modelSha256, look && [...look.frames]]);
  const input = known.get(key) ?? readInput(library, measured);
  // The newest last: the oldest makes room.
  known.delete(key);
  known.set(key, input);
  for (const old of known.keys()) {
    if (known.size <= MOST_KEPT) break;
    known.delete(old);
  }
  return input;
}

function readInput({ db }: Library, { clip, run }: MeasuredClip): ClipInput {
  const file = db.files.get(clip.sha256);
  const close = db.closeLooks.find(run.id);
  const look = lookOf(file, clip.turn);
  const { width, height, rotation } = probeOf(file, clip.turn);
  const input = {
    id: clip.id,
    file: clip.fileName,
    sha256: clip.sha256,
    role: clip.role,
    view: clip.view,
    frameTable: file.frameTable,
    ...(isBareStream(file.probe.container) ? { isClockGuessed: true } : {}),
    ...(clip.zone === null ? {} : { zone: clip.zone }),
    ...(look === null ? {} : { look, cuts: look.cuts }),
    ...(file.sound === null ? {} : { sound: file.sound }),
    rotation: addTurns(rotation, clip.turn),
    pose: { width, height, ...db.pose.seen(run.id), ...(close ? { close } : {}) },
    ...(clip.standing === null ? {} : { standing: clip.standing }),
  };
  const isRateKnown = clip.captureFps !== null || file.probe.captureFps !== null;
  // Counted here and not taken from the analysis before: the zone or the keypoints may be others by now.
  const pictureFps = isRateKnown ? (pictureRate(input) ?? null) : null;
  return { ...input, timeScale: timeScalesOf({ ...clip, pictureFps }, file.probe) };
}

/** Model and settings of the first run; clips made with another model or backend are named in the settings. */
function provenanceOf(
  [first, ...others]: readonly MeasuredClip[],
  appVersion: string,
  look: string | undefined,
): Provenance {
  if (first === undefined) throw new CodedError('invalid_input', { detail: 'no clip has keypoints yet' });
  const { model, modelSha256, backend, settings } = first.run;
  const differing = others.filter(
    ({ run }) => run.modelSha256 !== modelSha256 || run.backend !== backend || run.model !== model,
  );
  const named = differing.map(({ clip, run }) => [`model.${clip.id}`, `${run.model} ${run.backend}`]);
  return {
    app_version: appVersion,
    model,
    model_sha256: modelSha256,
    backend,
    settings: { ...settings, ...Object.fromEntries(named), ...(look ? { close_look: look } : {}) },
  };
}

/** @throws CodedError invalid_input while no clip of the session has its keypoints */
export function analysisInput(
  library: Library,
  sessionId: string,
  startDate: string | null,
  appVersion: string,
): AnalysisInput {
  const { session, clips, edits, confirmed } = described(library, sessionId, appVersion);
  const look = clips.flatMap(({ run }) => library.db.closeLooks.about(run.id) ?? [])[0];
  return {
    session,
    clips: clips.map((measured) => clipInput(library, measured)),
    edits,
    known: latestEvents(library, sessionId),
    confirmed,
    startDate,
    provenance: provenanceOf(clips, appVersion, look?.model),
  };
}
