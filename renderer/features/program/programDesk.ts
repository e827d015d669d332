import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { Client } from '../../../shared/contract/client.ts';
import type { LibraryItem } from '../../../shared/contract/exerciseSchemas.ts';
import type { ProgramState } from '../../../shared/contract/programApiSchemas.ts';
import { type Library, libraryOf } from '../../../shared/program/library.ts';
import { useClient } from '../../host/HostProvider.tsx';

/** Whose programme, and the coach's day. */
export interface Who {
  readonly athleteId: string;
  readonly today: string;
}

/** What every part of the programme screen works with. */
export interface Desk {
  readonly who: Who;
  readonly state: ProgramState;
  readonly library: Library;
  /** Opens the review of a clip at a time in true seconds. */
  readonly onFrame: (clip: string, timeS: number) => void;
}

export type ProgramTab = 'plan' | 'tests' | 'log';

export const programKey = ({ athleteId, today }: Who) => ['program', athleteId, today] as const;

export const programQuery = (client: Client, who: Who) =>
  queryOptions({ queryKey: programKey(who), queryFn: () => client.program.state(who) });

export const exercisesQuery = (client: Client) =>
  queryOptions({ queryKey: ['library'], queryFn: () => client.library.list({}) });

export const videoQuery = (client: Client, athleteId: string, planId: string) =>
  queryOptions({
    queryKey: ['program', athleteId, 'video', planId],
    queryFn: () => client.program.videoChanges({ athleteId, planId }),
  });

export type Ask = (program: Client['program'], who: Who) => Promise<ProgramState>;

/** One thing that the coach does: the answer is the whole state, which is shown at once. */
export function useAct({ who }: Desk, onDone?: () => void) {
  const client = useClient();
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (ask: Ask) => ask(client.program, who),
    onSuccess: (state) => {
      cache.setQueryData(programKey(who), state);
      onDone?.();
    },
  });
}

/** The list that the host sends as a library: retired exercises only lend their names. */
export function libraryFrom(items: readonly LibraryItem[]): Library {
  const exercises = (isWanted: (item: LibraryItem) => boolean) =>
    items.filter(isWanted).map(({ exercise }) => exercise);
  return libraryOf(
    exercises(({ state }) => state !== 'retired'),
    exercises(({ state }) => state === 'retired'),
  );
}
