import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createClient, runJob } from '../../shared/contract/client.ts';
import { openLibraryDb } from '../db/libraryDb.ts';
import { makeClip } from '../media/madeClips.testkit.ts';
import { openTestHost, type TestHost } from './testHost.testkit.ts';
import { openMemoryWire } from './wire.testkit.ts';

let app: TestHost;
beforeEach(async () => {
  app = await openTestHost();
});
afterEach(() => app.close());

it('keeps the beats of a clip with it, at the moments of the pictures', async () => {
  const wire = await openMemoryWire(app.host);
  const client = createClient(wire.transport);
  const athlete = await client.athletes.create({ name: 'Ann' });
  const sessionId = (await client.sessions.create({ athleteId: athlete.id, date: '2026-01-02' })).id;
  const beats = "aevalsrc='0.5*random(0)*lt(mod(t,0.5),0.03)*gt(t,0.4)':s=16000:d=3";
  const file = await makeClip(
    join(app.folder, 'beats.mov'),
    'testsrc2=size=64x48:rate=30:duration=3',
    ...['-f', 'lavfi', '-i', beats, '-map', '0:v', '-map', '1:a', '-c:v', 'libx264', '-c:a', 'pcm_s16le'],
  );
  const { token } = await app.host.addChosenFile(file);
  const clip = await runJob(wire.transport, 'clips.import', {
    ...{ token, sessionId, role: 'unassigned', mode: 'copy' },
  });
  const db = openLibraryDb(join(app.library, 'library.db'));
  const { sound } = db.files.get(clip.sha256);
  db.close();
  if (sound === null) throw new Error('not listened to');
  const loud = sound.onsets.flatMap((level, i) => (level > 120 ? [sound.start + i / sound.hz] : []));
  const beat = (t: number) => Math.round(2 * t) / 2;
  expect(new Set(loud.map(beat))).toEqual(new Set([0.5, 1, 1.5, 2, 2.5]));
  expect(Math.max(...loud.map((t) => Math.abs(t - beat(t))))).toBeLessThan(0.02);
});
