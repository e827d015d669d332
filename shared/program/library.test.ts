import { describe, expect, it } from 'vitest';
import { EXERCISES, exerciseById } from './data/exercises.ts';
import { LIBRARY, libraryWith } from './library.ts';
import { generatePlan } from './plan.ts';
import { DEFAULT_PLAN_OPTIONS } from './planInput.ts';

const own = { ...exerciseById('S3'), id: 'C1', name: 'Arch lifts on the stairs', source: 'coach' } as const;

describe('library of a coach', () => {
  it('lays changes over the shipped exercises without touching them', () => {
    const before = JSON.stringify(EXERCISES);
    const dose = { sets: 1, amount: 8, unit: 'reps', per_side: true } as const;
    const library = libraryWith({ changes: { S1: { name: 'Towel pulls', dose } }, own: [own] });
    expect(library.get('S1')).toMatchObject({ id: 'S1', name: 'Towel pulls', dose, source: 'seed' });
    expect(library.get('C1').source).toBe('coach');
    expect(JSON.stringify(EXERCISES)).toBe(before);
    expect(LIBRARY.get('S1').name).toBe('Towel toe curls');
    expect(LIBRARY.has('C1')).toBe(false);
  });

  it('feeds the plan: own exercises and changed doses appear in it', () => {
    const library = libraryWith({ changes: {}, own: [{ ...own, phases: [1] }] });
    const plan = generatePlan({ ...DEFAULT_PLAN_OPTIONS, findings: [], startDate: null, library });
    const used = plan.weeks.flatMap(({ days }) =>
      days.flatMap(({ items }) => items.map(({ exercise }) => exercise)),
    );
    expect(used).toContain('C1');
  });

  it('knows what was retired by its name and draws on it no more', () => {
    const library = libraryWith({ changes: {}, own: [], retired: [{ ...own, phases: [1] }] });
    expect(library.get('C1').name).toBe(own.name);
    expect(library.has('C1')).toBe(false);
    const plan = generatePlan({ ...DEFAULT_PLAN_OPTIONS, findings: [], startDate: null, library });
    expect(JSON.stringify(plan)).not.toContain('"C1"');
    expect(() => libraryWith({ changes: {}, own: [own], retired: [own] })).toThrow('taken: C1');
  });

  it('refuses a change of what is not there and an id that is taken', () => {
    expect(() => libraryWith({ changes: { Z9: {} }, own: [] })).toThrow('invalid exercise: Z9');
    expect(() => libraryWith({ changes: {}, own: [{ ...own, id: 'S1' }] })).toThrow('taken: S1');
    expect(() => libraryWith({ changes: {}, own: [own, own] })).toThrow('taken: C1');
    expect(() => LIBRARY.get('nope')).toThrow('invalid exercise: nope');
  });
});
