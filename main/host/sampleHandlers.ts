import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { clipRoleSchema, surfaceSchema } from '../../shared/contract/analysisSchema.ts';
import type { Handlers } from '../../shared/contract/handlers.ts';
import { athleteInputSchema } from '../../shared/contract/librarySchemas.ts';
import type { HostContext } from './hostContext.ts';
import { importClip } from './importClip.ts';
import type { JobContext } from './jobs.ts';
import { deleteWithFiles } from './removeFiles.ts';

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
      const createdAt = services.now().toISOString();
      const { name, height_m: heightM } = facts.athlete;
      const athlete = db.athletes.create(
        services.newId(),
        athleteInputSchema.parse({ name, heightM }),
        createdAt,
      );
      try {
        const { speed_mps: speedMps, incline_percent: inclinePercent, surface } = facts.session;
        const told = { speedMps, inclinePercent, surface, shoe: null, fatigue: null, tags: [], notes: '' };
        const date = createdAt.slice(0, 10);
        const session = db.sessions.create(
          services.newId(),
          { athleteId: athlete.id, date, ...told },
          createdAt,
        );
        for (const { file, role, view, capture_fps: captureFps } of facts.clips) {
          const { token } = await incoming.addChosen(join(folder, file));
          const clip = await importClip(context, { token, sessionId: session.id, role, mode: 'copy' }, job);
          db.clips.update(clip.id, { view, captureFps });
        }
        return { athleteId: athlete.id, sessionId: session.id };
      } catch (error) {
        deleteWithFiles(library, () => db.athletes.remove(athlete.id));
        throw error;
      } finally {
        events.changed('athletes', 'sessions', 'clips');
      }
    },
  };
}
