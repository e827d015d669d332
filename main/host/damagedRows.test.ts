import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Client, createClient, runJob } from '../../shared/contract/client.ts';
import { connect } from '../db/connection.ts';
import { filledLibrary, SHA } from '../db/testLibrary.testkit.ts';
import { libraryLayout } from '../files/layout.ts';
import { openTestHost, type TestHost } from './testHost.testkit.ts';
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

/** As a bit that flipped leaves a row, or a hand that wrote into the database. */
function harm(file: string, sql: string): void {
  const raw = connect(file);
  raw.pragma('ignore_check_constraints = ON');
  raw.pragma('foreign_keys = OFF');
  raw.exec(sql);
  raw.close();
}
const log = () => readFileSync(join(app.library, 'logs', 'midstance.log'), 'utf8');

it.each([
  ['text that is no JSON', `UPDATE athletes SET groups_json = '{' WHERE name = 'Bea'`],
  ['JSON of another form', `UPDATE athletes SET groups_json = '{"a":1}' WHERE name = 'Bea'`],
  ['a word that nobody knows', `UPDATE athletes SET legs_json = '{"x":' WHERE name = 'Bea'`],
])('an athlete with %s is left out of the list, told and logged; the others stay', async (_, sql) => {
  for (const name of ['Ann', 'Bea', 'Cleo']) await client.athletes.create({ name, groups: ['club'] });
  const bea = (await client.athletes.list({})).find(({ name }) => name === 'Bea')?.id ?? '';
  harm(libraryLayout(app.library).database, sql);
  for (let i = 0; i < 2; i += 1)
    expect((await client.athletes.list({})).map(({ name }) => name)).toEqual(['Ann', 'Cleo']);
  await expect(client.athletes.get({ id: bea })).rejects.toMatchObject({ code: 'entry_damaged' });
  const { notices } = await client.app.info({});
  expect(notices).toContainEqual({ code: 'rows_damaged', params: { count: 1 } });
  expect((await client.library.state({})).damagedRows).toBe(1);
  expect(log()).toMatch(/"table":"athletes".*left out/);
  expect((await client.sessions.labels({})).groups).toEqual(['club']);
});

it('sessions, clips, edits: one damaged row hides no other', () => {
  const file = join(app.folder, 'another.db');
  const db = filledLibrary(file);
  const at = '2026-01-03T00:00:00.000Z';
  const session = {
    ...{ athleteId: 'athlete-1', date: '2026-01-03', speedMps: 3, inclinePercent: null, shoe: null },
    ...{ surface: 'treadmill' as const, fatigue: null, notes: '', tags: ['race'] },
  };
  for (const id of ['session-2', 'session-3']) db.sessions.create(id, session, at);
  const clip = { sessionId: 'session-1', fileName: 'b.mp4', role: 'rear' as const, createdAt: at };
  for (const id of ['clip-0002', 'clip-0003']) db.clips.create({ ...clip, id, sha256: SHA });
  const edit = { clip: 'clip-0001', side: 'L', type: 'toe_off', op: 'add', event: null } as const;
  for (const time of [1, 2, 3])
    db.edits.add('session-1', `edit-000${time}`, {
      ...edit,
      auto_time_s: null,
      time_s: time,
      reason: null,
    });
  harm(
    file,
    `UPDATE sessions SET surface = 'moon' WHERE id = 'session-2';
     UPDATE sessions SET tags_json = 'x' WHERE id = 'session-3';
     UPDATE clips SET role = 'above' WHERE id = 'clip-0002';
     UPDATE edits SET edit_json = '{"op":"explode"}' WHERE id = 'edit-0002';`,
  );
  expect(db.sessions.list(null).map(({ id }) => id)).toEqual(['session-1']);
  expect(db.search.labels().tags).toEqual(['race']);
  const search = { text: '', group: null, tag: 'race', surface: null, fatigue: null, from: null, to: null };
  expect(db.search.find({ ...search, state: null, limit: 10, offset: 0 }).sessions).toEqual([]);
  expect(db.clips.list('session-1').map(({ id }) => id)).toEqual(['clip-0001', 'clip-0003']);
  expect(db.edits.state('session-1').edits.map(({ id }) => id)).toEqual(['edit-0001', 'edit-0003']);
  expect(db.damaged.count).toBe(4);
  db.close();
});

it('a clip whose file row is damaged is left out of the list of its session', async () => {
  const { id: athleteId } = await client.athletes.create({ name: 'Ann' });
  const { id: sessionId } = await client.sessions.create({ athleteId, date: '2026-01-02' });
  const { token } = await app.host.addChosenFile(app.sample);
  await runJob(wire.transport, 'clips.import', { token, sessionId, role: 'rear', mode: 'copy' });
  expect(await client.clips.list({ sessionId })).toHaveLength(1);
  harm(libraryLayout(app.library).database, `UPDATE files SET frame_times = x'010203'`);
  expect(await client.clips.list({ sessionId })).toEqual([]);
  expect((await client.library.state({})).damagedRows).toBe(1);
});

it('damaged settings are those of a new library, so that the window opens', async () => {
  await client.settings.set({ coachName: 'Coach' });
  harm(libraryLayout(app.library).database, `UPDATE settings SET value_json = '{"coachName":'`);
  expect((await client.settings.get({})).coachName).toBe('');
  expect((await client.library.state({})).damagedRows).toBe(1);
});
