import type { HostAccess } from './HostProvider.tsx';

/** Takes a case of another coach in as a new athlete and measures it. Returns the id of its session. @throws CodedError */
export async function openCase({ run }: Pick<HostAccess, 'run'>, token: string): Promise<string> {
  const { sessionId } = await run('cases.import', { token });
  // Without keypoints there is nothing to measure yet: the session's page says what to do then.
  await run('analysis.run', { sessionId, startDate: null }).catch(() => undefined);
  return sessionId;
}
