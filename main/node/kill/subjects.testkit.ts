import { randomBytes } from 'node:crypto';
import type { Clip } from '../../../shared/contract/clipSchemas.ts';
import type { Driver } from './driver.testkit.ts';
import type { SessionSubject } from './survey.testkit.ts';

/** Of the stored library: measured, with a programme; nothing of it is deleted. Whoever a case brings has the same name. */
export const MEASURED = 'f0a9d23d-7991-4322-b950-542e388474b1';
const NAME = 'Runner';
export const isRunner = ({ name }: { readonly name: string }): boolean => name.startsWith(NAME);
export const runnerName = (n: number): string => `${NAME} ${n}`;

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
