import { describe, expect, it } from 'vitest';
import { isMain } from '../../program/dose.ts';
import { generatePlan } from '../../program/plan.ts';
import { DEFAULT_PLAN_OPTIONS } from '../../program/planInput.ts';
import { folded, icsInstant, icsText } from './icsLines.ts';
import { planIcs } from './planIcs.ts';

const plan = generatePlan({ ...DEFAULT_PLAN_OPTIONS, findings: [], startDate: '2026-02-23', openPhase: 1 });
const options = { planId: 'plan-7', madeAt: '2026-02-20T08:00:00Z', sequence: 0, startTime: null };

/** Content lines after unfolding, as `[name and parameters, value]`, grouped by component. */
function read(ics: string) {
  expect(ics.endsWith('\r\n')).toBe(true);
  expect(ics.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  for (const line of ics.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
  const lines = ics.replaceAll('\r\n ', '').trimEnd().split('\r\n');
  expect(lines[0]).toBe('BEGIN:VCALENDAR');
  expect(lines.at(-1)).toBe('END:VCALENDAR');
  const events: Map<string, string>[] = [];
  let open: Map<string, string> | undefined;
  for (const line of lines.slice(1, -1)) {
    const colon = line.indexOf(':');
    expect(colon).toBeGreaterThan(0);
    const [name, value] = [line.slice(0, colon), line.slice(colon + 1)];
    if (line === 'BEGIN:VEVENT') {
      expect(open).toBeUndefined();
      open = new Map();
    } else if (line === 'END:VEVENT') {
      if (open) events.push(open);
      open = undefined;
    } else if (open) {
      expect(open.has(name), name).toBe(false);
      open.set(name, value);
    }
  }
  expect(open).toBeUndefined();
  return { lines, events };
}
const unescaped = (text: string) => text.replace(/\\([\\;,n])/g, (_, sign) => (sign === 'n' ? '\n' : sign));

describe('plan.ics', () => {
  const sessions = plan.weeks.flatMap(({ days }) => days).filter(({ items }) => items.some(isMain));

  it('holds one event a session and one for the retest, with all that a calendar needs', () => {
    const { lines, events } = read(planIcs(plan, options));
    expect(lines).toEqual(expect.arrayContaining(['VERSION:2.0', 'METHOD:PUBLISH', 'CALSCALE:GREGORIAN']));
    expect(lines.filter((line) => line.startsWith('PRODID:'))).toHaveLength(1);
    expect(events).toHaveLength(sessions.length + 1);
    expect(new Set(events.map((event) => event.get('UID'))).size).toBe(events.length);
    for (const event of events) {
      for (const name of ['UID', 'DTSTAMP', 'SEQUENCE', 'SUMMARY', 'DTSTART;VALUE=DATE', 'DTEND;VALUE=DATE'])
        expect(event.get(name), name).toBeTruthy();
      expect(event.get('DTSTAMP')).toBe('20260220T080000Z');
      expect(Number(event.get('DTEND;VALUE=DATE'))).toBeGreaterThan(Number(event.get('DTSTART;VALUE=DATE')));
    }
    expect(events.map((event) => event.get('DTSTART;VALUE=DATE')).slice(0, -1)).toEqual(
      sessions.map(({ date }) => date?.replaceAll('-', '')),
    );
    expect(events.at(-1)?.get('DTSTART;VALUE=DATE')).toBe('20260406');
  });

  it('ends an all-day event on the next day, over the end of a month too', () => {
    const day = read(planIcs(plan, options)).events.find(
      (event) => event.get('DTSTART;VALUE=DATE') === '20260331',
    );
    expect(day?.get('DTEND;VALUE=DATE')).toBe('20260401');
  });

  it('says what to do, and gives the text back unharmed', () => {
    const first = read(planIcs(plan, options)).events[0];
    const text = unescaped(first?.get('DESCRIPTION') ?? '');
    expect(text).toContain('Stop and see a clinician if you feel pain on one spot of a bone, pain at rest');
    expect(text.split('\n')[0]).toMatch(/^- .+: \d+ × \d+/);
  });

  it('puts sessions at a time of day without a zone', () => {
    const first = read(planIcs(plan, { ...options, startTime: '07:30' })).events[0];
    expect(first?.get('DTSTART')).toBe('20260223T073000');
    expect(first?.get('DURATION')).toMatch(/^PT\d+M$/);
    expect(first?.has('DTEND')).toBe(false);
  });

  it('keeps ids from export to export while the sequence rises, and is the same for the same input', () => {
    const again = read(planIcs(plan, { ...options, sequence: 1, madeAt: '2026-03-01T08:00:00Z' })).events;
    const once = read(planIcs(plan, options)).events;
    expect(again.map((event) => event.get('UID'))).toEqual(once.map((event) => event.get('UID')));
    expect(again.every((event) => event.get('SEQUENCE') === '1')).toBe(true);
    expect(planIcs(plan, options)).toBe(planIcs(plan, options));
  });

  it('marks what has not opened yet as tentative', () => {
    const { events } = read(planIcs(plan, options));
    expect(events[0]?.get('STATUS')).toBe('CONFIRMED');
    expect(events.at(-2)?.get('STATUS')).toBe('TENTATIVE');
  });

  it.each([
    [{ planId: 'a b' }, 'planId'],
    [{ madeAt: '2026-02-20' }, 'instant'],
    [{ sequence: -1 }, 'sequence'],
    [{ startTime: '7:30' }, 'startTime'],
  ])('refuses %j', (change, field) => {
    expect(() => planIcs(plan, { ...options, ...change })).toThrow(`invalid ${field}`);
  });

  it('refuses an undated plan', () => {
    expect(() => planIcs({ ...plan, start_date: null }, options)).toThrow('no start date');
  });
});

describe('content lines', () => {
  it('are escaped and folded at 75 octets, never inside a character', () => {
    expect(icsText('a, b; c\\d\r\ne\u0007')).toBe('a\\, b\\; c\\\\d\\ne');
    const line = `SUMMARY:${'ä€😀'.repeat(40)}`;
    const parts = folded(line).split('\r\n');
    for (const part of parts) expect(new TextEncoder().encode(part).length).toBeLessThanOrEqual(75);
    expect(parts.map((part, k) => (k === 0 ? part : part.slice(1))).join('')).toBe(line);
    expect(folded('X'.repeat(75))).toBe('X'.repeat(75));
    expect(folded('X'.repeat(76))).toBe(`${'X'.repeat(75)}\r\n X`);
    expect(icsInstant('2026-02-20T08:00:00.500Z')).toBe('20260220T080000Z');
  });
});
