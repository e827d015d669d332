// Makes the fixture of a library, a case and a backup as this version stores them: `main/host/stored/v<schema>.tar.br`.
// Run once before the stored form changes (`node scripts/storedLibrary.ts`); every later version has to open every one.
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { brotliCompressSync, constants } from 'node:zlib';
import { pack } from 'tar-stream';
import { MIGRATIONS } from '../main/db/migrate.ts';
import { createHost } from '../main/host/createHost.ts';
import { openLibrary } from '../main/host/library.ts';
import { programmeJourney } from '../main/host/program/journey.testkit.ts';
import { storedState } from '../main/host/stored/storedState.testkit.ts';
import { findFfmpeg } from '../main/media/ffmpegPath.ts';
import { nodeServices } from '../main/node/nodeServices.ts';
import { call, runJob } from '../shared/contract/client.ts';
import type { Edit } from '../shared/domain/analysis.ts';
import { KEYPOINT_COUNT } from '../shared/pose/keypoints.ts';
import { FRAME_STRIDE } from '../shared/pose/track.ts';

const FRAMES = 480;
const SIZE = { width: 960, height: 720 };
const MODEL = { model: 'full', modelSha256: 'ab'.repeat(32), backend: 'litert' };

interface Truth {
  readonly joints: readonly { readonly index: number }[];
  readonly joints_px: readonly (readonly (readonly [number, number])[])[];
}

/** Keypoints of the shipped runner as drawn, frames x 33 x (x px, y px, visibility). */
function keypoints(): Float32Array {
  const truth = new URL('../models/sample/sample.truth.json', import.meta.url);
  const { joints, joints_px }: Truth = JSON.parse(readFileSync(truth, 'utf8'));
  const data = new Float32Array(FRAMES * FRAME_STRIDE).fill(Number.NaN);
  for (let frame = 0; frame < FRAMES; frame++)
    for (const [j, { index }] of joints.entries()) {
      const [x = 0, y = 0] = joints_px[frame]?.[j] ?? [];
      data.set([x, y, 1], (frame * KEYPOINT_COUNT + index) * 3);
    }
  return data;
}

function makeClip(folder: string, name: string, fps: number): string {
  const file = join(folder, name);
  const source = `color=c=gray:size=${SIZE.width}x${SIZE.height}:rate=${fps}:duration=${FRAMES / fps}`;
  const args = ['-y', '-v', 'error', '-f', 'lavfi', '-i', source, '-pix_fmt', 'yuv420p', '-crf', '40', file];
  execFileSync(findFfmpeg(), args);
  return file;
}

const folder = mkdtempSync(join(tmpdir(), 'midstance-stored-'));
const place = join(folder, 'library');
const host = createHost(nodeServices(), await openLibrary(place));
const transport = { call: host.dispatch, onEvent: host.onEvent };
const ask: Parameters<typeof programmeJourney>[0] = (method, input) => call(transport, method, input);

const { id: athleteId } = await ask('athletes.create', { name: 'Ann Ärmel', heightM: 1.7, notes: 'private' });
const { id: sessionId } = await ask('sessions.create', {
  athleteId,
  date: '2026-02-27',
  speedMps: 3,
  notes: 'easy',
});

async function addClip(name: string, fps: number, captureFps: number): Promise<string> {
  const { token } = await host.addChosenFile(makeClip(folder, name, fps));
  const { id } = await runJob(transport, 'clips.import', {
    token,
    sessionId,
    role: 'side_left',
    mode: 'copy',
  });
  const person = { x: 0.5, y: 0.5, timeS: 1 };
  await ask('clips.update', { id, patch: { captureFps, view: 'side' } });
  await ask('clips.update', { id, patch: { person } });
  const settings = {
    detector_sha256: 'cd'.repeat(32),
    person_x: person.x,
    person_y: person.y,
    person_time_s: person.timeS,
  };
  const { runId } = await ask('pose.begin', { clipId: id, ...MODEL, settings });
  const data = keypoints();
  for (let firstFrame = 0, index = 0; firstFrame < FRAMES; firstFrame += 240, index++) {
    const values = data.slice(firstFrame * FRAME_STRIDE, (firstFrame + 240) * FRAME_STRIDE);
    const bytes = Buffer.from(values.buffer).toString('base64');
    await ask('pose.saveChunk', { runId, index, firstFrame, frames: 240, data: bytes });
  }
  await ask('pose.finish', { runId });
  return id;
}
const clipIds = [await addClip('runs.mp4', 120, 120), await addClip('slow runs.mp4', 30, 120)];
await runJob(transport, 'analysis.run', { sessionId, startDate: null });

