import { describe, expect, it } from 'vitest';
import type { LogEntry } from '../../../shared/domain/drillLog.ts';
import { draftFromDay, entriesFromDay, problemsOfDay, WHOLE_DAY } from './logDraft.ts';

const DAY = '2026-03-02';
const PLANNED = ['S1', 'S2'];
const EMPTY = draftFromDay([], PLANNED);
const entry = (more: Partial<LogEntry>): LogEntry => ({
  ...{ id: 'a', date: DAY, exercise: null, done: 'done', rpe: null, soreness: [], note: '' },
  ...{ pain_answer: null },
  ...more,
});

describe('a day of the log', () => {
  it('is one line where all went the same, with the facts of the day', () => {
    const soreness = [{ area: 'calf', side: 'L', level: 4 } as const];
    const draft = { ...EMPTY, ticks: { S1: 'done', S2: 'done' }, rpe: 5, soreness, note: ' ok ' } as const;
    expect(entriesFromDay(draft, DAY, [], PLANNED)).toEqual([
      { id: null, date: DAY, exercise: null, done: 'done', rpe: 5, soreness, note: 'ok' },
    ]);
  });

  it('is a line for each exercise where they went differently', () => {
    const draft = { ...EMPTY, ticks: { S1: 'done', S2: 'skipped' }, rpe: 3 } as const;
    expect(entriesFromDay(draft, DAY, [], PLANNED)).toMatchObject([
      { id: null, exercise: 'S1', done: 'done', rpe: 3 },
      { id: null, exercise: 'S2', done: 'skipped', rpe: null },
    ]);
  });

  it('turns the line of the whole day into that of the first exercise, with its facts', () => {
    const before = [entry({ note: 'windy' })];
    const read = draftFromDay(before, PLANNED);
    expect(read).toMatchObject({ ticks: { S1: 'done', S2: 'done' }, note: 'windy' });
    const changed = { ...read, ticks: { S1: 'partly', S2: 'done' } } as const;
    expect(entriesFromDay(changed, DAY, before, PLANNED)).toMatchObject([
      { id: 'a', exercise: 'S1', done: 'partly', note: 'windy' },
      { id: null, exercise: 'S2', done: 'done', note: '' },
    ]);
  });

  it('keeps lines of exercises as such, and what each of them says', () => {
    const before = [entry({ id: 'b', exercise: 'S2', note: 'hard' }), entry({ id: 'a', exercise: 'S1' })];
    const read = draftFromDay(before, PLANNED);
    expect(entriesFromDay({ ...read, rpe: 8 }, DAY, before, PLANNED)).toMatchObject([
      { id: 'a', exercise: 'S1', rpe: null, note: '' },
      { id: 'b', exercise: 'S2', rpe: 8, note: 'hard' },
    ]);
  });

  it('can be written for a day on which nothing was planned', () => {
    const draft = { ...draftFromDay([], []), ticks: { [WHOLE_DAY]: 'partly' } } as const;
    expect(entriesFromDay(draft, DAY, [], [])).toMatchObject([{ exercise: null, done: 'partly' }]);
  });

  it('says what is missing or out of range', () => {
    const soreness = [{ area: 'calf', side: null, level: null } as const];
    expect(problemsOfDay({ ...EMPTY, rpe: 11, soreness })).toEqual(['ticks', 'rpe', 'soreness']);
  });
});
