import { expect, it } from 'vitest';
import { beatGuesses, steadierLeg, withBeat } from './alternation.ts';

const STRIDE = 720;
const steady = Array.from({ length: 10 }, (_, i) => 100 + i * STRIDE);
/** Half a stride later, with steps displaced by some samples. */
const other = (shifts: Readonly<Record<number, number>> = {}): number[] =>
  steady.map((step, i) => step + STRIDE / 2 + (shifts[i] ?? 0));

it('says nothing of legs that take turns, also of a limp', () => {
  expect(beatGuesses(other(), steady, STRIDE)).toBeUndefined();
  expect(
    beatGuesses(
      other().map((step) => step + 60),
      steady,
      STRIDE,
    ),
  ).toBeUndefined();
});

it('looks for displaced steps between those of the other leg, and keeps the rest as they are', () => {
  const bad = other({ 2: 120, 3: 110, 7: -130 });
  const again = beatGuesses(bad, steady, STRIDE);
  expect(again?.placed).toEqual([2, 3, 7].map((i) => other()[i]));
  expect(again?.guesses).toEqual(other());
  expect(steadierLeg([bad, steady])).toBe(1);
});

it('looks for a step that is not there at all, as long as the other leg goes on', () => {
  const gap = other().filter((_, i) => i !== 4);
  expect(beatGuesses(gap, steady, STRIDE)).toEqual({ guesses: other(), placed: [other()[4]] });
  const stop = (steps: readonly number[]) => steps.filter((_, i) => i < 4 || i > 5);
  expect(beatGuesses(stop(other()), stop(steady), STRIDE)).toBeUndefined();
});

it('lets single displaced steps of the beat itself displace nothing', () => {
  const beat = steady.map((step, i) => (i === 4 ? step - 150 : step));
  expect(beatGuesses(other(), beat, STRIDE)).toBeUndefined();
});

it('follows no leg that is unsteady itself', () => {
  const drunk = steady.map((step, i) => step + (i % 2 === 0 ? 40 : -40));
  expect(beatGuesses(other({ 2: 120 }), drunk, STRIDE)).toBeUndefined();
});

it('puts a step back that strayed from where only the beat has it', () => {
  const again = { guesses: [460, 1180], placed: [1180] };
  expect(withBeat([455, 1185], again, STRIDE)).toEqual([
    { at: 455, isByBeat: false },
    { at: 1185, isByBeat: false },
  ]);
  expect(withBeat([455, 1240], again, STRIDE)[1]).toEqual({ at: 1180, isByBeat: true });
});
