import { describe, expect, it } from 'vitest';
import { AHEAD_S, createMetronome } from './metronome.ts';

/** Beats of a metronome whose clock is moved by hand, ticked at uneven times. */
function beatsOf(beatsPerMinute: number, ticksS: readonly number[]): number[] {
  let nowS = ticksS[0] ?? 0;
  const beats: number[] = [];
  const metronome = createMetronome(
    beatsPerMinute,
    () => nowS,
    (atS) => beats.push(atS),
  );
  for (const tickS of ticksS) {
    nowS = tickS;
    metronome.tick();
  }
  return beats;
}

describe('the metronome', () => {
  it('keeps the beat over ten minutes, whatever the ticks', () => {
    const ticks = Array.from({ length: 12_000 }, (_, i) => 5 + i * 0.05 + (i % 3) * 0.011);
    const beats = beatsOf(60, ticks);
    expect(beats.slice(0, 3)).toEqual([5, 6, 7]);
    expect(beats.at(-1)).toBe(5 + beats.length - 1);
    expect(beats.length).toBeGreaterThanOrEqual(600);
  });

  it('hands each beat over once and not before its time comes near', () => {
    const beats = beatsOf(30, [0, 0.01, 1, 2 - AHEAD_S - 0.01]);
    expect(beats).toEqual([0]);
    expect(beatsOf(30, [0, 2 - AHEAD_S + 0.01, 2])).toEqual([0, 2]);
  });

  it('leaves out what was slept through and goes on in step', () => {
    expect(beatsOf(60, [0, 10.5, 10.95])).toEqual([0, 11]);
  });

  it('refuses what is no rate', () => {
    expect(() => beatsOf(0, [0])).toThrow('invalid beatsPerMinute: 0');
  });
});
