import ICAL from 'ical.js';
import { expect, it } from 'vitest';
import { isMain } from '../../program/dose.ts';
import { libraryWith } from '../../program/library.ts';
import { generatePlan } from '../../program/plan.ts';
import { DEFAULT_PLAN_OPTIONS } from '../../program/planInput.ts';
import { planIcs } from './planIcs.ts';

const library = libraryWith({
  changes: {
    A1: {
      name: 'Toe spread; “ぐー, ちょき, ぱー” with a comma, a semicolon \\ and a very long name of its own',
    },
  },
  own: [],
});
const plan = generatePlan({
  ...DEFAULT_PLAN_OPTIONS,
  ...{ findings: [], startDate: '2026-02-23', openPhase: 1, library },
});
const options = { planId: 'plan-7', madeAt: '2026-02-20T08:00:00Z', sequence: 3, startTime: null, library };

function eventsOf(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  expect(calendar.name).toBe('vcalendar');
  return calendar.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component));
}

it('is read by a calendar library as written: days, words and numbers', () => {
  const sessions = plan.weeks.flatMap(({ days }) => days).filter(({ items }) => items.some(isMain));
  const events = eventsOf(planIcs(plan, options));
  expect(events).toHaveLength(sessions.length + 1);
  sessions.forEach(({ date, items }, i) => {
    const event = events[i];
    expect(event?.startDate.toString()).toBe(date);
    expect(event?.startDate.isDate).toBe(true);
    expect(event?.duration.toSeconds()).toBe(86_400);
    expect(event?.sequence).toBe(3);
    // Commas, semicolons, backslashes and letters of any script come back as they were.
    for (const { exercise } of items.filter(isMain))
      expect(event?.description).toContain(library.get(exercise).name);
  });
  expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length);
});

it('keeps the time of day as the clock on the wall shows it', () => {
  const [first] = eventsOf(planIcs(plan, { ...options, startTime: '07:30' }));
  expect(first?.startDate.toString()).toBe('2026-02-23T07:30:00');
  expect(first?.startDate.zone.tzid).toBe('floating');
  expect(first?.duration.toSeconds()).toBeGreaterThan(0);
});
