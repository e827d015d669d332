import { describe, expect, expectTypeOf, it } from 'vitest';
import type { z } from 'zod';
import type { Assessment, GateOverride } from '../domain/assessment.ts';
import type { LogEntry, PainClearance } from '../domain/drillLog.ts';
import type { BodyArea } from '../domain/plan.ts';
import type { PlanOverride } from '../domain/planOverride.ts';
import { generatePlan } from '../program/plan.ts';
import { DEFAULT_PLAN_OPTIONS } from '../program/planInput.ts';
import { planSchema } from './planSchema.ts';
import {
  assessmentSchema,
  type bodyAreaSchema,
  gateOverrideSchema,
  logEntrySchema,
  type painClearanceSchema,
  planOverrideSchema,
} from './programSchemas.ts';

describe('schemas of the programme', () => {
  it('equal the domain types', () => {
    expectTypeOf<z.output<typeof assessmentSchema>>().toEqualTypeOf<Assessment>();
    expectTypeOf<z.output<typeof gateOverrideSchema>>().toEqualTypeOf<GateOverride>();
    expectTypeOf<z.output<typeof logEntrySchema>>().toEqualTypeOf<LogEntry>();
    expectTypeOf<z.output<typeof painClearanceSchema>>().toEqualTypeOf<PainClearance>();
    expectTypeOf<z.output<typeof bodyAreaSchema>>().toEqualTypeOf<BodyArea>();
    expectTypeOf<z.output<typeof planOverrideSchema>>().toExtend<PlanOverride>();
    expect(Object.keys(assessmentSchema.shape)).toContain('results');
  });

  it('take every generated plan', () => {
    const plan = generatePlan({
      ...DEFAULT_PLAN_OPTIONS,
      findings: [],
      startDate: '2026-03-02',
      cadenceSpm: 160,
      openPhase: 2,
    });
    expect(planSchema.parse(JSON.parse(JSON.stringify(plan)))).toEqual(plan);
  });

  it('refuse a gate opened without a reason, and levels beyond ten', () => {
    expect(gateOverrideSchema.safeParse({ opens: 2, reason: '', date: '2026-03-02' }).success).toBe(false);
    const entry = {
      id: 'a',
      date: '2026-03-02',
      exercise: null,
      done: 'done',
      rpe: 11,
      soreness: [],
      note: '',
      pain_answer: null,
    };
    expect(logEntrySchema.safeParse(entry).success).toBe(false);
    expect(logEntrySchema.safeParse({ ...entry, rpe: 10 }).success).toBe(true);
    const lock = { id: 'o', reason: '', week: 1, kind: 'lock', weekday: 8, items: [] };
    expect(planOverrideSchema.safeParse(lock).success).toBe(false);
    expect(planOverrideSchema.safeParse({ ...lock, weekday: 7 }).success).toBe(true);
  });
});
