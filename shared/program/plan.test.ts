import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from './calendar.ts';
import { isMain } from './dose.ts';
import { trainingLoad } from './fitWeek.ts';
import { isDayLocked } from './overrides.ts';
import { generatePlan } from './plan.ts';
import { brokenInvariants } from './planChecks.testkit.ts';
import { DEFAULT_PLAN_OPTIONS, type PlanInput } from './planInput.ts';
import { adaptations, findingOf, planInputs, START } from './planInputs.testkit.ts';

const plain: PlanInput = { ...DEFAULT_PLAN_OPTIONS, findings: [], startDate: START };

/** Equal input that shares no list with the other, so that nothing can be carried over. */
const structuredInput = ({ library, ...input }: PlanInput): PlanInput => ({
  ...JSON.parse(JSON.stringify(input)),
  library,
});

describe('plan', () => {
  it('keeps every invariant for 2000 athletes of every kind', () => {
    fc.assert(
      fc.property(planInputs, (input) => {
        expect(brokenInvariants(generatePlan(input), input)).toEqual([]);
      }),
      { numRuns: 2000, seed: 5 },
    );
  });

  it('is the same for the same input', () => {
    fc.assert(
      fc.property(planInputs, (input) => {
        expect(generatePlan(structuredInput(input))).toEqual(generatePlan(input));
      }),
      { numRuns: 200, seed: 8 },
    );
  });

  it('keeps every invariant through 600 histories of holds, eases, pain and moved races', () => {
    const step = fc.record({
      after: fc.integer({ min: 1, max: 20 }),
      adaptation: adaptations,
      other: planInputs,
    });
    fc.assert(
      fc.property(planInputs, fc.array(step, { minLength: 1, maxLength: 4 }), (first, steps) => {
        let input: PlanInput = { ...first, startDate: START };
        let plan = generatePlan(input);
        let from = START;
        for (const { after, adaptation, other } of steps) {
          from = addDays(from, after);
          const before = plan;
          input = {
            ...input,
            adaptation,
            calendar: other.calendar,
            overrides: other.overrides,
            openPhase: other.openPhase,
            findings: other.findings,
            lived: { plan: before, from },
          };
          plan = generatePlan(input);
          expect(brokenInvariants(plan, input)).toEqual([]);
          // What was lived stays word for word; soreness never brings more than was planned.
          plan.weeks.forEach((week, k) => {
            const old = before.weeks[k];
            for (const [d, day] of week.days.entries())
              if (day.date !== null && day.date < from && old && !old.provisional)
                expect(day).toEqual(old?.days[d]);
          });
          const at = plan.weeks.findIndex(({ days }) =>
            days.some(({ date }) => date !== null && date >= from),
          );
          if (at >= 0 && (adaptation.hold || adaptation.ease < 1))
            for (const k of [at, at + 1])
              expect(plan.weeks[k]?.load ?? 0).toBeLessThanOrEqual((before.weeks[k]?.load ?? 0) + 1e-6);
        }
      }),
      { numRuns: 600, seed: 6 },
    );
  });

  it('changes nothing when nothing is new', () => {
    const plan = generatePlan(plain);
    for (const days of [0, 3, 9, 20, 55])
      expect(generatePlan({ ...plain, lived: { plan, from: addDays(START, days) } })).toEqual(plan);
  });

  it('holds all three domains in every week and grows by small steps', () => {
    const input = { ...plain, openPhase: 1, findings: [findingOf('overstriding', 1)] } as const;
    const { weeks } = generatePlan(input);
    for (const week of weeks) {
      const domains = week.days.flatMap(({ items }) =>
        items.filter(isMain).map(({ exercise }) => input.library.get(exercise).domain),
      );
      expect(new Set(domains).size, `week ${week.index}`).toBe(3);
    }
    expect(weeks.map(({ phase }) => phase)).toEqual([1, 1, 1, 2, 2, 2, 3, 3]);
    expect(weeks.map(({ provisional }) => provisional)).toEqual([
      false,
      false,
      false,
      true,
      true,
      true,
      true,
      true,
    ]);
    expect(weeks.filter(({ light }) => light).map(({ index }) => index)).toEqual([3, 6]);
    const growth = weeks.map(({ load }) => Math.round((100 * load) / (weeks[0]?.load ?? 1)));
    expect(growth[7]).toBeGreaterThan(100);
  });

  it('says that a baseline is missing and stays in phase 1', () => {
    const plan = generatePlan(plain);
    expect(plan.weeks.every(({ phase }) => phase === 1)).toBe(true);
    expect(plan.notes.map(({ code }) => code)).toContain('no_baseline');
  });

  it('leaves race days free and does not make up for them', () => {
    const calendar = [{ kind: 'race' as const, from: '2026-03-11', to: '2026-03-11', name: 'Ten miles' }];
    const { weeks } = generatePlan({ ...plain, calendar });
    const kinds = weeks[1]?.days.map(({ kind }) => kind);
    expect(kinds).toEqual(['training', 'before_race', 'race', 'after_race', 'training', 'off', 'off']);
    expect(weeks[1]?.light).toBe(true);
    expect(weeks[1]?.notes.map(({ code }) => code)).toContain('days_lost');
    expect(weeks[3]?.load ?? 0).toBeLessThanOrEqual(1.1 * (weeks[0]?.load ?? 0));
  });

  it('keeps what the coach set, through regeneration', () => {
    const locked = { sets: 2, amount: 7, unit: 'reps', per_side: false } as const;
    const overrides: PlanInput['overrides'] = [
      {
        id: 'a',
        reason: 'holiday flat',
        week: 2,
        kind: 'lock',
        weekday: 3,
        items: [{ exercise: 'A2', dose: locked }],
      },
      { id: 'b', reason: 'prefers it', week: null, kind: 'swap', exercise: 'S1', by: 'S3' },
    ];
    for (const findings of [[], [findingOf('prolonged_contact', 1)]]) {
      const { weeks } = generatePlan({ ...plain, overrides, findings });
      const day = weeks[1]?.days.find(({ weekday }) => weekday === 3);
      expect(day?.items.filter(isMain).map(({ exercise, dose }) => [exercise, dose])).toEqual([
        ['A2', locked],
      ]);
      expect(weeks[1]?.notes.filter(({ code }) => code.startsWith('coach_change')).length).toBeGreaterThan(0);
    }
  });

  it('gives a locked day back to the generator when it is unlocked', () => {
    const lock = {
      ...{ id: 'a', reason: '', week: 2, kind: 'lock' as const, weekday: 3 },
      items: [{ exercise: 'A2', dose: { sets: 2, amount: 7, unit: 'reps' as const, per_side: false } }],
    };
    const unlock = { id: 'b', reason: '', week: 2, kind: 'unlock' as const, weekday: 3 };
    const weeksWith = (overrides: PlanInput['overrides']) => generatePlan({ ...plain, overrides }).weeks;
    expect(weeksWith([lock])).not.toEqual(weeksWith([]));
    expect(weeksWith([lock, unlock])).toEqual(weeksWith([]));
    // Locked again, or another day unlocked: the lock stands.
    const again = { ...lock, id: 'c' };
    expect(isDayLocked([lock, unlock, again], 2, 3)).toBe(true);
    expect(isDayLocked([lock, { ...unlock, weekday: 4 }], 2, 3)).toBe(true);
    expect(isDayLocked([lock, unlock], 2, 3)).toBe(false);
  });

  it('refuses a change that breaks a rule and says why', () => {
    const overrides: PlanInput['overrides'] = [
      { id: 'a', reason: 'now', week: 1, kind: 'add', weekday: 1, exercise: 'F8', dose: null },
    ];
    const week = generatePlan({ ...plain, overrides, maxExercises: 8, minutesPerDay: 60 }).weeks[0];
    expect(week?.notes).toContainEqual({
      code: 'coach_change_refused',
      params: { override: 'a', reason: 'phase_not_open' },
    });
  });

  it.each([
    ['cap', { maxExercises: 1 }, 'A5'],
    ['minutes', { maxExercises: 8, minutesPerDay: 10 }, 'S6'],
    ['equipment_missing', { equipment: [] }, 'S1'],
    ['unknown_exercise', {}, 'Z1'],
  ] as const)('refuses what would break the %s of a day, and the day stays', (reason, more, exercise) => {
    const dose = { sets: 4, amount: 12, unit: 'reps', per_side: true } as const;
    const add = { id: 'a', reason: 'more', week: 1, kind: 'add', weekday: 1, exercise, dose } as const;
    const week = generatePlan({ ...plain, ...more, overrides: [add] }).weeks[0];
    expect(week?.notes).toEqual([{ code: 'coach_change_refused', params: { override: 'a', reason } }]);
    expect(week?.days).toEqual(generatePlan({ ...plain, ...more }).weeks[0]?.days);
  });

  it('raises the rhythm in small steps, only for a priority that asks, and fades the beat', () => {
    const input = { ...plain, openPhase: 2, cadenceSpm: 160, weeks: 8 } as const;
    const rhythms = (findings: PlanInput['findings']) =>
      generatePlan({ ...input, findings }).weeks.flatMap(({ days }) => {
        const found = days.flatMap(({ items }) => items.flatMap(({ cadence }) => cadence ?? []))[0];
        return found ? [found] : [];
      });
    const asked = rhythms([findingOf('low_cadence', 1)]);
    const percents = asked.map(({ percent }) => percent);
    expect(percents.at(0)).toBe(2.5);
    expect(Math.max(...percents)).toBeLessThanOrEqual(7.5);
    percents.slice(1).forEach((percent, k) => {
      expect(percent - (percents[k] ?? 0)).toBeLessThanOrEqual(2.5);
    });
    const shares = asked.map(({ beat_share }) => beat_share);
    expect(shares).toEqual([...shares].sort((a, b) => b - a));
    expect(shares.at(-1)).toBeLessThan(0.5);
    expect(rhythms([]).every(({ percent, spm }) => percent === 0 && spm === 160)).toBe(true);
  });

  it('lets thin shoes in only behind their guard', () => {
    const wish = { wanted: true, comfortableStride: true, habitWeeks: 3 };
    const input: PlanInput = {
      ...plain,
      openPhase: 2,
      equipment: ['minimalist shoes'],
      footwear: wish,
      minutesPerDay: 40,
    };
    const has = (more: Partial<PlanInput>) =>
      generatePlan({ ...input, ...more }).weeks.some(({ days }) =>
        days.some(({ items }) => items.some(({ exercise }) => exercise === 'X6')),
      );
    expect(has({})).toBe(true);
    expect(has({ openPhase: 1 })).toBe(false);
    expect(has({ footwear: { ...wish, habitWeeks: 2 } })).toBe(false);
    expect(has({ footwear: { ...wish, comfortableStride: false } })).toBe(false);
    expect(has({ footwear: { ...wish, wanted: false } })).toBe(false);
    expect(has({ adaptation: { ...plain.adaptation, painFree: false } })).toBe(false);
  });

  it('halves the work of a sore week and comes back over the next', () => {
    const plan = generatePlan(plain);
    const from = addDays(START, 7);
    const eased = generatePlan({
      ...plain,
      lived: { plan, from },
      adaptation: { ...plain.adaptation, hold: true, ease: 0.5 },
    });
    const training = (k: number, of = eased) =>
      trainingLoad(of.weeks[k]?.days.map(({ items }) => items) ?? [], plain.library);
    expect(training(1)).toBeLessThanOrEqual(0.5 * training(1, plan));
    expect(training(2)).toBeLessThanOrEqual(training(2, plan));
    expect(eased.weeks[1]?.light).toBe(true);
  });

  it.each([
    [{ weeks: 5 as 6 }, 'weeks'],
    [{ minutesPerDay: 5 }, 'minutesPerDay'],
    [{ trainingDays: [] }, 'trainingDays'],
    [{ startDate: '2026-02-30x' }, 'startDate'],
    [{ maxExercises: 0 }, 'maxExercises'],
  ])('refuses %j', (change, field) => {
    expect(() => generatePlan({ ...plain, ...change })).toThrow(`invalid ${field}`);
  });
});
