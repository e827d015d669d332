import { z } from 'zod';
import type { NewEvent } from '../../shared/contract/events.ts';
import type { Reply } from '../../shared/contract/handlers.ts';
import { jobSchema } from '../../shared/contract/workSchemas.ts';

/**
 * The events of jobs that ended while nobody listened.
 * @param running ids and methods of the jobs that are waited for
 * @param reply of `jobs.list`; without an answer, or for a job the host does not know, the job counts as lost
 */
export function endedEvents(running: ReadonlyMap<string, string>, reply: Reply): NewEvent[] {
  const jobs = reply.ok ? z.array(jobSchema).parse(reply.value) : [];
  return [...running].flatMap(([jobId, method]): NewEvent[] => {
    const job = jobs.find((one) => one.jobId === jobId);
    if (job?.state === 'running') return [];
    if (job?.state === 'done') return [{ type: 'job.done', jobId, method, result: job.result }];
    const error = job?.error ?? { code: 'host_unreachable', params: {} };
    return [{ type: 'job.failed', jobId, method, error }];
  });
}
