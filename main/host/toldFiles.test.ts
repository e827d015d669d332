import { createHash } from 'node:crypto';
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Client, createClient, runJob } from '../../shared/contract/client.ts';
import { createExporter } from '../export/exportFiles.ts';
import { extractEntry, readStoredZip, writeStoredZip } from '../export/storedZip.ts';
import { keypointsFor } from './sampleKeypoints.testkit.ts';
import { openTestHost, SAMPLE, type TestHost } from './testHost.testkit.ts';
import { openMemoryWire, type Wire } from './wire.testkit.ts';

let app: TestHost;
let wire: Wire;
let client: Client;
beforeEach(async () => {
  app = await openTestHost();
  wire = await openMemoryWire(app.host);
  client = createClient(wire.transport);
});
afterEach(() => app.close());

interface ToldFile {
  times: number[];
  probe: { width: number };
}

/** The session of the sample as a case without its video, in which `lie` tells another film; the library is empty then. */
async function openedCase(lie: (file: ToldFile) => void): Promise<{ sessionId: string; clipId: string }> {
  const { athleteId, sessionId } = await runJob(wire.transport, 'sample.import', {});
  await keypointsFor(client, sessionId);
  await runJob(wire.transport, 'analysis.run', { sessionId, startDate: null });
  const made = await runJob(wire.transport, 'exports.run', { sessionId, formats: ['case-no-video.zip'] });
  const work = mkdtempSync(join(app.folder, 'parts-'));
  const honest = join(work, 'honest.zip');
  copyFileSync(join(app.library, 'exports', made.exportId, made.files[0]?.name ?? ''), honest);
  await client.athletes.delete({ id: athleteId });

  const parts = new Map<string, Buffer>();
  for (const [i, entry] of (await readStoredZip(honest, 100)).entries()) {
    await extractEntry(honest, entry, join(work, String(i)));
    parts.set(entry.name, readFileSync(join(work, String(i))));
  }
  const name = 'clips/1/file.json';
  const file = JSON.parse(String(parts.get(name)));
  lie(file);
  const data = Buffer.from(JSON.stringify(file));
  const manifest = JSON.parse(String(parts.get('manifest.json')));
  const listed = manifest.files.find((one: { name: string }) => one.name === name);
  Object.assign(listed, { bytes: data.length, sha256: createHash('sha256').update(data).digest('hex') });
  parts.set(name, data);
  parts.set('manifest.json', Buffer.from(JSON.stringify(manifest)));
  const told = join(work, 'told.zip');
  const list = [...parts].map(([entry, bytes]) => ({ name: entry, data: bytes }));
  const { signal } = new AbortController();
  await writeStoredZip(told, list, { signal, onBytes: () => undefined });
  const { token } = await app.host.addChosenFile(told);
  const opened = await runJob(wire.transport, 'cases.import', { token });
  rmSync(work, { recursive: true });
  const [clip] = await client.clips.list({ sessionId: opened.sessionId });
  expect(clip).toMatchObject({ missing: true, poseRun: { state: 'finished' } });
  return { sessionId: opened.sessionId, clipId: clip?.id ?? '' };
}

const bring = async (
  how: 'import' | 'find',
  { sessionId, clipId }: { sessionId: string; clipId: string },
) => {
  const { token } = await app.host.addChosenFile(app.sample);
  return how === 'find'
    ? runJob(wire.transport, 'clips.findFile', { id: clipId, token })
    : runJob(wire.transport, 'clips.import', { token, sessionId, role: 'side_left', mode: 'copy' });
};
const problems = (clip: { problems: { code: string }[] }) => clip.problems.map(({ code }) => code);

it('what a case tells of a video is looked at when the video comes, and fitting keypoints stay', async () => {
  const opened = await openedCase(() => undefined);
  const clip = await bring('find', opened);
  expect(clip).toMatchObject({ missing: false, thumbnailCount: 10, poseRun: { state: 'finished' } });
  expect(problems(clip)).not.toContain('not_as_told');
});

it.each([
  ['import', 'times', (file: ToldFile) => Object.assign(file, { times: file.times.map((time) => 2 * time) })],
  ['find', 'size', (file: ToldFile) => Object.assign(file.probe, { width: 2 * SAMPLE.width })],
] as const)(
  'on %s wrong %s give way to those of the video, and the coach is told that the keypoints went',
  async (how, _, lie) => {
    const opened = await openedCase(lie);
    const clip = await bring(how, opened);
    expect(clip).toMatchObject({ id: opened.clipId, missing: false, width: SAMPLE.width, poseRun: null });
    expect(clip.durationS).toBeCloseTo(29 / 30, 3);
    expect(problems(clip)).toContain('not_as_told');
    await keypointsFor(client, opened.sessionId);
    expect(problems(await client.clips.get({ id: clip.id }))).not.toContain('not_as_told');
  },
);

it('a session without its video makes its report without pictures, and names what its pictures lack', async () => {
  const opened = await openedCase(() => undefined);
  const { sessionId } = opened;
  await runJob(wire.transport, 'analysis.run', { sessionId, startDate: null });
  const write = (formats: ('report.html' | 'contacts.jpg' | 'kinogram.jpg' | 'annotated.mp4')[]) =>
    runJob(wire.transport, 'exports.run', { sessionId, formats });
  for (const format of ['contacts.jpg', 'kinogram.jpg', 'annotated.mp4'] as const)
    await expect(write([format])).rejects.toMatchObject({
      code: 'file_missing',
      params: { file: 'run.mp4' },
    });
  await write(['report.html']);
  // The page tells of pictures: it is made anew once the video is there.
  expect(await client.exports.list({ sessionId })).toMatchObject([{ outdated: false }]);
  await bring('find', opened);
  expect(await client.exports.list({ sessionId })).toMatchObject([{ outdated: true }]);
});

it('the report says of which clips it has no pictures', async () => {
  const { sessionId } = await openedCase(() => undefined);
  await runJob(wire.transport, 'analysis.run', { sessionId, startDate: null });
  const latest = await client.analysis.latest({ sessionId });
  const page = {
    athleteName: 'Ann',
    sessionDate: '2026-01-02',
    notes: '',
    houseDefinition: null,
    showFace: false,
    paper: 'a4' as const,
    units: 'metric' as const,
    planId: 'p',
    madeAt: '2026-01-02T00:00:00.000Z',
    clips: [],
    coachName: '',
    clubLine: '',
    missingVideos: ['run.mp4'],
  };
  const { signal } = new AbortController();
  for (const [language, words] of [
    ['en', 'the video is not there: run.mp4'],
    ['de', 'das Video nicht da ist: run.mp4'],
  ] as const) {
    if (latest === null) throw new RangeError('no analysis');
    await createExporter(async () => Buffer.from(''))(
      latest.analysis as never,
      { ...page, language },
      app.folder,
      ['report.html'],
      { signal, progress: () => undefined },
    );
    expect(readFileSync(join(app.folder, 'report.html'), 'utf8')).toContain(words);
  }
});
