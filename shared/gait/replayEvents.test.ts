import { describe, expect, it } from 'vitest';
import type { EventEdit, GaitEvent, StrideEdit } from '../domain/analysis.ts';
import { halfStepS, onClockNow, withIds } from './eventIds.ts';
import { type OverlayEdit, replayEvents } from './replayEvents.ts';

/** Left contacts every 0.7 s from 0.433 s, each with its toe-off 0.25 s later. */
const bare = [0.433, 1.133, 1.833].flatMap((time) => [
  placed('initial_contact', time),
  placed('toe_off', time + 0.25),
]);
function placed(type: GaitEvent['type'], time_s: number): Omit<GaitEvent, 'id'> {
  return { clip: 'c', side: 'L', type, time_s, frame: Math.round(120 * time_s), confidence: 0.9, doubts: [] };
}
const found = withIds(bare, []);
const shifted = (byS: number, known = found): GaitEvent[] =>
  withIds(
    bare.map((event) => ({
      ...event,
      time_s: event.time_s + byS,
      frame: event.frame + Math.round(120 * byS),
    })),
    known,
  );
const FIRST = 'L-initial_contact-52';

const edit = (op: EventEdit['op'], change: Partial<EventEdit> = {}): EventEdit => ({
  clip: 'c',
  side: 'L',
  type: 'initial_contact',
  op,
  event: null,
  auto_time_s: 0.433,
  time_s: null,
  reason: null,
  ...change,
});
const stride = (op: StrideEdit['op'], contact_time_s: number, event: string | null = null): StrideEdit => ({
  ...edit('accept'),
  ...{ op, contact_time_s, event, reason: op === 'exclude' ? 'stumble' : null },
});
const first = (edits: readonly OverlayEdit[], events = found) =>
  replayEvents(events, edits, 'c').events.find(({ id }) => id === FIRST);

describe('the later word', () => {
  it('wins whatever was said before, and accepting keeps the place', () => {
    const move = edit('move', { time_s: 0.45 });
    expect(first([move, edit('accept')])).toMatchObject({ state: 'moved', timeS: 0.45 });
    expect(first([edit('accept'), move])).toMatchObject({ state: 'moved', timeS: 0.45 });
    expect(first([move, edit('move', { time_s: 0.46 })])).toMatchObject({ state: 'moved', timeS: 0.46 });
    expect(first([move, edit('reject', { reason: 'other_foot' })])).toMatchObject({
      state: 'rejected',
      timeS: 0.45,
      reason: 'other_foot',
    });
    expect(first([move, edit('reject'), edit('accept')])).toMatchObject({ state: 'moved', timeS: 0.45 });
    expect(first([edit('reject'), edit('accept')])).toMatchObject({ state: 'accepted', timeS: 0.433 });
  });

  it('wins on an event that the coach added, wherever it was moved to meanwhile', () => {
    const add = edit('add', { event: 'mine', auto_time_s: null, time_s: 2.5 });
    const named = { event: 'mine', auto_time_s: 2.5 };
    const mine = (...edits: OverlayEdit[]) =>
      replayEvents(found, [add, ...edits], 'c').events.find(({ id }) => id === 'mine');
    const moves = [edit('move', { ...named, time_s: 2.6 }), edit('move', { ...named, time_s: 2.7 })];
    expect(mine(...moves)).toMatchObject({ state: 'added', timeS: 2.7 });
    expect(mine(...moves, edit('reject', named))).toMatchObject({ state: 'rejected' });
  });

  it('wins on an added one from before events had ids, by a place where it stood', () => {
    const add = edit('add', { auto_time_s: null, time_s: 2.5 });
    const move = (from: number, to: number) => edit('move', { auto_time_s: from, time_s: to });
    const last = (edits: OverlayEdit[]) => replayEvents(found, edits, 'c').events.at(-1);
    expect(last([add, move(2.5, 2.55), move(2.55, 2.61)])).toMatchObject({ state: 'added', timeS: 2.61 });
    expect(last([add, move(2.5, 2.55), move(2.5, 2.61)])).toMatchObject({ state: 'added', timeS: 2.61 });
    const gone = edit('reject', { auto_time_s: 2.55 });
    expect(last([add, move(2.5, 2.55), gone])).toMatchObject({ state: 'rejected' });
  });

  it('is one word even where the automatic event was placed anew between the two', () => {
    const edits = [edit('accept'), edit('move', { auto_time_s: 0.437, time_s: 0.45 })];
    const { events, isAttached } = replayEvents(shifted(0.004), edits, 'c');
    expect(isAttached).toEqual([true, true]);
    expect(events.filter(({ state }) => state !== 'auto')).toMatchObject([{ state: 'moved', timeS: 0.45 }]);
  });
});

describe('an event keeps its id', () => {
  it('when another version places it up to half a step elsewhere', () => {
    expect(halfStepS(found)).toBeCloseTo(0.175, 9);
    for (const by of [-0.17, -0.03, 0.004, 0.03, 0.17])
      expect(shifted(by).map(({ id }) => id)).toEqual(found.map(({ id }) => id));
    expect(shifted(0.2).map(({ id }) => id)).not.toEqual(found.map(({ id }) => id));
  });

  it('so that edits by id and by place find it again, moved by 30 ms', () => {
    for (const event of [FIRST, null]) {
      const edits = [edit('move', { event, time_s: 0.45 }), stride('exclude', 0.433, event)];
      for (const by of [-0.03, 0.03]) {
        const { isAttached } = replayEvents(shifted(by), edits, 'c');
        expect(isAttached).toEqual([true, true]);
        expect(first(edits, shifted(by))).toMatchObject({ state: 'moved', timeS: 0.45, excluded: 'stumble' });
      }
    }
  });

  it('and gives no id twice: a new event beside a known one gets its own', () => {
    const events = withIds([placed('initial_contact', 0.43), ...bare], found);
    expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
    expect(events.find(({ time_s, type }) => time_s === 0.433 && type === 'initial_contact')?.id).toBe(FIRST);
  });

  it('on the clock that is in force now', () => {
    const slow = onClockNow(found, [{ id: 'c', time_scale: 1 }], () => 4);
    expect(slow[0]).toMatchObject({ id: FIRST, time_s: 0.433 / 4 });
    expect(onClockNow(found, [{ id: 'c', time_scale: 1 }], () => undefined)).toEqual(found);
  });
});

describe('an edit whose event is gone', () => {
  it('is kept without effect, and never taken for another one', () => {
    const without = found.filter(({ id }) => id !== FIRST);
    const edits = [edit('reject', { event: FIRST }), edit('add', { auto_time_s: null, time_s: 0.44 })];
    const { events, isAttached } = replayEvents(
      without,
      [...edits, edit('move', { event: FIRST, time_s: 0.5 })],
      'c',
    );
    expect(isAttached).toEqual([false, true, false]);
    expect(events.filter(({ state }) => state !== 'auto')).toMatchObject([{ state: 'added', timeS: 0.44 }]);
  });
});
