import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { clipRoleSchema, surfaceSchema } from '../../shared/contract/analysisSchema.ts';
import type { Handlers } from '../../shared/contract/handlers.ts';
import { athleteInputSchema } from '../../shared/contract/librarySchemas.ts';
import { localDay } from '../../shared/domain/localDay.ts';
import { workPath } from '../files/layout.ts';
import { commitClips } from './commitClips.ts';
import type { HostContext } from './hostContext.ts';
import { addToSession } from './importClip.ts';
import type { JobContext } from './jobs.ts';
import { type PreparedClip, prepareClip } from './prepareClip.ts';

/** What is known of the clips that ship with the app. */
const factsSchema = z.object({
  athlete: z.object({ name: z.string(), height_m: z.number() }),
  session: z.object({ speed_mps: z.number(), incline_percent: z.number(), surface: surfaceSchema }),
  clips: z
    .array(
      z.object({
        file: z.string().regex(/^[\w-]+\.mp4$/),
        role: clipRoleSchema,
        view: z.enum(['side', 'rear', 'front']),
        capture_fps: z.number().positive(),
      }),
    )
    .min(1),
});

/** The sample as an athlete, a session and its clips; all of it or nothing. */
export function sampleHandlers(context: HostContext): Pick<Handlers<JobContext>, 'sample.import'> {
  const { library, services, incoming, events } = context;
  const { db } = library;
  return {
    'sample.import': async (_, job) => {
      const folder = services.sampleFolder;
      const facts = factsSchema.parse(JSON.parse(await readFile(join(folder, 'sample.json'), 'utf8')));
      const work = workPath(library.layout, 'sample', job.jobId);
      try {
        const clips: { prepared: PreparedClip; told: (typeof facts.clips)[number] }[] = [];
        for (const told of facts.clips) {
          const source = await incoming.addChosen(join(folder, told.file));
          const place = join(work, told.file);
          await mkdir(place, { recursive: true });
          clips.push({
            prepared: await prepareClip(context, { source, mode: 'copy', work: place }, job),
            told,
          });
          await incoming.discard(source.token);
        }
        const prepared = clips.map((clip) => clip.prepared);
        return await commitClips(context, prepared, job, () => {
          const { athleteId, sessionId } = createSession(context, facts);
          for (const {
            prepared: { sha256 },
            told,
          } of clips) {
            const clip = addToSession(context, { sha256, fileName: told.file, sessionId, role: told.role });
            db.clips.update(clip.id, { view: told.view, captureFps: told.capture_fps });
          }
          return { athleteId, sessionId };
        });
      } finally {
        await rm(work, { recursive: true, force: true });
        events.changed('athletes', 'sessions', 'clips');
      }
    },
  };
}

function createSession({ services, library: { db } }: HostContext, facts: z.output<typeof factsSchema>) {
  const now = services.now();
  const createdAt = now.toISOString();
  const { name, height_m: heightM } = facts.athlete;
  const athlete = db.athletes.create(
    services.newId(),
    athleteInputSchema.parse({ name, heightM }),
    createdAt,
  );
  const { speed_mps: speedMps, incline_percent: inclinePercent, surface } = facts.session;
  const told = { speedMps, inclinePercent, surface, shoe: null, fatigue: null, tags: [], notes: '' };
  const wanted = { athleteId: athlete.id, date: localDay(now), ...told };
  const session = db.sessions.create(services.newId(), wanted, createdAt);
  return { athleteId: athlete.id, sessionId: session.id };
}
