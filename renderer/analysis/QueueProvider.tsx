import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { Client } from '../../shared/contract/client.ts';
import { type HostAccess, useHost } from '../host/HostProvider.tsx';
import { dateText } from '../ui/dates.ts';
import { analyseSession } from './analyseSession.ts';
import { problemFrom } from './problem.ts';
import { type AnalysisQueue, createQueue } from './queue.ts';
import type { AnalysisTask } from './tasks.ts';

const STORAGE_KEY = 'midstance.queue';
const LOCK_NAME = 'midstance.analysis';
/** Newest sessions that are looked through for work left unfinished. */
const SESSIONS_LOOKED_AT = 40;

const QueueContext = createContext<AnalysisQueue | undefined>(undefined);

function openQueue(host: HostAccess): AnalysisQueue {
  return createQueue({
    analyse: (sessionId, reports) => analyseSession(host, sessionId, reports),
    alone: async (work, signal) => {
      await navigator.locks.request(LOCK_NAME, { signal }, work);
    },
    remember: (tasks) => sessionStorage.setItem(STORAGE_KEY, JSON.stringify(tasks)),
    problemFrom,
  });
}

function remembered(): { sessionId: string; title: string }[] {
  const stored: unknown = JSON.parse(sessionStorage.getItem(STORAGE_KEY) ?? '[]');
  return Array.isArray(stored) ? stored : [];
}

/** Shows sessions whose keypoints were begun and never finished, for example because the app was closed. */
async function addUnfinished(queue: AnalysisQueue, client: Client): Promise<void> {
  const [sessions, athletes] = await Promise.all([
    client.sessions.list({ athleteId: null }),
    client.athletes.list({}),
  ]);
  const newest = [...sessions].sort((a, b) => b.createdAt.localeCompare(a.createdAt));
  for (const session of newest.filter(({ clipCount }) => clipCount > 0).slice(0, SESSIONS_LOOKED_AT)) {
    const clips = await client.clips.list({ sessionId: session.id });
    if (!clips.some((clip) => clip.poseRun?.state === 'running')) continue;
    const name = athletes.find(({ id }) => id === session.athleteId)?.name ?? '';
    queue.addPaused(session.id, `${name} · ${dateText(session.date)}`);
  }
}

export function QueueProvider({ children }: { children: ReactNode }) {
  const host = useHost();
  const [queue] = useState(() => openQueue(host));
  useEffect(() => {
    for (const { sessionId, title } of remembered()) queue.add(sessionId, title);
    // Only a reminder: without an answer the queue is simply empty.
    addUnfinished(queue, host.client).catch(() => undefined);
  }, [queue, host]);
  return <QueueContext value={queue}>{children}</QueueContext>;
}

export function useQueue(): AnalysisQueue {
  const queue = useContext(QueueContext);
  if (queue === undefined) throw new Error('invalid use: outside of QueueProvider');
  return queue;
}

export const useTasks = (): readonly AnalysisTask[] => useStore(useQueue().store, ({ tasks }) => tasks);

export const useTask = (sessionId: string): AnalysisTask | undefined =>
  useStore(useQueue().store, ({ tasks }) => tasks.find((task) => task.sessionId === sessionId));
