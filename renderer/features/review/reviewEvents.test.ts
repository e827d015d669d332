import { describe, expect, it } from 'vitest';
import type { EventEdit, GaitEvent } from '../../../shared/domain/analysis.ts';
import { acceptEdit, addEdit, moveEdit, provenanceText, rejectEdit } from './editing.ts';
import { eventFrom, loopAt, reviewEvents, stanceSides, stances } from './reviewEvents.ts';

const times = Float64Array.from({ length: 300 }, (_, i) => i / 100);
const auto = (side: 'L' | 'R', type: GaitEvent['type'], frame: number, clip = 'clip'): GaitEvent => ({
  id: `${side}-${type}-${frame}`,
  clip,
  side,
  type,
  time_s: frame / 100,
  frame,
  confidence: 0.8,
  doubts: [],
});
const automatic = [
  auto('L', 'initial_contact', 20),
  auto('L', 'toe_off', 45),
  auto('R', 'initial_contact', 55),
  auto('R', 'toe_off', 80),
  auto('L', 'initial_contact', 90),
  auto('R', 'initial_contact', 60, 'another clip'),
];
const edited = (...edits: EventEdit[]) => reviewEvents(automatic, edits, 'clip', times);
const first = (events = edited()) => {
  const [event] = events;
  if (event === undefined) throw new Error('no event');
  return event;
};

describe('reviewEvents', () => {
  it('shows the automatic events of the clip alone', () => {
    expect(edited().map(({ side, frame, state }) => `${side}${frame} ${state}`)).toEqual([
      'L20 auto',
      'L45 auto',
      'R55 auto',
      'R80 auto',
      'L90 auto',
    ]);
  });

  it('lays moves over them and keeps what was found', () => {
    const moved = first(edited(moveEdit('clip', first(), 0.18)));
    expect(moved).toMatchObject({ frame: 18, auto: { frame: 20 }, state: 'moved', key: first().key });
    expect(provenanceText(moved)).toBe('auto 20 → coach 18');
    const again = first(edited(moveEdit('clip', first(), 0.18), moveEdit('clip', moved, 0.17)));
    expect(provenanceText(again)).toBe('auto 20 → coach 17');
  });

  it('accepts, rejects and adds', () => {
    expect(provenanceText(first(edited(acceptEdit('clip', first()))))).toBe('auto 20, accepted');
    expect(first(edited(rejectEdit('clip', first()))).state).toBe('rejected');
    const events = edited(addEdit('clip', 'L', 'toe_off', 1.16));
    const added = events.at(-1);
    expect(added).toMatchObject({ frame: 116, state: 'added', auto: undefined });
    if (added === undefined) return;
    const moved = edited(addEdit('clip', 'L', 'toe_off', 1.16), moveEdit('clip', added, 1.14)).at(-1);
    expect(moved).toMatchObject({ frame: 114, state: 'added' });
  });

  it('goes from one doubtful event to the next, and a coach settles the doubt', () => {
    const doubted = automatic.map((event) =>
      event.frame === 55 ? { ...event, doubts: ['networks_apart' as const] } : event,
    );
    const events = reviewEvents(doubted, [], 'clip', times);
    const doubtful = eventFrom(events, 0, 1, 'doubtful');
    expect(doubtful).toMatchObject({ frame: 55, doubts: ['networks_apart'] });
    expect(eventFrom(events, 90, -1, 'doubtful')?.frame).toBe(55);
    expect(eventFrom(events, 55, 1, 'doubtful')).toBeUndefined();
    if (doubtful === undefined) return;
    const settled = reviewEvents(doubted, [acceptEdit('clip', doubtful)], 'clip', times);
    expect(eventFrom(settled, 0, 1, 'doubtful')).toBeUndefined();
    const lift = automatic.find(({ type }) => type === 'toe_off');
    const ofLift = automatic.map((event) =>
      event === lift ? { ...event, doubts: ['estimates_apart' as const] } : event,
    );
    expect(eventFrom(reviewEvents(ofLift, [], 'clip', times), 0, 1, 'doubtful')).toMatchObject({
      type: 'toe_off',
      frame: lift?.frame,
    });
  });

  it('takes no edit of another foot, type or a far event', () => {
    const edit = moveEdit('clip', first(), 0.18);
    for (const other of [
      { ...edit, side: 'R' as const },
      { ...edit, type: 'toe_off' as const },
      { ...edit, event: null, auto_time_s: 0.4 },
    ]) {
      expect(edited(other).map(({ state }) => state)).not.toContain('moved');
    }
  });
});

describe('stances and jumps', () => {
  it('pairs contacts with toe-offs of their foot', () => {
    const all = stances(edited());
    expect(all.map(({ side, contact, toeOff }) => [side, contact.frame, toeOff.frame])).toEqual([
      ['L', 20, 45],
      ['R', 55, 80],
    ]);
    expect([stanceSides(all, 20), stanceSides(all, 45), stanceSides(all, 60)]).toEqual([['L'], [], ['R']]);
  });

  it('goes to the next and the previous contact, past rejected ones', () => {
    expect(eventFrom(edited(), 20, 1)?.frame).toBe(55);
    expect(eventFrom(edited(), 55, -1)?.frame).toBe(20);
    expect(eventFrom(edited(rejectEdit('clip', first())), 55, -1)).toBeUndefined();
  });

  it('finds the stance or stride to be repeated', () => {
    expect(loopAt(edited(), 50, 'stance')).toEqual({ from: 20, to: 45 });
    expect(loopAt(edited(), 60, 'stance')).toEqual({ from: 55, to: 80 });
    expect(loopAt(edited(), 60, 'stride')).toEqual({ from: 20, to: 90 });
    expect(loopAt([], 60, 'stride')).toBeUndefined();
  });
});
