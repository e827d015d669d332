import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { renderClips } from '../../e2e/phantom/renderClip.ts';
import type { Truth } from '../../e2e/phantom/truth.ts';
import type { EventType } from '../../shared/domain/analysis.ts';
import type { Side } from '../../shared/pose/keypoints.ts';
import { clipsRequest } from './buildTracks.ts';
import { everyClip } from './clipSet.ts';
import { contactErrors, errorsOf, TIMINGS } from './eventErrors.ts';
import { quantityName, signed } from './quantityNames.ts';
import { spreadOf } from './scoreEvents.ts';

export interface ReportedEvent {
  readonly side: Side;
  readonly type: EventType;
  /** True seconds from the clip's first frame. */
  readonly time_s: number;
}

/** Writes the video of a clip of the set and its truth, for any tool to look at. @throws Error for an unknown id */
export async function drawClip(id: string, folder: string): Promise<void> {
  const clip = everyClip().find((candidate) => candidate.id === id);
  if (!clip || clip.change !== undefined) throw new Error(`invalid --draw: ${id} is no clip of the set`);
  mkdirSync(folder, { recursive: true });
  const request = clipsRequest([clip], folder);
  const outputs = request.outputs.map((output) => ({ ...output, out: join(folder, id) }));
  await renderClips({ ...request, outputs });
}

const LINE = /^([LR]),(initial_contact|toe_off),(\d+(?:\.\d+)?)$/;

/** Lines of `side,type,time_s` after a header. @throws Error with the line that is none */
export function readEvents(csv: string): ReportedEvent[] {
  const [, ...lines] = csv.trim().split(/\r?\n/);
  return lines.map((line) => {
    const [, side, type, time] = LINE.exec(line) ?? [];
    if (side === undefined || time === undefined) throw new Error(`invalid event: ${line}`);
    return { side: side as Side, type: type as EventType, time_s: Number(time) };
  });
}

/** One line for each leg and instant: found, missed, false, bias and SD in milliseconds. */
export function scoreLines(truth: Truth, events: readonly ReportedEvent[]): string[] {
  return contactErrors([{ truth, events }]).flatMap((contacts) =>
    TIMINGS.map((timing) => {
      const errors = errorsOf(contacts, timing);
      const spread = spreadOf(errors);
      const score = timing === 'initial_contact' ? contacts.initialContact : contacts.toeOff;
      const counts =
        timing === 'step_contact_time'
          ? `${errors.length} steps`
          : `${score.found} found, ${score.missed} missed, ${score.extra} false`;
      const off = spread
        ? `bias ${signed(spread.bias.toFixed(1))}, SD ${spread.sd.toFixed(1)} ms`
        : 'too few to tell';
      return `${quantityName(timing)}, ${contacts.leg} leg: ${counts}, ${off}`;
    }),
  );
}
