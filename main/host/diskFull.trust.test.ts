import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Client, createClient, runJob } from '../../shared/contract/client.ts';
import type { Athlete } from '../../shared/contract/librarySchemas.ts';
import { CodedError } from '../../shared/domain/errors.ts';
import { canMountDisks, openSmallDisk, type SmallDisk } from '../files/smallDisk.testkit.ts';
import { isTrustRun } from '../files/trust.testkit.ts';
import { openTestHost, type TestHost } from './testHost.testkit.ts';
import { openMemoryWire, type Wire } from './wire.testkit.ts';

/** How much is left each time; the short slice has one. */
const LEFT = isTrustRun ? [0, 4096, 12_288, 40_960, 131_072, 400_000] : [12_288];

describe.skipIf(!canMountDisks).each(LEFT)('with %i bytes left on the disk', (left) => {
  let disk: SmallDisk;
  let app: TestHost;
  let wire: Wire;
  let client: Client;
  beforeEach(async () => {
    const opened = openSmallDisk(12 << 20);
    if (opened === undefined) throw new Error('no disk');
    disk = opened;
    app = await openTestHost(undefined, { library: join(disk.folder, 'library') });
    await begin();
  });
  afterEach(async () => {
    await app.close();
    disk.remove();
  });
  async function begin(): Promise<void> {
    wire = await openMemoryWire(app.host);
    client = createClient(wire.transport);
  }
  /** Every answer is a yes that holds or the one sentence of a full disk. */
  async function attempt<T>(work: () => Promise<T>): Promise<T | undefined> {
    try {
      return await work();
    } catch (error) {
      expect(error).toBeInstanceOf(CodedError);
      expect(error).toMatchObject({ code: 'disk_full' });
      return undefined;
    }
  }
  async function again(): Promise<void> {
    disk.free();
    await app.host.close();
    const { library, folder } = app;
    app = await openTestHost(undefined, { library });
    rmSync(folder, { recursive: true, force: true });
    await begin();
  }

  it('no change is acknowledged that is not stored, and writing goes on when there is room', async () => {
    await client.athletes.create({ name: 'Before' });
    disk.fill(left);
    const kept: Athlete[] = [];
    let refused = 0;
    for (let i = 0; i < 60 && refused < 5; i++) {
      const made = await attempt(() =>
        client.athletes.create({ name: `Runner ${i}`, notes: 'n'.repeat(9000) }),
      );
      if (made === undefined) refused += 1;
      else kept.push(made);
    }
    expect(refused).toBe(5);
    // Reading still goes.
    expect(await client.athletes.list({})).toHaveLength(kept.length + 1);
    disk.free();
    kept.push(await client.athletes.create({ name: 'After' }));
    await again();
    const names = (await client.athletes.list({})).map(({ name }) => name).sort();
    expect(names).toEqual(['Before', ...kept.map(({ name }) => name)].sort());
  });

  it('imports, exports, the diagnostics and backups are whole or not there', async () => {
    const { sessionId } = await runJob(wire.transport, 'sample.import', {});
    disk.fill(left);
    const { token } = await app.host.addChosenFile(app.sample);
    const session = { athleteId: (await client.athletes.list({}))[0]?.id ?? '', date: '2026-01-02' };
    const other = await attempt(() => client.sessions.create(session));
    const input = { token, sessionId: other?.id ?? sessionId, role: 'side_left', mode: 'copy' } as const;
    const made = [
      await attempt(() => runJob(wire.transport, 'diagnostics.save', {})),
      await attempt(() => runJob(wire.transport, 'backup.make', {})),
    ];
    await attempt(() => runJob(wire.transport, 'clips.import', input));
    for (const written of made)
      for (const { name, bytes } of written?.files ?? [])
        expect(readFileSync(join(app.library, 'exports', written?.exportId ?? '', name))).toHaveLength(bytes);
    await app.host.upkeep();
    expect(readdirSync(join(app.library, 'temporary'))).toEqual([]);
    expect(readdirSync(join(app.library, 'snapshots')).filter((name) => !name.endsWith('Z.db'))).toEqual([]);
    await again();
    const [clip] = await client.clips.list({ sessionId });
    expect(clip).toMatchObject({ missing: false, damaged: false });
    const backup = await runJob(wire.transport, 'backup.make', {});
    expect(backup.damaged).toEqual([]);
    expect(existsSync(join(app.library, 'exports', backup.exportId))).toBe(true);
  });
});
