import { stringify } from 'csv-stringify/sync';
import type { Analysis, Side } from '../../shared/domain/analysis.ts';
import { METRICS } from '../../shared/gait/registry.ts';
import { type EventState, replayEvents } from '../../shared/gait/replayEvents.ts';
import { csvCell } from '../../shared/text/csvCell.ts';
import { metricName } from '../../shared/text/metricTexts.ts';
import { noticeText } from '../../shared/text/noticeTexts.ts';
import { readingText, SIDE_TEXTS, unitText } from '../../shared/text/numberText.ts';

type Cell = string | number | null;
type Record = Readonly<{ [column: string]: Cell }>;

const sideText = (side: Side | null): string => (side === null ? '' : SIDE_TEXTS[side]);

/** For spreadsheets: a byte order mark, CRLF, and no cell that a spreadsheet would run as a formula. */
function csv(columns: readonly string[], rows: readonly Record[]): string {
  return stringify(rows as Record[], {
    columns: [...columns],
    header: true,
    bom: true,
    record_delimiter: 'windows',
    cast: { string: csvCell },
  });
}

/** Every metric with its half-widths as in `analysis.json`, and the reading as the report prints it. */
export function metricsCsv({ metrics, clips }: Analysis): string {
  const fileOf = new Map(clips.map(({ id, file }) => [id, file]));
  const columns = ['metric', 'name', 'side', 'value', 'unit', 'total', 'repeat', 'low', 'high', 'n', 'grade'];
  return csv(
    [...columns, 'reading', 'reason', 'clip'],
    metrics.map(({ id, side, clip, reason, unit, ...rest }) => ({
      ...rest,
      metric: id,
      name: metricName(id),
      side: sideText(side),
      unit: unitText(unit),
      reading: readingText({ ...rest, id, side, clip, reason, unit }),
      reason: reason === null ? '' : noticeText(reason),
      clip: clip === null ? '' : (fileOf.get(clip) ?? ''),
    })),
  );
}

/** What the coach said last, in the words of the tables. */
const COACH: { readonly [State in EventState]: string } = {
  auto: '',
  accepted: 'accept',
  moved: 'move',
  added: 'add',
  rejected: 'reject',
};

/** Every event as it was found and as the coach left it; times are true seconds from the clip's first frame. */
export function eventsCsv({ events, edits, clips }: Pick<Analysis, 'events' | 'edits' | 'clips'>): string {
  const columns = ['clip', 'side', 'event', 'frame', 'found_s', 'coach', 'time_s', 'file_time_s'];
  const rows = clips.flatMap((clip) => {
    const toFile = (time: number | null): number | null =>
      time === null ? null : clip.first_pts_s + time * clip.time_scale;
    return replayEvents(events, edits, clip.id)
      .events.map(({ side, type, found, state, timeS, reason }) => {
        const time = state === 'rejected' ? null : timeS;
        return {
          clip: clip.file,
          side: sideText(side),
          event: type,
          frame: found?.frame ?? null,
          found_s: found?.time_s ?? null,
          coach: COACH[state],
          time_s: time,
          file_time_s: toFile(time),
          confidence: found?.confidence ?? null,
          doubts: found?.doubts.join(' ') ?? '',
          reason: reason ?? '',
        };
      })
      .sort((a, b) => (a.time_s ?? a.found_s ?? 0) - (b.time_s ?? b.found_s ?? 0));
  });
  return csv([...columns, 'confidence', 'doubts', 'reason'], rows);
}

/** One line a stride with the values that were read in it; a stride that does not count says why. */
export function stridesCsv({ strides, clips }: Analysis): string {
  const fileOf = new Map(clips.map(({ id, file }) => [id, file]));
  const read = METRICS.map(({ id }) => id).filter((id) => strides.some(({ values }) => id in values));
  const columns = ['clip', 'side', 'stride', 'initial_contact_s', 'toe_off_s', 'next_contact_s', 'counts'];
  return csv(
    [...columns, 'reason', ...read],
    strides.map(({ clip, side, index, accepted, reason, values, ...times }) => ({
      ...times,
      clip: fileOf.get(clip) ?? '',
      side: sideText(side),
      stride: index,
      counts: accepted ? 'yes' : 'no',
      reason: reason ?? '',
      ...Object.fromEntries(read.map((id) => [id, values[id] ?? null])),
    })),
  );
}
