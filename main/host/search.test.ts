import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Client, createClient } from '../../shared/contract/client.ts';
import type { CallInput } from '../../shared/contract/handlers.ts';
import { openTestHost, type TestHost } from './testHost.testkit.ts';

describe('the search for sessions', () => {
  let app: TestHost;
  let client: Client;
  const find = async (search: CallInput<'sessions.search'>) =>
    (await client.sessions.search(search)).sessions.map(({ athleteName, date }) => `${athleteName} ${date}`);

  beforeAll(async () => {
    app = await openTestHost();
    client = createClient({ call: app.host.dispatch, onEvent: app.host.onEvent });
    const zoe = await client.athletes.create({ name: 'Zoë Ångström', groups: ['U18', 'Track club'] });
    const bob = await client.athletes.create({ name: 'Bob', groups: ['Track club'] });
    const add = (athleteId: string, date: string, more: object) =>
      client.sessions.create({ athleteId, date, ...more });
    await add(zoe.id, '2026-03-01', { shoe: 'Pegasus 40', tags: ['race'], surface: 'overground' });
    await add(zoe.id, '2026-03-08', { fatigue: 'tired', notes: 'after 100 % intervals', tags: ['hills'] });
    await add(bob.id, '2026-02-20', { surface: 'treadmill', tags: ['race'] });
  });
  afterAll(() => app.close());

  it('finds every word wherever it stands, without case and accents, and newest first', async () => {
    expect(await find({})).toEqual(['Zoë Ångström 2026-03-08', 'Zoë Ångström 2026-03-01', 'Bob 2026-02-20']);
    expect(await find({ text: 'ZOE angstrom' })).toHaveLength(2);
    expect(await find({ text: 'pegasus track' })).toEqual(['Zoë Ångström 2026-03-01']);
    expect(await find({ text: '100 %' })).toEqual(['Zoë Ångström 2026-03-08']);
    expect(await find({ text: '2026-02' })).toEqual(['Bob 2026-02-20']);
    expect(await find({ text: "x' OR 1=1 --" })).toEqual([]);
  });

  it('narrows by group, tag, surface, legs, state and days', async () => {
    expect(await find({ group: 'U18' })).toHaveLength(2);
    expect(await find({ group: 'U1' })).toEqual([]);
    expect(await find({ tag: 'race' })).toEqual(['Zoë Ångström 2026-03-01', 'Bob 2026-02-20']);
    expect(await find({ surface: 'treadmill', tag: 'race' })).toEqual(['Bob 2026-02-20']);
    expect(await find({ fatigue: 'tired' })).toEqual(['Zoë Ångström 2026-03-08']);
    expect(await find({ state: 'analysed' })).toEqual([]);
    expect(await find({ state: 'open' })).toHaveLength(3);
    expect(await find({ from: '2026-03-01', to: '2026-03-01' })).toEqual(['Zoë Ångström 2026-03-01']);
  });

  it('gives pages of one list, and the words in use', async () => {
    const page = await client.sessions.search({ limit: 1, offset: 1 });
    expect([page.total, page.sessions[0]?.date]).toEqual([3, '2026-03-01']);
    expect(page.sessions[0]).toMatchObject({ groups: ['U18', 'Track club'], tags: ['race'], clipCount: 0 });
    expect(await client.sessions.labels({})).toEqual({
      groups: ['Track club', 'U18'],
      tags: ['hills', 'race'],
    });
  });
});
