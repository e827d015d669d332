import type { Handlers } from '../../../shared/contract/handlers.ts';
import type { programApi } from '../../../shared/contract/programApi.ts';
import type { HostContext } from '../hostContext.ts';
import type { JobContext } from '../jobs.ts';
import { assessmentHandlers } from './assessmentHandlers.ts';
import { exerciseHandlers } from './exerciseHandlers.ts';
import { logHandlers } from './logHandlers.ts';
import { planHandlers } from './planHandlers.ts';

/** The programme of the athletes and the exercises that it draws on. */
export const programHandlers = (
  context: HostContext,
): Pick<Handlers<JobContext>, keyof typeof programApi> => ({
  ...planHandlers(context),
  ...assessmentHandlers(context),
  ...logHandlers(context),
  ...exerciseHandlers(context),
});
