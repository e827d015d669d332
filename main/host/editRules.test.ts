import { describe, expect, it } from 'vitest';
import type { Edit, EventEdit, GaitEvent } from '../../shared/domain/analysis.ts';
import { checkEdit } from './editRules.ts';

const event = (type: GaitEvent['type'], time_s: number): GaitEvent => ({
  id: `L-${type}-${time_s}`,
  clip: 'c',
  side: 'L',
  type,
  time_s,
  frame: 0,
  confidence: 1,
  doubts: [],
});
/** Two steps of the left foot: contact 0.10-0.35 s and 0.80-1.05 s. */
const events = [
  event('initial_contact', 0.1),
  event('toe_off', 0.35),
  event('initial_contact', 0.8),
  event('toe_off', 1.05),
];
const edit = (change: Partial<EventEdit>): EventEdit => ({
  clip: 'c',
  side: 'L',
  type: 'initial_contact',
  op: 'move',
  event: null,
  auto_time_s: 0.8,
  time_s: 0.82,
  reason: null,
  ...change,
});
const clip = { durationS: 2, frameCount: 200, width: 640, height: 360 };
const check = (change: Partial<EventEdit>, earlier: EventEdit[] = []) =>
  checkEdit(events, earlier, edit(change), clip, () => 'new');
const notFound = expect.objectContaining({ code: 'not_found' });
const invalid = expect.objectContaining({ code: 'invalid_input' });
const impossible = expect.objectContaining({ code: 'impossible_order' });

describe('edits of events', () => {
  it('may move an event between its neighbours but not past them', () => {
    expect(() => check({})).not.toThrow();
    expect(() => check({ time_s: 0.34 })).toThrow(impossible);
    expect(() => check({ time_s: 1.06 })).toThrow(impossible);
    expect(() => check({ time_s: 1.05 })).toThrow(impossible);
  });

  it('see the neighbours where earlier edits put them', () => {
    const earlier = [edit({ type: 'toe_off', auto_time_s: 0.35, time_s: 0.5 })];
    expect(() => check({ time_s: 0.45 }, earlier)).toThrow(impossible);
    expect(() => check({ time_s: 0.45 })).not.toThrow();
    const rejected = [edit({ type: 'toe_off', op: 'reject', auto_time_s: 0.35, time_s: null })];
    expect(() => check({ time_s: 0.55 }, rejected)).not.toThrow();
  });

  it('may add what was missed but not a second contact within one stride', () => {
    const added = { op: 'add', auto_time_s: null } as const;
    expect(() => check({ ...added, time_s: 1.5 })).not.toThrow();
    expect(() => check({ ...added, time_s: 0.2 })).toThrow(impossible);
    expect(() => check({ ...added, time_s: 0.95 })).toThrow(impossible);
    expect(() => check({ ...added, side: 'R', time_s: 0.2 })).not.toThrow();
  });

  it('may always reject, also an event that was added', () => {
    expect(() => check({ op: 'reject', time_s: null })).not.toThrow();
    const earlier = [edit({ op: 'add', auto_time_s: null, time_s: 1.5 })];
    expect(() => check({ op: 'reject', auto_time_s: 1.5, time_s: null }, earlier)).not.toThrow();
    expect(() => check({ op: 'reject', auto_time_s: 1.5, time_s: null })).toThrow(
      expect.objectContaining({ code: 'not_found' }),
    );
  });

  it('refuse times outside the clip', () => {
    expect(() => check({ time_s: 2.1 })).toThrow(expect.objectContaining({ code: 'invalid_input' }));
    expect(() => check({ time_s: null })).toThrow(expect.objectContaining({ code: 'invalid_input' }));
  });

  it('take strides out only where a contact begins them', () => {
    const exclude = (contact_time_s: number): Edit => ({
      ...{ clip: 'c', side: 'L', op: 'exclude', event: null, contact_time_s, reason: 'stumble' },
    });
    expect(() => checkEdit(events, [], exclude(0.8), clip, () => 'new')).not.toThrow();
    expect(() => checkEdit(events, [], exclude(0.35), clip, () => 'new')).toThrow(notFound);
    const rejected = edit({ op: 'reject', time_s: null });
    expect(() => checkEdit(events, [rejected], exclude(0.8), clip, () => 'new')).toThrow(notFound);
  });

  it('place joints inside the picture and the clip only', () => {
    const place = (change: object): Edit => ({
      ...{ clip: 'c', op: 'place', joint: 28, frame: 10, x_px: 5, y_px: 5, auto_x_px: 1, auto_y_px: 1 },
      ...{ from_frame: 5, to_frame: 15 },
      ...change,
    });
    expect(() => checkEdit(events, [], place({}), clip, () => 'new')).not.toThrow();
    for (const wrong of [{ x_px: 641 }, { y_px: -1 }, { to_frame: 200 }, { frame: 4 }])
      expect(() => checkEdit(events, [], place(wrong), clip, () => 'new'), JSON.stringify(wrong)).toThrow(
        invalid,
      );
    const swap: Edit = { clip: 'c', op: 'swap', from_frame: 9, to_frame: 3 };
    expect(() => checkEdit(events, [], swap, clip, () => 'new')).toThrow(invalid);
  });
});
