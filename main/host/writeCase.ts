import { join } from 'node:path';
import { CASE_VERSION, type CaseManifest, caseManifestSchema } from '../../shared/contract/caseSchema.ts';
import type { Analysis } from '../../shared/domain/analysis.ts';
import { CodedError } from '../../shared/domain/errors.ts';
import type { ClipRecord } from '../db/clips.ts';
import { bytesFromFloat32 } from '../db/floatBlob.ts';
import { MOST_ZIP_BYTES, sumsOf, writeStoredZip, type ZipPart } from '../export/storedZip.ts';
import { caseFileText } from './caseFile.ts';
import { wholeFile } from './clipFile.ts';
import type { HostContext } from './hostContext.ts';
import type { JobContext } from './jobs.ts';

/**
 * Writes a session as a case that another coach opens, and tells its name. The videos are as they were filmed.
 * @throws CodedError file_missing; invalid_input for videos of more than 4 GB
 */
export async function writeCase(
  { library, services }: HostContext,
  sessionId: string,
  analysis: Analysis,
  folder: string,
  { withVideo, signal, progress }: Pick<JobContext, 'signal' | 'progress'> & { withVideo: boolean },
): Promise<string> {
  const { db } = library;
  const session = db.sessions.get(sessionId);
  const athlete = db.athletes.get(session.athleteId);
  const { edits, confirmed, drawings } = db.edits.state(sessionId);
  const clips = db.clips.list(sessionId);
  const told = { edits: edits.map(({ edit }) => edit), confirmed, drawings };
  const parts: ZipPart[] = [
    { name: 'analysis.json', data: Buffer.from(JSON.stringify(analysis)) },
    { name: 'edits.json', data: Buffer.from(JSON.stringify(told)) },
    ...clips.flatMap((clip, i) => partsOf({ library }, clip, i, withVideo)),
  ];
  const sums = await Promise.all(parts.map(async (part) => ({ name: part.name, ...(await sumsOf(part)) })));
  // Another coach would be sent a video under the name of another one.
  for (const [i, clip] of clips.entries()) {
    const video = sums.find(({ name }) => name === `clips/${i + 1}/video`);
    if (video !== undefined && video.sha256 !== clip.sha256) {
      db.files.setChecked(clip.sha256, services.now().toISOString(), true);
      throw new CodedError('file_damaged', { file: clip.fileName });
    }
  }
  const total = sums.reduce((sum, { bytes }) => sum + bytes, 0);
  if (total > MOST_ZIP_BYTES - 0x10_0000)
    throw new CodedError('invalid_input', { detail: 'the videos are larger than 4 GB; leave them out' });
  const manifest: CaseManifest = caseManifestSchema.parse({
    ...{ format: 'midstance-case', version: CASE_VERSION, app_version: services.appVersion },
    made_at: services.now().toISOString(),
    athlete: {
      name: athlete.name,
      heightM: athlete.heightM,
      birthYear: athlete.birthYear,
      legs: athlete.legs,
    },
    session: {
      ...{ date: session.date, speedMps: session.speedMps, inclinePercent: session.inclinePercent },
      ...{ shoe: session.shoe, surface: session.surface, notes: session.notes },
    },
    clips: clips.map((clip) => describe({ library }, clip)),
    files: sums.map(({ name, bytes, sha256 }) => ({ name, bytes, sha256 })),
  });
  const name = withVideo ? 'case.midstance' : 'case without video.midstance';
  const whole = [{ name: 'manifest.json', data: Buffer.from(JSON.stringify(manifest, null, 2)) }, ...parts];
  await writeStoredZip(join(folder, name), whole, {
    signal,
    onBytes: (done) => progress({ stage: 'writing', done: Math.min(done, total), total }),
  });
  return name;
}

type Where = Pick<HostContext, 'library'>;

function partsOf({ library }: Where, clip: ClipRecord, i: number, withVideo: boolean): ZipPart[] {
  const { db } = library;
  const file = db.files.get(clip.sha256);
  const name = (part: string) => `clips/${i + 1}/${part}`;
  const run = finishedRun({ library }, clip);
  const look = run && db.closeLooks.find(run.id);
  const keypointParts = ({ data, looks }: ReturnType<typeof db.pose.whole>): ZipPart[] => [
    { name: name('pose.f32'), data: bytesFromFloat32(data) },
    { name: name('sides.f32'), data: bytesFromFloat32(looks) },
  ];
  return [
    { name: name('file.json'), data: Buffer.from(caseFileText(file)) },
    ...(run ? keypointParts(db.pose.whole(run.id)) : []),
    ...(look === undefined ? [] : [{ name: name('look.f32'), data: bytesFromFloat32(look.data) }]),
    ...(withVideo ? [{ name: name('video'), data: { path: wholeFile(library, file, clip.fileName) } }] : []),
  ];
}

function finishedRun({ library: { db } }: Where, { poseRunId }: ClipRecord) {
  const run = poseRunId === null ? undefined : db.pose.get(poseRunId);
  return run?.state === 'finished' ? run : undefined;
}

function describe(where: Where, clip: ClipRecord): CaseManifest['clips'][number] {
  const run = finishedRun(where, clip);
  const look = run && where.library.db.closeLooks.about(run.id);
  const { id, fileName, sha256, role, view, captureFps, person, standing, zone, turn } = clip;
  const settings = { role, view, captureFps, person, standing, zone, ...(turn === 0 ? {} : { turn }) };
  return {
    ...{ id, fileName, sha256, settings },
    pose: run
      ? {
          ...{ model: run.model, modelSha256: run.modelSha256, backend: run.backend },
          ...{ settings: run.settings, frameCount: run.frameCount },
        }
      : null,
    look: look ? { model: look.model, modelSha256: look.modelSha256, frames: [...look.frames] } : null,
  };
}
