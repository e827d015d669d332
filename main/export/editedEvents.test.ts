import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { countLostEdits, reviewEvents } from '../../renderer/features/review/reviewEvents.ts';
import type { Analysis, Edit, GaitEvent } from '../../shared/domain/analysis.ts';
import { trueTimes } from '../../shared/domain/frameTable.ts';
import { analyzeSession } from '../../shared/gait/analyzeSession.ts';
import { exactClip } from '../../shared/gait/invariance.testkit.ts';
import { isLive, pairedContacts } from '../../shared/gait/replayEvents.ts';
import { editTexts } from '../../shared/text/editTexts.ts';
import { eventsCsv, stridesCsv } from './csvFiles.ts';

const session = {
  athlete_height_m: 1.76,
  speed_mps: 3,
  incline_percent: 0,
  shoe: null,
  surface: 'treadmill' as const,
};
const clip = exactClip('sample');
const run = (edits: Edit[], known?: GaitEvent[]) =>
  analyzeSession({ session, clips: [clip], edits, ...(known === undefined ? {} : { known }) });
const found = run([]);
const [analysed] = found.clips;
if (analysed === undefined) throw new RangeError('invalid sample: no clip');
const times = trueTimes(clip.frameTable, analysed.time_scale);

/** What a coach may say, of any event, in any order: by id, by place, or by a place that has shifted since. */
const anyEdit = fc
  .record({
    event: fc.constantFrom(...found.events.slice(4, 30)),
    op: fc.constantFrom('accept', 'move', 'reject', 'add', 'exclude', 'include', 'again'),
    shift: fc.integer({ min: -4, max: 4 }),
    anchorShift: fc.constantFrom(0, 0.004, -0.03, 0.5),
    isNamed: fc.boolean(),
  })
  .map(({ event: { id, side, type, time_s }, op, shift, anchorShift, isNamed }): Edit => {
    const anchor = time_s + anchorShift;
    const event = isNamed ? id : null;
    const of = { clip: clip.id, side, reason: null };
    if (op === 'exclude' || op === 'include') return { ...of, op, event, contact_time_s: anchor };
    const time = time_s + shift / 120;
    if (op === 'add') return { ...of, type, op, event: `mine ${id}`, auto_time_s: null, time_s: time };
    // A further word on what may have been added beside it.
    if (op === 'again')
      return { ...of, type, op: 'move', event: `mine ${id}`, auto_time_s: time, time_s: time + 0.01 };
    return { ...of, type, op, event, auto_time_s: anchor, time_s: op === 'move' ? time : null };
  });

it('whatever a coach says in whatever order, engine, window, tables and sentences count the same', () => {
  fc.assert(
    fc.property(fc.array(anyEdit, { minLength: 1, maxLength: 25 }), (edits) => {
      let result: ReturnType<typeof run>;
      try {
        result = run(edits);
      } catch (error) {
        // Too much was rejected: nothing is counted anywhere.
        expect(error).toMatchObject({ code: expect.stringMatching(/too_short|legs_confused/) });
        return;
      }
      const shown = reviewEvents(result.events, edits, clip.id, times);
      const standing = shown.filter((event) => isLive(event) && event.type === 'initial_contact');
      const contacts = result.strides.map(({ initial_contact_s }) => initial_contact_s);
      expect(contacts).toEqual(standing.map(({ timeS }) => timeS));
      const lifted = pairedContacts(shown.filter(isLive)).map(({ toeOff }) => toeOff?.timeS ?? null);
      expect(result.strides.map(({ toe_off_s }) => toe_off_s)).toEqual(lifted);
      const out = result.strides.filter(({ reason }) => reason === 'excluded');
      expect(out.map(({ initial_contact_s }) => initial_contact_s)).toEqual(
        standing.filter(({ excluded }) => excluded !== undefined).map(({ timeS }) => timeS),
      );
      expect(result.detachedEdits).toHaveLength(countLostEdits(result.events, edits, clip.id));
      expect(result.edits.length + result.detachedEdits.length).toBe(edits.length);

      const analysis = { ...result, edits: result.edits, detached_edits: result.detachedEdits };
      const rows: Record<string, string>[] = parse(eventsCsv(analysis), { bom: true, columns: true });
      const alive = rows.filter((row) => row['time_s'] !== '');
      expect(alive.map((row) => Number(row['time_s']))).toEqual(
        shown.filter(isLive).map(({ timeS }) => timeS),
      );
      const strides: Record<string, string>[] = parse(stridesCsv(analysis as unknown as Analysis), {
        bom: true,
        columns: true,
      });
      expect(strides.map((row) => Number(row['initial_contact_s']))).toEqual(contacts);
      const said = editTexts(analysis, clip.id).join(' ');
      for (const state of ['accepted', 'moved', 'added', 'rejected']) {
        const count = shown.filter((event) => event.state === state).length;
        if (count > 0) expect(said).toContain(`${count} ${state}`);
        else expect(said).not.toMatch(new RegExp(`\\d ${state}[,.]`));
      }
      // Replayed on what the analysis keeps, it comes to the same.
      expect(reviewEvents(result.events, result.edits, clip.id, times)).toEqual(shown);
    }),
    { numRuns: 60 },
  );
}, 120_000);
