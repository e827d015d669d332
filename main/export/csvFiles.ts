import { stringify } from 'csv-stringify/sync';
import type { Analysis, EventEdit, GaitEvent, Side } from '../../shared/domain/analysis.ts';
import { METRICS } from '../../shared/gait/registry.ts';
import { csvCell } from '../../shared/text/csvCell.ts';
import { metricName } from '../../shared/text/metricTexts.ts';
import { noticeText } from '../../shared/text/noticeTexts.ts';
import { readingText, SIDE_TEXTS, unitText } from '../../shared/text/numberText.ts';

type Cell = string | number | null;
type Record = Readonly<{ [column: string]: Cell }>;

/** An edit means the event of its foot and type within this time, as the engine counts it. */
const ATTACH_S = 0.06;

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

/** Every event as it was found and as the coach left it; times are true seconds from the clip's first frame. */
export function eventsCsv({ events, edits, clips }: Analysis): string {
  const ofEvents = edits.filter((edit): edit is EventEdit => 'type' in edit);
  const columns = ['clip', 'side', 'event', 'frame', 'found_s', 'coach', 'time_s', 'file_time_s'];
  const rows = clips.flatMap((clip) => {
    const toFile = (time: number | null): number | null =>
      time === null ? null : clip.first_pts_s + time * clip.time_scale;
    const own = ofEvents.filter((edit) => edit.clip === clip.id);
    const found = events
      .filter((event) => event.clip === clip.id)
      .map((event) => {
        const edit = own.findLast((one) => isOf(one, event));
        const { side, type, frame, time_s, confidence, doubts } = event;
        const time = edit === undefined ? time_s : edit.op === 'reject' ? null : (edit.time_s ?? time_s);
        const common = { clip: clip.file, side: sideText(side), event: type, frame, found_s: time_s };
        return {
          ...{ ...common, coach: edit?.op ?? '', time_s: time, file_time_s: toFile(time) },
          ...{ confidence, doubts: doubts.join(' '), reason: edit?.reason ?? '' },
        };
      });
    const added = own
      .filter(({ op }) => op === 'add')
      .map(({ side, type, time_s, reason }) => ({
        ...{ clip: clip.file, side: sideText(side), event: type, frame: null, found_s: null, coach: 'add' },
        ...{ time_s, file_time_s: toFile(time_s), confidence: null, doubts: '', reason: reason ?? '' },
      }));
    return [...found, ...added].sort((a, b) => (a.time_s ?? a.found_s ?? 0) - (b.time_s ?? b.found_s ?? 0));
  });
  return csv([...columns, 'confidence', 'doubts', 'reason'], rows);
}

const isOf = ({ op, side, type, auto_time_s }: EventEdit, event: GaitEvent): boolean =>
  op !== 'add' &&
  side === event.side &&
  type === event.type &&
  auto_time_s !== null &&
  Math.abs(auto_time_s - event.time_s) <= ATTACH_S;

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
