import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { generatePlan } from '../plan.ts';
import { DEFAULT_PLAN_OPTIONS, EQUIPMENT, type PlanInput } from '../planInput.ts';
import { SEED_EXERCISES } from './exercises.ts';
import { SEED_ROWS } from './seedRows.ts';
import { TESTS } from './tests.ts';

const text = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
/** The checklist itself lies beside the project where it is developed; elsewhere the rows below stand for it. */
const checklist = new URL('../../../../shared/spec/program.md', import.meta.url);

describe('the seed', () => {
  it.each(SEED_ROWS.map((row) => [row.row, row] as const))('row %s has a home and a test', (_, row) => {
    expect(text(row.home)).toMatch(new RegExp(`export (const|function) ${row.name}\\b`));
    expect(text(row.test[0])).toContain(row.test[1]);
  });

  it('has no row without a home', () => {
    const rows = new Set(SEED_ROWS.map(({ row }) => row));
    for (let n = 1; n <= 14; n++) expect(rows).toContain(`P${n}`);
    for (let n = 0; n <= 8; n++) expect(rows).toContain(`I${n}`);
    for (const { id } of TESTS) expect(rows).toContain(`test ${id}`);
    expect(SEED_EXERCISES).toHaveLength(32);
    expect(rows.size).toBe(SEED_ROWS.length);
  });

  it.skipIf(!existsSync(checklist))('has a home for every row of the checklist', () => {
    const lines = readFileSync(checklist, 'utf8').split('\n');
    const rows = new Set(SEED_ROWS.map(({ row }) => row));
    const principles = lines.flatMap((line) => /^\| (P\d+) \|/.exec(line)?.[1] ?? []);
    const phases = lines
      .flatMap((line) => /^\| (\d [A-Z]\w+) \|/.exec(line)?.[1] ?? [])
      .map((phase) => `phase ${phase}`);
    const invariants = lines.flatMap((line) => /^(\d)\. /.exec(line)?.[1] ?? []).map((n) => `I${n}`);
    const tests = lines.find((line) => line.startsWith('single-leg stance')) ?? '';
    expect([principles.length, phases.length, invariants.length]).toEqual([14, 3, 9]);
    expect([...principles, ...phases, ...invariants].filter((row) => !rows.has(row))).toEqual([]);
    expect(tests.split('·').length + (lines[lines.indexOf(tests) + 1] ?? '').split('·').length - 1).toBe(
      TESTS.length,
    );
  });

  const plain: PlanInput = {
    ...DEFAULT_PLAN_OPTIONS,
    findings: [],
    startDate: '2026-03-02',
    equipment: [...EQUIPMENT],
  };

  it('gives every off day its recovery and every week its advice', () => {
    for (const { days } of generatePlan(plain).weeks) {
      const off = days.filter(({ kind }) => kind === 'off');
      expect(off).toHaveLength(2);
      for (const { items, advice } of off) {
        expect(items.map(({ exercise }) => exercise)).toEqual(['M4', 'M5']);
        expect(advice).toEqual(['easy_cycling_or_swimming', 'sleep_food_water']);
      }
    }
  });

  it('draws on every exercise of the seed, each only from its own phase on', () => {
    const used = new Map<string, number>();
    for (const openPhase of [1, 2, 3] as const) {
      const { weeks } = generatePlan({
        ...plain,
        openPhase,
        trainingDays: [1, 2, 3, 4, 5, 6, 7],
        minutesPerDay: 45,
        maxExercises: 8,
      });
      for (const { phase, days } of weeks)
        for (const { items } of days)
          for (const { exercise } of items) used.set(exercise, Math.min(phase, used.get(exercise) ?? 3));
    }
    for (const { id, phases } of SEED_EXERCISES) expect([id, used.get(id)]).toEqual([id, phases[0]]);
  });
});
