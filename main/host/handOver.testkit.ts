import { expect } from 'vitest';
import type { CallInput, JobName, Output } from '../../shared/contract/handlers.ts';
import { clipVideoUrl, uploadUrl } from '../../shared/contract/mediaUrls.ts';
import type { Ask } from './program/journey.testkit.ts';
import type { Wire } from './wire.testkit.ts';

interface HandOverJourney {
  readonly ask: Ask;
  readonly work: <M extends JobName>(method: M, input: CallInput<M>) => Promise<Output<M>>;
  readonly wire: Wire;
  readonly clipId: string;
  readonly sessionId: string;
}

/** A session out as a case, the library as one file, both in again, and a video that is told to be where it is. */
export async function handOverJourney({
  ask,
  work,
  wire,
  clipId,
  sessionId,
}: HandOverJourney): Promise<void> {
  const bytesOf = async (url: string) => Buffer.from(await (await wire.fetch(url)).arrayBuffer());
  const upload = async (name: string, body: Buffer): Promise<string> => {
    const { token } = await ask('uploads.begin', { name, bytes: body.length });
    await wire.fetch(uploadUrl(token, 0), { method: 'PUT', body });
    return token;
  };
  const handed = await work('exports.run', { sessionId, formats: ['case.zip'] });
  const opened = await work('cases.import', {
    token: await upload('case.zip', await bytesOf(handed.files[0]?.url ?? '')),
  });
  await ask('athletes.delete', { id: opened.athleteId });

  const made = await work('backup.make', {});
  const saved = await bytesOf(made.files[0]?.url ?? '');
  expect(saved.length).toBe(made.files[0]?.bytes);
  const athletes = (await ask('athletes.list', {})).length;
  expect(await work('backup.restore', { token: await upload('backup.tar', saved) })).toMatchObject({
    athletes,
  });
  expect((await ask('backup.waiting', {})).madeAt).not.toBeNull();
  await ask('backup.forget', {});
  expect((await ask('backup.waiting', {})).madeAt).toBeNull();
  const video = await bytesOf(clipVideoUrl(clipId));
  const found = await work('clips.findFile', { id: clipId, token: await upload('moved.mp4', video) });
  expect(found).toMatchObject({ id: clipId, missing: false });
}

/** The library as a folder, while it is open and well. */
export async function libraryJourney(ask: Ask): Promise<void> {
  expect(await ask('library.state', {})).toEqual({ isLost: false, damagedRows: 0, found: null });
  expect(await ask('library.removeFound', {})).toEqual({});
  expect((await ask('rescue.state', {})).problem).toBeNull();
  const notFound = { code: 'not_found' };
  await expect(ask('rescue.take', { id: 'before-migration-v1' })).rejects.toMatchObject(notFound);
  await expect(ask('rescue.startNew', {})).rejects.toMatchObject(notFound);
}
