import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Client } from '../../shared/contract/client.ts';
import type { SessionSearch } from '../../shared/contract/searchSchemas.ts';

/** Cached questions to the host. The first part of a key is the group that `data.changed` names. */
export const queries = {
  info: (client: Client) =>
    queryOptions({ queryKey: ['library', 'info'], queryFn: () => client.app.info({}) }),
  libraryState: (client: Client) =>
    queryOptions({ queryKey: ['library', 'state'], queryFn: () => client.library.state({}) }),
  rescue: (client: Client) =>
    queryOptions({ queryKey: ['library', 'rescue'], queryFn: () => client.rescue.state({}) }),
  settings: (client: Client) =>
    queryOptions({ queryKey: ['settings'], queryFn: () => client.settings.get({}) }),
  /** What waits for the next start. */
  waitingBackup: (client: Client) =>
    queryOptions({ queryKey: ['library', 'waiting'], queryFn: () => client.backup.waiting({}) }),
  /** Read anew each time: the coach changes the folder outside of the app. */
  models: (client: Client) =>
    queryOptions({ queryKey: ['models'], queryFn: () => client.models.list({}), staleTime: 0 }),
  athletes: (client: Client) =>
    queryOptions({ queryKey: ['athletes'], queryFn: () => client.athletes.list({}) }),
  athlete: (client: Client, id: string) =>
    queryOptions({ queryKey: ['athletes', id], queryFn: () => client.athletes.get({ id }) }),
  sessions: (client: Client, athleteId: string | null) =>
    queryOptions({
      queryKey: ['sessions', 'of', athleteId],
      queryFn: () => client.sessions.list({ athleteId }),
    }),
  /** Groups and tags in use. */
  labels: (client: Client) =>
    queryOptions({ queryKey: ['sessions', 'labels'], queryFn: () => client.sessions.labels({}) }),
  found: (client: Client, search: Partial<SessionSearch>) =>
    queryOptions({
      queryKey: ['sessions', 'found', search],
      queryFn: () => client.sessions.search(search),
      // The list stays while the next one is looked for.
      placeholderData: keepPreviousData,
    }),
  session: (client: Client, id: string) =>
    queryOptions({ queryKey: ['sessions', id], queryFn: () => client.sessions.get({ id }) }),
  clips: (client: Client, sessionId: string) =>
    queryOptions({ queryKey: ['clips', 'of', sessionId], queryFn: () => client.clips.list({ sessionId }) }),
  clip: (client: Client, id: string) =>
    queryOptions({ queryKey: ['clips', id], queryFn: () => client.clips.get({ id }) }),
  analysis: (client: Client, sessionId: string) =>
    queryOptions({
      queryKey: ['analysis', sessionId],
      queryFn: () => client.analysis.latest({ sessionId }),
    }),
  edits: (client: Client, sessionId: string) =>
    queryOptions({ queryKey: ['edits', sessionId], queryFn: () => client.edits.list({ sessionId }) }),
  exports: (client: Client, sessionId: string) =>
    queryOptions({ queryKey: ['exports', sessionId], queryFn: () => client.exports.list({ sessionId }) }),
};
