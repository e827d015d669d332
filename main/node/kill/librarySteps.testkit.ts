import type { Driver, Steps } from './driver.testkit.ts';
import { slotOf } from './ledger.testkit.ts';
import { MEASURED, runnerName, someClip, someRunner, someSession } from './subjects.testkit.ts';
import { athleteSlots, clipSlot } from './survey.testkit.ts';

const GONE = { gone: true };

type Names =
  | 'settings.set'
  | `${'athletes' | 'sessions'}.${'create' | 'update' | 'delete'}`
  | `uploads.${'begin' | 'discard'}`
  | `clips.${'update' | 'delete'}`
  | 'library.removeFound'
  | `rescue.${'take' | 'startNew'}`;

/** An athlete with something in it that may be deleted. */
async function expendable(driver: Driver): Promise<string> {
  const chance = driver.random();
  if (chance < 0.5) return (await someClip(driver)).athleteId;
  const others = (await driver.ask('athletes.list', {})).filter(({ id }) => id !== MEASURED);
  return chance < 0.9 && others.length > 0 ? driver.pick(others).id : someRunner(driver);
}

/** Settings, athletes, sessions, and what comes in. */
export const librarySteps: Pick<Steps, Names> = {
  'settings.set': async (driver) => {
    const patch = { coachName: `Coach ${driver.next()}`, clubLine: `Club ${driver.next()}` };
    return {
      input: patch,
      touches: ['settings.get', 'exports.list'],
      predicted: (slot, before) =>
        slot.name === 'settings.get' ? { ...(before as object), ...patch } : undefined,
      facts: (value) => [{ slot: slotOf('settings.get', {}, ['settings']), value }],
    };
  },
  'athletes.create': async (driver) => {
    const input = { name: runnerName(driver.next()), heightM: 1.7, notes: 'n'.repeat(500) };
    return {
      input,
      root: 'nobody',
      touches: [],
      creates: 'athlete',
      facts: (value) => athleteSlots(value.id).map((slot) => ({ slot, value })),
      half: async (server, id) => {
        const reply = await server.call('athletes.get', { id });
        const { name, heightM, notes } = reply.value as typeof input;
        return JSON.stringify({ name, heightM, notes }) === JSON.stringify(input)
          ? undefined
          : 'not as it was entered';
      },
    };
  },
  'athletes.update': async (driver) => {
    const id = await someRunner(driver);
    const patch = { notes: `note ${driver.next()}`, groups: [`G${driver.next()}`] };
    return {
      input: { id, patch },
      root: id,
      touches: ['athletes.get', 'exports.list', 'analysis.latest'],
      facts: (value) => athleteSlots(id).map((slot) => ({ slot, value })),
      predicted: (slot, before) =>
        slot.name === 'athletes.get' ? { ...(before as object), ...patch } : undefined,
    };
  },
  'athletes.delete': async (driver) => {
    const id = await expendable(driver);
    return {
      input: { id },
      root: 'loose',
      // Of exports that belong to nobody it cannot be told whom they show.
      touches: ['bytes'],
      takes: ({ path }) => path[0] === 'loose',
      deletes: id,
      drops: ({ path }) => path[0] === 'loose',
      facts: () => athleteSlots(id).map((slot) => ({ slot, value: GONE })),
      after: () => {
        driver.ledger.waiting = undefined;
      },
    };
  },
  'sessions.create': async (driver) => {
    const athleteId = await someRunner(driver);
    const input = { athleteId, date: '2026-03-01', speedMps: 3.1, tags: [`T${driver.next()}`] };
    return {
      input,
      root: athleteId,
      touches: ['athletes.get'],
      creates: 'session',
      predicted: (_, before) => counted(before, 'sessionCount', 1),
      facts: (value) => [{ slot: slotOf('sessions.get', { id: value.id }, [athleteId, value.id]), value }],
      half: async (server, id) => {
        const { value } = await server.call('sessions.get', { id });
        const { date, speedMps, tags } = value as typeof input;
        return date === input.date && speedMps === input.speedMps && `${tags}` === `${input.tags}`
          ? undefined
          : 'not as it was entered';
      },
    };
  },
  'sessions.update': async (driver) => {
    const { athleteId, sessionId } = await someSession(driver);
    const patch = { notes: `note ${driver.next()}`, shoe: `shoe ${driver.next()}`, inclinePercent: 1 };
    return {
      input: { id: sessionId, patch },
      root: athleteId,
      touches: ['sessions.get', 'exports.list', 'analysis.latest'],
      facts: (value) => [{ slot: slotOf('sessions.get', { id: sessionId }, [athleteId, sessionId]), value }],
      predicted: (slot, before) =>
        slot.name === 'sessions.get' && slot.path.includes(sessionId)
          ? { ...(before as object), ...patch }
          : undefined,
    };
  },
  'sessions.delete': async (driver) => {
    const { athleteId, sessionId } =
      driver.random() < 0.7 ? await someClip(driver) : await someSession(driver);
    return {
      input: { id: sessionId },
      root: athleteId,
      touches: ['athletes.get', 'program.state'],
      deletes: sessionId,
      predicted: (_, before) => counted(before, 'sessionCount', -1),
      facts: () => [{ slot: slotOf('sessions.get', { id: sessionId }, [athleteId, sessionId]), value: GONE }],
    };
  },
  // Tokens are of one start of the program: nothing of an upload is stored before its import.
  'uploads.begin': async (driver) => ({
    input: { name: `video ${driver.next()}.mp4`, bytes: 1000 },
    root: 'nobody',
    touches: [],
    after: async ({ token }) => {
      if (!driver.isKilled)
        await driver.fetch(`/upload/${token}?offset=0`, { method: 'PUT', body: Buffer.alloc(500) });
    },
  }),
  'uploads.discard': async (driver) => ({
    input: { token: await driver.upload('discarded.mp4', Buffer.alloc(1000)) },
    root: 'nobody',
    touches: [],
  }),
  'clips.update': async (driver) => {
    const subject = await someClip(driver);
    const { athleteId, clip } = subject;
    const last = clip.frameCount - 1 - (driver.next() % 7);
    const patch = { zone: { fromFrame: 1, toFrame: last }, view: driver.pick(['side', 'rear'] as const) };
    return {
      input: { id: clip.id, patch },
      root: athleteId,
      touches: ['clips.get', 'edits.list', 'analysis.latest'],
      facts: (value) => [{ slot: clipSlot(subject, clip.id), value }],
      half: async (server) => {
        const { value } = await server.call('clips.get', { id: clip.id });
        const { zone, view } = value as typeof clip;
        const isNew = JSON.stringify(zone) === JSON.stringify(patch.zone);
        const isOld = JSON.stringify(zone) === JSON.stringify(clip.zone) && view === clip.view;
        return (isNew && view === patch.view) || isOld ? undefined : 'zone and view are not of one moment';
      },
    };
  },
  'clips.delete': async (driver) => {
    const { athleteId, sessionId, clip } = await someClip(driver);
    return {
      input: { id: clip.id },
      root: athleteId,
      touches: ['sessions.get', 'edits.list', 'analysis.latest', 'exports.list'],
      deletes: clip.id,
      predicted: (slot, before) =>
        slot.name === 'sessions.get' && slot.path.includes(sessionId)
          ? counted(before, 'clipCount', -1)
          : undefined,
      facts: () => [{ slot: clipSlot({ athleteId, sessionId }, clip.id), value: GONE }],
    };
  },
  'library.removeFound': async () => ({ input: {}, root: 'nobody', touches: [] }),
  'rescue.take': async () => ({
    input: { id: 'before-migration-v1' },
    root: 'nobody',
    touches: [],
    refused: 'not_found',
  }),
  'rescue.startNew': async () => ({ input: {}, root: 'nobody', touches: [], refused: 'not_found' }),
};

export function counted(before: unknown, field: string, more: number): unknown {
  const answer = before as Record<string, unknown>;
  const count = answer[field];
  return typeof count === 'number' ? { ...answer, [field]: count + more } : undefined;
}
