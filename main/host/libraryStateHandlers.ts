import type { Handlers } from '../../shared/contract/handlers.ts';
import { CodedError } from '../../shared/domain/errors.ts';
import { listFound, removeFound } from '../files/found.ts';
import type { HostContext } from './hostContext.ts';
import type { JobContext } from './jobs.ts';

type Names = `library.${'state' | 'removeFound'}` | `rescue.${'state' | 'take' | 'startNew'}`;

/** How the open library is as a folder. There is nothing to rescue in it. */
export function libraryStateHandlers({ library, events }: HostContext): Pick<Handlers<JobContext>, Names> {
  const { db, layout, hold } = library;
  const isOpen = (): never => {
    throw new CodedError('not_found');
  };
  return {
    'library.state': () => ({
      isLost: hold.isLost,
      damagedRows: db.damaged.count,
      found: (hold.isLost ? undefined : listFound(layout)) ?? null,
    }),
    'library.removeFound': () => {
      removeFound(layout);
      events.changed('library');
      return {};
    },
    'rescue.state': () => ({ problem: null, libraryPlace: layout.root, copies: [] }),
    'rescue.take': isOpen,
    'rescue.startNew': isOpen,
  };
}
