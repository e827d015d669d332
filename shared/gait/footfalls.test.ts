import { describe, expect, it } from 'vitest';
import {
  addFootfalls,
  addHum,
  addMusic,
  addNoise,
  addTalk,
  MADE_HZ,
  random,
  silence,
  stepInstants,
} from '../sound/beats.testkit.ts';
import { OnsetMaker } from '../sound/onsetMaker.ts';
import { footfallSound } from './footfalls.ts';
import { cadenceFromSound } from './soundCadence.ts';

const SECONDS = 12;
const heard = (samples: Float32Array, start = 0) => {
  const maker = new OnsetMaker(MADE_HZ);
  maker.add(samples);
  return maker.finish(start);
};
const cadenceIn = (samples: Float32Array) => {
  const sound = heard(samples);
  return sound && cadenceFromSound(sound, 0.2, SECONDS - 0.2);
};
const trueCadence = (instants: readonly number[]) =>
  (60 * (instants.length - 1)) / ((instants.at(-1) ?? 0) - (instants[0] ?? 0));
/** A treadmill hall: some noise and a motor. */
const hall = () => addHum(addNoise(silence(SECONDS), 0.02, 7), 0.05);

describe('cadence from sound', () => {
  it.each([
    [150, 0, 1],
    [168.9, 0.012, 2],
    [186, 0.005, 3],
    [210, 0, 4],
  ])('of %d steps/min, left foot %d s late', (cadence, lagS, seed) => {
    const instants = stepInstants(60 / cadence, { lagS, seed });
    const found = cadenceIn(addFootfalls(hall(), instants, seed));
    expect(Math.abs((found?.value ?? 0) - trueCadence(instants))).toBeLessThan(0.5);
  });

  it('holds when one foot is twice as loud, and beside music', () => {
    const instants = stepInstants(60 / 172, { jitterS: 0.005 });
    const oneLoud = addFootfalls(hall(), instants, 5, (i) => (i % 2 ? 0.3 : 0.15));
    expect(Math.abs((cadenceIn(oneLoud)?.value ?? 0) - trueCadence(instants))).toBeLessThan(0.5);
    const withMusic = addMusic(addFootfalls(hall(), instants, 5), 126, 0.1, 6);
    expect(Math.abs((cadenceIn(withMusic)?.value ?? 0) - trueCadence(instants))).toBeLessThan(0.5);
  });

  it.each([
    ['silence', silence(SECONDS)],
    ['the noise of a microphone', addNoise(silence(SECONDS), 1e-5, 1)],
    ['a motor', hall()],
    ['talk', addTalk(addNoise(silence(SECONDS), 0.005, 2), 0.3, 3)],
    ['the seam of a belt', addFootfalls(hall(), stepInstants(0.9, { jitterS: 0.003 }), 4)],
    ['one foot alone', addFootfalls(hall(), stepInstants(0.7), 5)],
    ['a metronome', addFootfalls(hall(), stepInstants(60 / 170, { jitterS: 0 }), 6)],
  ])('%s says nothing', (_, samples) => {
    expect(cadenceIn(samples)).toBeUndefined();
  });

  it.each([60, 75, 90, 100, 112, 128, 140, 155, 170, 180])('music of %d beats/min says nothing', (beats) => {
    expect(cadenceIn(addNoise(addMusic(silence(SECONDS), beats, 0.2, beats), 0.005, 1))).toBeUndefined();
  });

  it('noise says nothing, thirty times', () => {
    const said = Array.from({ length: 30 }, (_, i) => cadenceIn(addNoise(silence(SECONDS), 0.1, 100 + i)));
    expect(said.filter((value) => value !== undefined)).toEqual([]);
  });
});

describe('contacts against sound', () => {
  const STEP_S = 60 / 168;
  const instants = stepInstants(STEP_S, { jitterS: 0.006 });
  const cadence = trueCadence(instants);
  const DELAY_S = 0.035;
  const late = instants.map((t) => t + DELAY_S);
  const sound = heard(addFootfalls(hall(), late, 8));

  it('finds the delay of the sound', () => {
    const { contacts } = footfallSound(sound, 1, instants, cadence);
    expect(Math.abs((contacts?.offset ?? 1) - DELAY_S)).toBeLessThan(0.005);
    expect(contacts?.spread).toBeLessThan(0.004);
    expect(contacts?.opposed).toEqual([]);
    expect(contacts?.n).toBe(instants.length);
  });

  it('points at the contact that is 70 ms early or late, and at no other', () => {
    const wrong = instants.map((t, i) => (i === 9 ? t + 0.07 : i === 20 ? t - 0.07 : t));
    const { contacts } = footfallSound(sound, 1, wrong, cadence);
    expect(contacts?.opposed).toEqual([wrong[9], wrong[20]]);
  });

  it('holds a contact that is not heard, or beside a bang, against nobody', () => {
    const someQuiet = addFootfalls(hall(), late, 8, (i) => (i % 7 === 3 ? 0 : 0.3));
    const bang = addFootfalls(someQuiet, [(late[12] ?? 0) - 0.08], 9, () => 0.9);
    const { contacts } = footfallSound(heard(bang), 1, instants, cadence);
    expect(contacts?.opposed).toEqual([]);
    expect(contacts?.n).toBeLessThan(instants.length);
  });

  it('has no say where the contacts scatter about the sound', () => {
    const next = random(3);
    const scattered = instants.map((t) => t + 0.1 * (next() - 0.5));
    expect(footfallSound(sound, 1, scattered, cadence).contacts).toBeUndefined();
  });

  it('of another runner gives a cadence that disagrees, and no say about contacts', () => {
    const other = heard(addFootfalls(hall(), stepInstants(60 / 180, { seed: 4 }), 8));
    const found = footfallSound(other, 1, instants, cadence);
    expect(Math.abs((found.cadence?.value ?? 0) - 180)).toBeLessThan(1);
    expect(found.contacts).toBeUndefined();
  });

  it('of slow motion says nothing', () => {
    expect(footfallSound(sound, 8, instants, cadence)).toEqual({});
    expect(footfallSound(undefined, 1, instants, cadence)).toEqual({});
  });
});
