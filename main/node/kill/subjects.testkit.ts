import { randomBytes } from 'node:crypto';
import type { Clip } from '../../../shared/contract/clipSchemas.ts';
import { exportUrl } from '../../../shared/contract/mediaUrls.ts';
import type { ExportRecord } from '../../../shared/contract/workSchemas.ts';
import type { Served } from '../serve.testkit.ts';
import type { Driver } from './driver.testkit.ts';
import { bytesSlot, type Fact, type Kind, type Ledger, read, type Slot, slotOf } from './ledger.testkit.ts';

/** Of the stored library: measured, with a programme; nothing of it is deleted. Whoever a case brings has the same name. */
export const MEASURED = 'f0a9d23d-7991-4322-b950-542e388474b1';
const NAME = 'Runner';
export const isRunner = ({ name }: { readonly name: string }): boolean => name.startsWith(NAME);
export const runnerName = (n: number): string => `${NAME} ${n}`;

export interface SessionSubject {
  readonly athleteId: string;
  readonly sessionId: string;
}
export interface ClipSubject extends SessionSubject {
  readonly clip: Clip;
}

export async function measured(driver: Driver): Promise<SessionSubject & { clips: readonly Clip[] }> {
  const [session] = await driver.ask('sessions.list', { athleteId: MEASURED });
  if (session === undefined) throw new Error('nobody is measured');
  const clips = await driver.ask('clips.list', { sessionId: session.id });
  return { athleteId: MEASURED, sessionId: session.id, clips };
}
export async function someRunner(driver: Driver): Promise<string> {
  const runners = (await driver.ask('athletes.list', {})).filter(isRunner);
  if (runners.length > 0) return driver.pick(runners).id;
  return (await driver.do('athletes.create'))?.id ?? '';
}
export async function someSession(driver: Driver): Promise<SessionSubject> {
  const sessions = await driver.ask('sessions.list', { athleteId: null });
  const runners = new Set((await driver.ask('athletes.list', {})).filter(isRunner).map(({ id }) => id));
  const own = sessions.filter(({ athleteId }) => runners.has(athleteId));
  const session = own.length > 0 ? driver.pick(own) : await driver.do('sessions.create');
  return { athleteId: session?.athleteId ?? '', sessionId: session?.id ?? '' };
}
/** A clip of its own file, with or without all its keypoints. */
export async function someClip(driver: Driver): Promise<ClipSubject> {
  const sessions = await driver.ask('sessions.list', { athleteId: null });
  const runners = new Set((await driver.ask('athletes.list', {})).filter(isRunner).map(({ id }) => id));
  const found: ClipSubject[] = [];
  for (const { id: sessionId, athleteId, clipCount } of sessions) {
    if (!runners.has(athleteId) || clipCount === 0) continue;
    for (const clip of await driver.ask('clips.list', { sessionId }))
      found.push({ athleteId, sessionId, clip });
  }
  if (found.length > 0) return driver.pick(found);
  const clip = await driver.do('clips.import');
  const { athleteId = '' } = await driver.ask('sessions.get', { id: clip?.sessionId ?? '' });
  if (clip === undefined) throw new Error('nothing was imported');
  return { athleteId, sessionId: clip.sessionId, clip };
}

/** The same video under another hash: a box that every player skips. */
export function asAnother(video: Buffer): Buffer {
  const box = Buffer.concat([Buffer.alloc(8), randomBytes(16)]);
  box.writeUInt32BE(box.length, 0);
  box.write('free', 4, 'latin1');
  return Buffer.concat([video, box]);
}

export const athleteSlots = (id: string): Slot[] => [slotOf('athletes.get', { id }, [id])];
export const sessionSlots = ({ athleteId, sessionId }: SessionSubject): Slot[] => {
  const path = [athleteId, sessionId];
  return [
    slotOf('sessions.get', { id: sessionId }, path),
    slotOf('edits.list', { sessionId }, path),
    slotOf('exports.list', { sessionId }, path),
    slotOf('analysis.latest', { sessionId }, path),
  ];
};
export const clipSlot = ({ athleteId, sessionId }: SessionSubject, id: string): Slot =>
  slotOf('clips.get', { id }, [athleteId, sessionId, id]);
export const exportSlots = (made: ExportRecord, owner: readonly string[]): Slot[] =>
  made.files.map(({ name }) => bytesSlot(exportUrl(made.exportId, name), [...owner, made.exportId]));

/**
 * Adds what can be reached from the lists and was not noted yet.
 * @returns what that is
 */
export async function survey(server: Served, ledger: Ledger): Promise<{ kind: Kind; id: string }[]> {
  const found: { kind: Kind; id: string }[] = [];
  const note = async (kind: Kind, id: string, slots: readonly Slot[]) => {
    if (!ledger.knows(id)) found.push({ kind, id });
    const known = new Set(ledger.slots.map((slot) => JSON.stringify([slot.name, slot.input])));
    const facts: Fact[] = [];
    for (const slot of slots)
      if (!known.has(JSON.stringify([slot.name, slot.input])))
        facts.push({ slot, value: await read(server, slot) });
    ledger.set(...facts);
  };
  const list = async <T>(slot: Slot): Promise<readonly T[]> => (await read(server, slot)) as readonly T[];
  for (const { id } of await list<{ id: string }>(slotOf('athletes.list', {}, [])))
    await note('athlete', id, athleteSlots(id));
  const sessions = slotOf('sessions.list', { athleteId: null }, []);
  for (const { id: sessionId, athleteId } of await list<{ id: string; athleteId: string }>(sessions)) {
    const subject = { athleteId, sessionId };
    await note('session', sessionId, sessionSlots(subject));
    for (const { id } of await list<Clip>(slotOf('clips.list', { sessionId }, [])))
      await note('clip', id, [clipSlot(subject, id)]);
    for (const made of await list<ExportRecord>(slotOf('exports.list', { sessionId }, [])))
      await note('export', made.exportId, exportSlots(made, [athleteId, sessionId]));
  }
  return found;
}
