import type { ExportFormat } from '../../shared/contract/workSchemas.ts';
import type { Analysis } from '../../shared/domain/analysis.ts';
import { trueTimes } from '../../shared/domain/frameTable.ts';
import { clipCurves } from '../../shared/gait/curves.ts';
import { LEG_SHARE_OF_HEIGHT } from '../../shared/gait/readPlane.ts';
import { type ContactPicture, contactStills, kinogram } from './contactPictures.ts';
import { eventsCsv, metricsCsv, stridesCsv } from './csvFiles.ts';
import type { ExportContext } from './exporter.ts';
import { motText, trcText } from './openSimFiles.ts';

export interface DataFile {
  readonly name: string;
  readonly data: string | Uint8Array;
}

/** Tables, pictures of the contacts and files for OpenSim, one after the other; what cannot be made is left out. */
export async function* dataFiles(
  analysis: Analysis,
  context: ExportContext,
  formats: readonly ExportFormat[],
  signal: AbortSignal,
): AsyncGenerator<DataFile> {
  if (formats.includes('tables.csv')) {
    yield { name: 'metrics.csv', data: metricsCsv(analysis) };
    yield { name: 'events.csv', data: eventsCsv(analysis) };
    yield { name: 'strides.csv', data: stridesCsv(analysis) };
  }
  if (formats.includes('contacts.jpg') || formats.includes('kinogram.jpg'))
    yield* pictures(analysis, context, formats, signal);
  if (formats.includes('opensim.trc')) yield* openSim(analysis, context);
}

async function* pictures(
  analysis: Analysis,
  { clips, showFace }: ExportContext,
  formats: readonly ExportFormat[],
  signal: AbortSignal,
): AsyncGenerator<DataFile> {
  for (const [i, clip] of clips.entries()) {
    const stills: ContactPicture[] = [];
    for await (const still of contactStills(analysis, clip, i + 1, { showFace, signal })) {
      stills.push(still);
      if (formats.includes('contacts.jpg')) yield { name: still.name, data: still.jpeg };
    }
    const picture = formats.includes('kinogram.jpg') ? await kinogram(stills, signal) : undefined;
    if (picture) yield { name: `clip-${i + 1} kinogram.jpg`, data: picture };
  }
}

/** Positions need the athlete's height: pixels are metres only by it. */
function* openSim({ session }: Analysis, { clips, results }: ExportContext): Generator<DataFile> {
  const { athlete_height_m: height } = session;
  for (const result of results?.() ?? []) {
    const place = clips.findIndex(({ id }) => id === result.clip.id);
    const clip = clips[place];
    if (!clip) continue;
    const times = trueTimes(clip.probe.frameTable, result.clip.time_scale);
    const name = `clip-${place + 1}`;
    if (height !== null)
      yield { name: `${name}.trc`, data: trcText(`${name}.trc`, result, LEG_SHARE_OF_HEIGHT * height) };
    const angles = motText(clipCurves(result, times, height), times);
    if (angles !== undefined) yield { name: `${name}.mot`, data: angles };
  }
}