const add = (edit: Edit) => ask('edits.add', { sessionId, edit });
for (const clip of clipIds) {
  const latest = await ask('analysis.latest', { sessionId });
  const own = latest?.analysis.events.filter((event) => event.clip === clip) ?? [];
  const contacts = own.filter(({ type }) => type === 'initial_contact');
  const toeOffs = own.filter(({ type }) => type === 'toe_off');
  const [accepted, moved, rejected, excluded, included] = contacts;
  const [twice, lifted] = toeOffs;
  if (!accepted || !moved || !rejected || !excluded || !included || !twice || !lifted)
    throw new RangeError('too few events');
  const of = ({ side, type, time_s }: typeof accepted) => ({
    clip,
    side,
    type,
    event: null,
    auto_time_s: time_s,
    reason: null,
  });
  await add({ ...of(accepted), op: 'accept', time_s: null });
  await add({ ...of(moved), op: 'move', time_s: moved.time_s + 1 / 120 });
  await add({ ...of(twice), op: 'move', time_s: twice.time_s + 1 / 120 });
  await add({ ...of(twice), op: 'move', time_s: twice.time_s + 2 / 120 });
  await add({ ...of(rejected), op: 'reject', time_s: null, reason: 'foot_hidden' });
  await add({ ...of(rejected), op: 'add', auto_time_s: null, time_s: rejected.time_s + 3 / 120 });
  await add({
    clip,
    side: excluded.side,
    op: 'exclude',
    event: null,
    contact_time_s: excluded.time_s,
    reason: 'stumble',
  });
  await add({
    clip,
    side: included.side,
    op: 'exclude',
    event: null,
    contact_time_s: included.time_s,
    reason: 'hidden',
  });
  await add({
    clip,
    side: included.side,
    op: 'include',
    event: null,
    contact_time_s: included.time_s,
    reason: null,
  });
  const span = { from_frame: 100, to_frame: 104 };
  await add({
    clip,
    op: 'place',
    joint: 27,
    frame: 102,
    x_px: 400,
    y_px: 500,
    auto_x_px: 410,
    auto_y_px: 505,
    ...span,
  });
  await add({ clip, op: 'swap', from_frame: 200, to_frame: 205 });
  await add({ clip, op: 'reset', joint: null, from_frame: 203, to_frame: 205 });
  await ask('drawings.add', {
    sessionId,
    drawing: {
      ...{ clipId: clip, tool: 'text', colour: 'yellow', frame: 3, fromFrame: 0, toFrame: 29 },
      ...{ points: [{ x: 10, y: 12.5, joint: null }], text: 'Schau: größer', marks: [] },
    },
  });
}
await ask('clips.update', { id: clipIds[0] ?? '', patch: { zone: { fromFrame: 5, toFrame: 470 } } });
await ask('findings.confirm', { sessionId, rule: 'overstriding', side: 'L', confirmed: true });
// Undone ones are kept too: they can be done again.
await ask('edits.undo', { sessionId });
await runJob(transport, 'analysis.run', { sessionId, startDate: '2026-03-02' });
await programmeJourney(ask, athleteId, sessionId);
const exported = await runJob(transport, 'exports.run', {
  sessionId,
  formats: ['analysis.json', 'case.zip'],
});
await ask('settings.set', { theme: 'dark', language: 'de' });
const made = await runJob(transport, 'backup.make', {});
const exportFile = (id: string, name: string | undefined) => join(place, 'exports', id, name ?? '');
const parts = join(folder, 'parts');
mkdirSync(parts);
const caseName = exported.files.find(({ name }) => name.endsWith('.midstance'))?.name;
copyFileSync(exportFile(exported.exportId, caseName), join(parts, 'case.midstance'));
copyFileSync(exportFile(made.exportId, made.files[0]?.name), join(parts, 'backup.tar'));
writeFileSync(join(parts, 'expected.json'), JSON.stringify(await storedState(ask), null, 1));
await host.close();

const tar = pack();
// A stream of streamx is a readable stream to Node, by another type.
const whole = buffer(tar as unknown as Readable);
const put = (name: string, file: string) => void tar.entry({ name, mtime: new Date(0) }, readFileSync(file));
for (const name of ['case.midstance', 'backup.tar', 'expected.json']) put(name, join(parts, name));
put('library/library.db', join(place, 'library.db'));
for (const kind of ['videos', 'derived', 'exports'])
  for (const file of listed(join(place, kind))) put(`library/${kind}/${file}`, join(place, kind, file));
tar.finalize();
const target = new URL(`../main/host/stored/v${MIGRATIONS.length}.tar.br`, import.meta.url);
const params = { [constants.BROTLI_PARAM_LGWIN]: 24, [constants.BROTLI_PARAM_QUALITY]: 11 };
writeFileSync(target, brotliCompressSync(await whole, { params }));
rmSync(folder, { recursive: true, force: true });

/** Files below a folder, backups left out: one is in already. */
function listed(root: string): string[] {
  const all = execFileSync('find', ['.', '-type', 'f', '-not', '-name', '*backup*'], {
    cwd: root,
    encoding: 'utf8',
  });
  return all
    .split('\n')
    .filter((name) => name !== '')
    .map((name) => name.slice(2))
    .sort();
}
