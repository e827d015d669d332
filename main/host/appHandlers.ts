import type { Handlers } from '../../shared/contract/handlers.ts';
import { syncServiceOf } from '../files/syncedFolder.ts';
import type { HostContext } from './hostContext.ts';
import type { JobContext } from './jobs.ts';

type Names = 'app.info' | `jobs.${'list' | 'get' | 'cancel'}`;

/** The app itself and its jobs. */
export function appHandlers({ library, services, jobs }: HostContext): Pick<Handlers<JobContext>, Names> {
  return {
    'app.info': () => {
      const place = library.layout.root;
      const videos = library.db.files.countDamaged();
      const rows = library.db.damaged.count;
      const service = syncServiceOf(place);
      return {
        version: services.appVersion,
        libraryPlace: place,
        capabilities: {
          ...services.capabilities,
          canChooseFiles: services.chooseFiles !== undefined,
        },
        notices: [
          ...(service === undefined ? [] : [{ code: 'synced_folder', params: { service } }]),
          ...(videos === 0 ? [] : [{ code: 'videos_damaged', params: { n: videos } }]),
          ...(rows === 0 ? [] : [{ code: 'rows_damaged', params: { count: rows } }]),
        ],
        licences: services.licences(),
      };
    },
    'jobs.list': () => jobs.list(),
    'jobs.get': ({ jobId }) => jobs.get(jobId),
    'jobs.cancel': ({ jobId }) => {
      jobs.cancel(jobId);
      return {};
    },
  };
}
