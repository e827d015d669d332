import type { Handlers } from '../../shared/contract/handlers.ts';
import { listGraphModels } from '../files/graphModels.ts';
import type { HostContext } from './hostContext.ts';
import type { JobContext } from './jobs.ts';

/** Graph models of the coach's own. */
export const modelHandlers = ({ library }: HostContext): Pick<Handlers<JobContext>, 'models.list'> => ({
  'models.list': async () => {
    const { models, refused } = await listGraphModels(library.layout.models);
    return {
      models: models.map(({ files, ...model }) => ({ ...model, files: [...files] })),
      refused: [...refused],
    };
  },
});
