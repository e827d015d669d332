import type { Handlers } from '../../shared/contract/handlers.ts';
import type { HostContext } from './hostContext.ts';
import type { JobContext } from './jobs.ts';
import { deleteWithFiles, removeOldCopies } from './removeFiles.ts';

type Names =
  | `settings.${'get' | 'set'}`
  | `sessions.${'search' | 'labels'}`
  | `${'athletes' | 'sessions'}.${'list' | 'get' | 'create' | 'update' | 'delete'}`;

/** Settings, athletes and sessions. */
export function libraryHandlers(context: HostContext): Pick<Handlers<JobContext>, Names> {
  const { services, events } = context;
  const { db } = context.library;
  const createdAt = () => services.now().toISOString();
  return {
    'settings.get': () => db.settings.get(),
    'settings.set': (patch) => {
      const named = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
      db.settings.set({ ...db.settings.get(), ...named });
      events.changed('settings', 'exports');
      return db.settings.get();
    },
    'athletes.list': () => db.athletes.list(),
    'athletes.get': ({ id }) => db.athletes.get(id),
    'athletes.create': (input) => {
      const athlete = db.athletes.create(services.newId(), input, createdAt());
      events.changed('athletes');
      return athlete;
    },
    'athletes.update': ({ id, patch }) => {
      const athlete = db.athletes.update(id, patch);
      events.changed('athletes', 'exports');
      return athlete;
    },
    'athletes.delete': async ({ id }) => {
      await deleteWithFiles(context, () => {
        db.athletes.remove(id);
        db.exports.removeWithoutSession();
        db.forgotten.add(id);
      });
      removeOldCopies(context.library);
      db.forgetDeleted();
      // Last: until then a start goes on where this was stopped.
      await context.copies.forgetDeleted();
      events.changed('athletes', 'sessions', 'clips', 'library');
      return {};
    },
    'sessions.list': ({ athleteId }) => db.sessions.list(athleteId),
    'sessions.search': (search) => db.search.find(search),
    'sessions.labels': () => db.search.labels(),
    'sessions.get': ({ id }) => db.sessions.get(id),
    'sessions.create': (input) => {
      db.athletes.get(input.athleteId);
      const session = db.sessions.create(services.newId(), input, createdAt());
      events.changed('sessions', 'athletes');
      return session;
    },
    'sessions.update': ({ id, patch }) => {
      const session = db.sessions.update(id, patch);
      events.changed('sessions', 'analysis', 'exports');
      return session;
    },
    'sessions.delete': async ({ id }) => {
      await deleteWithFiles(context, () => db.sessions.remove(id));
      events.changed('sessions', 'athletes', 'clips');
      return {};
    },
  };
}
