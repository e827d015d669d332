import { describe, expect, it } from 'vitest';
import type { LogEntry } from '../domain/drillLog.ts';
import type { Plan } from '../domain/plan.ts';
import { addDays } from './calendar.ts';
import { DEFAULT_PLAN_OPTIONS } from './planInput.ts';
import { START } from './planInputs.testkit.ts';
import { type ProgrammeState, type ProgrammeUpdate, updatePlan } from './updatePlan.ts';

const { openPhase, gates, weakerSide, adaptation, lived, footwear, ...options } = DEFAULT_PLAN_OPTIONS;
const state: ProgrammeState = {
  options: { ...options, findings: [], startDate: START },
  footwear: { wanted: false, comfortableStride: false },
  ...{ assessments: [], gateOverrides: [], log: [], clearances: [], plan: null, today: START },
};
const first = updatePlan(state).plan;

/** Every day done; on one of them the sole was sore. */
const logWith = (soreOn: number, until: number): LogEntry[] =>
  Array.from({ length: until }, (_, k) => ({
    ...{
      id: `${k}`,
      date: addDays(START, k),
      exercise: null,
      done: 'done',
      rpe: 4,
      note: '',
      pain_answer: null,
    },
    soreness: k === soreOn ? [{ area: 'sole', side: null, level: 5 }] : [],
  }));

/** The plan made anew on every day from the morning after the report on. */
function live(soreOn: number, until: number): ProgrammeUpdate[] {
  const updates: ProgrammeUpdate[] = [];
  for (let day = soreOn + 1; day <= until; day++) {
    const { plan, eased } = updates.at(-1) ?? { plan: first, eased: [] };
    const log = logWith(soreOn, day);
    updates.push(updatePlan({ ...state, log, plan, eased, today: addDays(START, day) }));
  }
  return updates;
}
const loads = ({ plan }: ProgrammeUpdate) => plan.weeks.map(({ load }) => load);
const shares = (update: ProgrammeUpdate | undefined) =>
  update?.plan.weeks.map(({ load }, k) => load / (first.weeks[k]?.load ?? 1)) ?? [];

describe('an ease', () => {
  it('that lasts is taken off once, however often the plan is made anew', () => {
    const [reported, ...others] = live(2, 6);
    for (const update of others) expect(update.plan.weeks[0]).toEqual(reported?.plan.weeks[0]);
    const again = updatePlan({
      ...state,
      log: logWith(2, 4),
      plan: reported?.plan ?? first,
      today: addDays(START, 4),
    });
    // Without what was taken already, it would be taken again.
    expect(loads(again)[0]).toBeLessThan(reported ? (loads(reported)[0] ?? 0) : 0);
  });

  it('goes on in the next week from what was planned, not from what was left', () => {
    const [, half = 0] = shares(live(2, 7).at(-1));
    expect(half).toBeLessThanOrEqual(0.5);
    expect(half).toBeGreaterThan(0.35);
  });

  it('ends over a week in between, and not in the middle of a week', () => {
    // Reported on a Sunday: the next week at a half, the one after it at four fifths, then as planned.
    const late = live(13, 35);
    const ended = shares(late.at(-1));
    expect(ended[2]).toBeLessThanOrEqual(0.5);
    expect(ended[3]).toBeGreaterThan(0.7);
    expect(ended[3]).toBeLessThan(0.9);
    expect(ended[4]).toBeGreaterThan(0.9);
    // From the first Monday on nothing moves any more until it is over.
    const weeks = late.slice(1, 14).map((update) => loads(update).slice(2, 4));
    expect(new Set(weeks.map(String)).size).toBe(1);
    // Reported on a Tuesday: over by the next one, whose week stays as it is and is the one in between.
    const early = shares(live(8, 24).at(-1));
    expect(early[2]).toBeLessThan(0.9);
    expect(early[3]).toBeGreaterThan(0.9);
  });

  it('ends at once when the report is taken back', () => {
    const [reported] = live(2, 3);
    const back = { plan: reported?.plan ?? first, eased: reported?.eased ?? [] };
    const update = updatePlan({ ...state, ...back, log: logWith(-1, 4), today: addDays(START, 4) });
    expect(update.eased).toEqual([]);
    const rest = ({ weeks }: Plan) => weeks[0]?.days.slice(4);
    expect(rest(reported?.plan ?? first)).not.toEqual(rest(first));
    expect(rest(update.plan)).toEqual(rest(first));
  });
});
