import { cpSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Client, createClient, runJob } from '../../shared/contract/client.ts';
import { FRAME_STRIDE } from '../../shared/pose/track.ts';
import { openTestHost, SAMPLE, type TestHost } from './testHost.testkit.ts';
import { openMemoryWire, type Wire } from './wire.testkit.ts';

let app: TestHost;
let wire: Wire;
let client: Client;
beforeAll(async () => {
  app = await openTestHost();
  wire = await openMemoryWire(app.host);
  client = createClient(wire.transport);
});
afterAll(() => app.close());

/** Words of one athlete that stand nowhere else; a keypoint as it is stored counts as one. */
const wordsOf = (name: string, keypoint: number): Record<string, Buffer> => {
  const point = Buffer.alloc(8);
  point.writeFloatLE(keypoint, 0);
  point.writeFloatLE(keypoint, 4);
  return {
    ...Object.fromEntries(
      ['name', 'notes', 'guardian', 'shoe', 'session', 'file', 'drawn', 'undone', 'reason'].map((word) => [
        word,
        Buffer.from(`${name}-${word}`),
      ]),
    ),
    keypoint: point,
  };
};

/** An athlete with everything that the app stores of one. */
async function fill(name: string, keypoint: number): Promise<string> {
  const word = (what: string) => `${name}-${what}`;
  const athlete = await client.athletes.create({
    ...{ name: word('name'), notes: word('notes') },
    consent: { givenBy: 'guardian', guardianName: word('guardian'), date: '2026-01-01', showFace: false },
  });
  const { id: sessionId } = await client.sessions.create({
    ...{ athleteId: athlete.id, date: '2026-01-02', shoe: word('shoe'), notes: word('session') },
  });
  // The same picture with other bytes behind it: a file of its own.
  const video = Buffer.concat([readFileSync(app.sample), Buffer.from(`\0\0\0\x20free${name.padEnd(24)}`)]);
  const path = join(app.folder, `${word('file')}.mp4`);
  writeFileSync(path, video);
  const { token } = await app.host.addChosenFile(path);
  const clip = await runJob(wire.transport, 'clips.import', {
    token,
    sessionId,
    role: 'side_left',
    mode: 'copy',
  });
  await runJob(wire.transport, 'clips.makeProxy', { id: clip.id });
  const run = { model: 'full', modelSha256: 'ab'.repeat(32), backend: 'litert', settings: {} };
  const { runId } = await client.pose.begin({ clipId: clip.id, ...run });
  const rows = new Float32Array(SAMPLE.frames * FRAME_STRIDE).fill(keypoint);
  const data = Buffer.from(rows.buffer).toString('base64');
  await client.pose.saveChunk({ runId, index: 0, firstFrame: 0, frames: SAMPLE.frames, data });
  await client.pose.finish({ runId });
  const drawing = {
    ...({ tool: 'text', colour: 'yellow' } as const),
    ...{ clipId: clip.id, frame: 3, fromFrame: 0, toFrame: 29, marks: [] },
    points: [{ x: 10, y: 12.5, joint: null }],
  };
  await client.drawings.add({ sessionId, drawing: { ...drawing, text: word('drawn') } });
  await client.drawings.add({ sessionId, drawing: { ...drawing, text: word('undone') } });
  await client.edits.undo({ sessionId });
  const event = { clip: clip.id, side: 'L', type: 'initial_contact', auto_time_s: null } as const;
  await client.edits.add({ sessionId, edit: { ...event, op: 'add', time_s: 0.1, reason: word('reason') } });
  await runJob(wire.transport, 'analysis.run', { sessionId, startDate: null });
  await runJob(wire.transport, 'exports.run', { sessionId, formats: ['analysis.json', 'case.zip'] });
  return athlete.id;
}

/** Files below a folder, as paths. */
const filesIn = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesIn(path) : [path];
  });

/** Which of the words stand in the bytes or names of the library. */
function foundOf(words: Record<string, Buffer>): string[] {
  const files = filesIn(app.library).map((path) => Buffer.concat([readFileSync(path), Buffer.from(path)]));
  return Object.keys(words).filter((word) => files.some((bytes) => bytes.includes(words[word] ?? '')));
}

it('an athlete who is deleted is in no byte of the library any more, and another one still is', async () => {
  const [ann, bob] = [wordsOf('Annika', 123.4375), wordsOf('Bertil', 321.5625)];
  const annId = await fill('Annika', 123.4375);
  await fill('Bertil', 321.5625);
  // As an app before a migration left it.
  const copy = join(app.library, 'library.db.v9.bak');
  writeFileSync(copy, readFileSync(join(app.library, 'library.db')));
  // A backup that waits for the next start, and a library that one took the place of.
  const backup = await runJob(wire.transport, 'backup.make', {});
  const tar = join(app.library, 'exports', backup.exportId, backup.files[0]?.name ?? '');
  const { token } = await app.host.addChosenFile(tar);
  await runJob(wire.transport, 'backup.restore', { token });
  cpSync(join(app.library, 'restored'), join(app.library, 'before-restore-2026-01-01T10-00-00Z'), {
    recursive: true,
  });
  expect(foundOf(ann)).toEqual(expect.arrayContaining(Object.keys(ann).filter((word) => word !== 'undone')));
  const before = new Set(filesIn(app.library));

  await client.athletes.delete({ id: annId });

  expect(foundOf(ann)).toEqual([]);
  expect(foundOf(bob)).toEqual(expect.arrayContaining(['name', 'notes', 'guardian', 'drawn', 'keypoint']));
  expect((await client.athletes.list({})).map(({ name }) => name)).toEqual(['Bertil-name']);
  const gone = [...before].filter((path) => !filesIn(app.library).includes(path));
  for (const part of ['videos', 'derived', 'exports', 'library.db.v9.bak', 'restored', 'before-restore-'])
    expect(
      gone.some((path) => path.startsWith(join(app.library, part))),
      part,
    ).toBe(true);
  expect(filesIn(join(app.library, 'videos'))).toHaveLength(1);
});
