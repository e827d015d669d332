import { z } from 'zod';
import { byteCount, time_s } from '../../shared/contract/bounds.ts';
import { MOST_FRAMES } from '../../shared/domain/frameTable.ts';
import { type FileRecord, lookSchema, type NewFile, soundSchema, storedProbeSchema } from '../db/files.ts';

/** What is known of a clip's file, so that a case without video can be opened and measured anew. */
export const caseFileSchema = z.strictObject({
  bytes: byteCount,
  probe: storedProbeSchema,
  firstPts: time_s,
  times: z.array(time_s).min(1).max(MOST_FRAMES),
  presentationTimes: z.array(time_s).max(MOST_FRAMES).nullable(),
  look: lookSchema.nullable(),
  sound: soundSchema.nullable(),
});

export function caseFileText({ bytes, probe, frameTable, look, sound }: FileRecord): string {
  const { firstPts, times, presentationTimes } = frameTable;
  const file: z.output<typeof caseFileSchema> = {
    ...{ bytes, probe, firstPts, look, sound },
    times: [...times],
    presentationTimes: presentationTimes === undefined ? null : [...presentationTimes],
  };
  return JSON.stringify(file);
}

/** @throws ZodError */
export function fileOfCase(text: string, sha256: string, extension: string): NewFile {
  const { bytes, probe, firstPts, times, presentationTimes, look, sound } = caseFileSchema.parse(
    JSON.parse(text),
  );
  return {
    ...{ sha256, bytes, probe, look, sound, storage: 'copy', place: sha256 + extension },
    frameTable: {
      firstPts,
      times: Float64Array.from(times),
      ...(presentationTimes === null ? {} : { presentationTimes: Float64Array.from(presentationTimes) }),
    },
    ...{ thumbnailCount: 0, hasProxy: false, isNotAsTold: false },
  };
}
