import { describe, expect, it } from 'vitest';
import { readEvents, scoreLines } from './otherTool.ts';
import { scoreEvents, spreadOf } from './scoreEvents.ts';
import { decodeTrack, encodeTrack } from './trackFile.ts';

describe('scoring of events', () => {
  it('pairs one to one, nearest first, and forgets the ends of the clip', () => {
    const truth = [0.1, 1, 2, 3, 4.95];
    const score = scoreEvents(truth, [0.12, 1.01, 1.02, 2.049, 3.06], 5);
    // 1.02 has no partner left, 3.06 is too far, 0.1 and 4.95 are too near to an end.
    expect(score).toMatchObject({ found: 2, missed: 1, extra: 2 });
    expect(score.errorsMs).toEqual([expect.closeTo(10, 6), expect.closeTo(49, 6)]);
  });

  it('counts a toe-off where its contact counts', () => {
    expect(scoreEvents([0.3, 1.2], [0.31], 5, [0.1, 1])).toMatchObject({ found: 0, missed: 1, extra: 0 });
    expect(scoreEvents([0.3, 1.2], [0.31], 5, [0.16, 1])).toMatchObject({ found: 1, missed: 1, extra: 0 });
  });

  it('tells bias from spread, and nothing of a single error', () => {
    expect(spreadOf([4, 6, 8])).toEqual({ bias: 6, sd: 2 });
    expect(spreadOf([4])).toBeUndefined();
  });
});

it('scores the events of any tool, written as lines, and names a line that is none', () => {
  const contacts = [1, 2, 3, 4].map((at) => ({
    side: 'L' as const,
    initial_contact_s: at,
    toe_off_s: at + 0.25,
  }));
  const truth = {
    ...{ schemaVersion: 1 as const, runner: {}, camera: {}, fps: 120, frame_count: 600, duration_s: 5 },
    ...{ width: 960, height: 720, near_side: 'L' as const, times_s: [] },
    ...{ joints: [], joints_px: [], contacts, metrics: [] },
  };
  const csv =
    'side,type,time_s\nL,initial_contact,1.01\nL,initial_contact,2.02\nL,initial_contact,3.5\nL,toe_off,1.25\n';
  const lines = scoreLines(truth, readEvents(csv));
  expect(lines[0]).toBe('Initial contact, near leg: 2 found, 2 missed, 1 false, bias 15.0, SD 7.1 ms');
  expect(lines[1]).toBe('Toe-off, near leg: 1 found, 3 missed, 0 false, too few to tell');
  expect(() => readEvents('side,type,time_s\nL,landing,1\n')).toThrow('invalid event: L,landing,1');
});

it('keeps a track to a sixteenth of a pixel, and missing frames missing', () => {
  const data = new Float32Array(3 * 99).map((_, i) => (i % 3 === 2 ? 0.987 : 123.456 + i));
  data.fill(Number.NaN, 99, 198);
  const truth = {
    ...{ schemaVersion: 1 as const, runner: {}, camera: {}, fps: 120, frame_count: 3, duration_s: 0.025 },
    ...{ width: 960, height: 720, near_side: 'L' as const, times_s: [0, 0.008333, 0.016667] },
    ...{ joints: [], joints_px: [], contacts: [], metrics: [] },
  };
  const close = { key: 'c', frames: Int32Array.of(0, 2), data: data.slice(0, 198) };
  const again = decodeTrack(encodeTrack({ key: 'k', truth, data, close }));
  expect(again.truth).toEqual(truth);
  const kept = new Set([0, 7, 8, 11, 12, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32]);
  const expectKept = (read: Float32Array, written: Float32Array) =>
    read.forEach((value, i) => {
      if (!kept.has(Math.floor((i % 99) / 3))) expect(value).toEqual(i % 3 === 2 ? 0 : Number.NaN);
      else if (i >= 99 && i < 198) expect(value).toBeNaN();
      else expect(Math.abs(value - (written[i] ?? 0))).toBeLessThanOrEqual(i % 3 === 2 ? 0.0006 : 0.0313);
    });
  expectKept(again.data, data);
  expect(again.close).toMatchObject({ key: 'c', frames: close.frames });
  expectKept(again.close?.data ?? new Float32Array(), close.data);
  expect(again.close?.data).toHaveLength(close.data.length);
});
