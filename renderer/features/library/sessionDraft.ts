import type { Session, SessionPatch } from '../../../shared/contract/librarySchemas.ts';
import { SPEED, shownValue, storedValue, type UnitSystem } from '../../ui/measures.ts';
import { labelsFrom } from './labels.ts';

/** A session while the form is open; numbers as they are typed (NaN for what is no number). */
export interface SessionDraft {
  readonly date: string;
  /** In the shown unit. */
  readonly speed: number | null;
  readonly inclinePercent: number | null;
  readonly shoe: string;
  readonly surface: Session['surface'];
  /** How the athlete felt. */
  readonly fatigue: 'unknown' | 'fresh' | 'usual' | 'tired';
  /** As typed, with commas between. */
  readonly tags: string;
  readonly notes: string;
}

export type SessionProblem = 'date' | 'speed' | 'incline';

export const SPEED_RANGE_MPS = { from: 0.5, to: 13 } as const;

/** A new session begins with what the athlete's last one had. */
export function draftFromSession(
  session: Session | undefined,
  last: Session | undefined,
  units: UnitSystem,
  day: string,
): SessionDraft {
  const source = session ?? last;
  return {
    date: session?.date ?? day,
    speed: shownValue(SPEED[units], source?.speedMps ?? null),
    inclinePercent: source?.inclinePercent ?? null,
    shoe: source?.shoe ?? '',
    surface: source?.surface ?? 'unknown',
    fatigue: session?.fatigue ?? 'unknown',
    tags: (session?.tags ?? []).join(', '),
    notes: session?.notes ?? '',
  };
}

export function problemsOfSession(draft: SessionDraft, units: UnitSystem): SessionProblem[] {
  const speedMps = storedValue(SPEED[units], draft.speed);
  const { from, to } = SPEED_RANGE_MPS;
  const incline = draft.inclinePercent;
  return [
    ...(/^\d{4}-\d\d-\d\d$/.test(draft.date) ? [] : (['date'] as const)),
    ...(speedMps === null || (speedMps >= from && speedMps <= to) ? [] : (['speed'] as const)),
    ...(incline === null || (incline >= -30 && incline <= 40) ? [] : (['incline'] as const)),
  ];
}

export function sessionFromDraft(
  draft: SessionDraft,
  units: UnitSystem,
): Required<{ [Key in keyof SessionPatch]: Exclude<SessionPatch[Key], undefined> }> {
  const { date, inclinePercent, surface, notes } = draft;
  const shoe = draft.shoe.trim() === '' ? null : draft.shoe.trim();
  return {
    ...{ date, inclinePercent, surface, notes, shoe },
    fatigue: draft.fatigue === 'unknown' ? null : draft.fatigue,
    tags: labelsFrom(draft.tags),
    speedMps: storedValue(SPEED[units], draft.speed),
  };
}
