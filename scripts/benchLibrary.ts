import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { NewFile } from '../main/db/files.ts';
import { createHost } from '../main/host/createHost.ts';
import { type Library, openLibrary } from '../main/host/library.ts';
import { probeClip } from '../main/media/probe.ts';
import { nodeServices } from '../main/node/nodeServices.ts';
import { createClient } from '../shared/contract/client.ts';
import { secondsOf, tell } from './benchLine.ts';

const SAMPLE = fileURLToPath(new URL('../models/sample/sample.mp4', import.meta.url));
const ATHLETES = 500;
const SESSIONS_EACH = 5;
const CLIPS_EACH = 4;
const TIMES = 60;

/** A library of 10,000 clips, each a file of its own, none of them on the disk. */
async function fill({ db }: Library): Promise<void> {
  const { frameTable, turn: _, ...probe } = await probeClip(SAMPLE);
  const record: Omit<NewFile, 'sha256' | 'place'> = {
    ...{
      bytes: 1_000_000,
      storage: 'copy',
      frameTable,
      thumbnailCount: 1,
      hasProxy: false,
      isNotAsTold: false,
    },
    ...{ look: null, sound: null },
    probe: {
      ...probe,
      containerFps: probe.containerFps ?? null,
      captureFps: probe.captureFps ?? null,
      isFullRateIntended: probe.isFullRateIntended ?? null,
      longestGop: probe.longestGop ?? null,
      readerStart_s: probe.readerStart_s ?? null,
    },
  };
  const createdAt = '2026-01-02T10:00:00.000Z';
  const legs = { leftLengthM: null, rightLengthM: null, remark: null };
  db.transaction(() => {
    for (let a = 0; a < ATHLETES; a++) {
      const who = { name: `Runner ${a}`, groups: [`squad ${a % 9}`], heightM: 1.7, birthYear: null };
      const about = { ...who, consent: null, notes: '', legs };
      const athlete = db.athletes.create(`athlete-${a}`, about, createdAt);
      for (let s = 0; s < SESSIONS_EACH; s++) {
        const session = { athleteId: athlete.id, date: `2026-01-0${s + 1}`, speedMps: 3, inclinePercent: 0 };
        const run = { shoe: `shoe ${s}`, surface: 'treadmill', fatigue: 'usual' } as const;
        const more = { ...run, tags: [`block ${s}`], notes: 'intervals' };
        const { id: sessionId } = db.sessions.create(`session-${a}-${s}`, { ...session, ...more }, createdAt);
        for (let c = 0; c < CLIPS_EACH; c++) {
          const sha256 = (1e12 + a * 100 + s * 10 + c).toString(16).padStart(64, '0');
          db.files.insert({ ...record, sha256, place: `${sha256}.mp4` }, createdAt);
          const clip = { id: `clip-${a}-${s}-${c}-0`, sessionId, sha256, fileName: `run ${c}.mp4` };
          db.clips.create({ ...clip, role: 'side_left', createdAt });
        }
      }
    }
  });
}

/** 95th percentile, ms. */
async function p95Ms(work: (i: number) => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < TIMES; i++) times.push(1000 * (await secondsOf(() => work(i))));
  return times.sort((a, b) => a - b)[Math.floor(0.95 * TIMES)] ?? 0;
}

/** List, search and open as the pages of the library ask for them, through the host and its database. The aim is 100 ms. */
export async function benchLibrary(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'midstance-bench-'));
  const library = await openLibrary(join(folder, 'library'));
  try {
    await fill(library);
    const host = createHost(nodeServices(), library);
    const client = createClient({ call: host.dispatch, onEvent: host.onEvent });
    const clips = ATHLETES * SESSIONS_EACH * CLIPS_EACH;
    const told: [string, (i: number) => Promise<unknown>][] = [
      ['list of all athletes', () => client.athletes.list({})],
      ['list of all sessions', () => client.sessions.list({ athleteId: null })],
      [
        'search of an athlete by name',
        async (i) => {
          const found = (await client.athletes.list({})).filter(({ name }) => name.endsWith(` ${i}`));
          if (found.length !== 1) throw new Error(`invalid search: ${found.length} found`);
        },
      ],
      [
        'search of sessions by words and a group',
        async (i) => {
          const found = await client.sessions.search({ text: `runner ${i} shoe`, group: `squad ${i % 9}` });
          if (found.total < SESSIONS_EACH) throw new Error(`invalid search: ${found.total} found`);
        },
      ],
      ['first page of all sessions', () => client.sessions.search({})],
      [
        'open of an athlete and a session',
        async (i) => {
          const [session] = await client.sessions.list({ athleteId: `athlete-${i}` });
          const found = await client.clips.list({ sessionId: session?.id ?? '' });
          if (found.length !== CLIPS_EACH) throw new Error(`invalid session: ${found.length} clips`);
        },
      ],
    ];
    for (const [name, work] of told)
      tell({ bench: `${name} in a library of ${clips} clips, p95`, value: await p95Ms(work), unit: 'ms' });
    await host.close();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (import.meta.main) await benchLibrary();
