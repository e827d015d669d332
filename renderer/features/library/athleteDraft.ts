import type { Athlete, AthleteInput } from '../../../shared/contract/librarySchemas.ts';
import { HEIGHT, shownValue, storedValue, type UnitSystem } from '../../ui/measures.ts';
import { labelsFrom } from './labels.ts';

/** An athlete while the form is open; numbers as they are typed (NaN for what is no number). */
export interface AthleteDraft {
  readonly name: string;
  /** As typed, with commas between. */
  readonly groups: string;
  /** In the shown unit. */
  readonly height: number | null;
  readonly birthYear: number | null;
  readonly notes: string;
  readonly consent: 'none' | 'athlete' | 'guardian';
  readonly guardianName: string;
  readonly consentDate: string;
  readonly showFace: boolean;
}

export type AthleteProblem = 'name' | 'height' | 'birthYear' | 'consentDate';

export const HEIGHT_RANGE_M = { from: 0.5, to: 2.6 } as const;

export function draftFromAthlete(
  athlete: Athlete | undefined,
  units: UnitSystem,
  today: string,
): AthleteDraft {
  const consent = athlete?.consent ?? null;
  return {
    name: athlete?.name ?? '',
    groups: (athlete?.groups ?? []).join(', '),
    height: shownValue(HEIGHT[units], athlete?.heightM ?? null),
    birthYear: athlete?.birthYear ?? null,
    notes: athlete?.notes ?? '',
    consent: consent?.givenBy ?? 'none',
    guardianName: consent?.guardianName ?? '',
    consentDate: consent?.date ?? today,
    showFace: consent?.showFace ?? false,
  };
}

export function problemsOfAthlete(draft: AthleteDraft, units: UnitSystem): AthleteProblem[] {
  const heightM = storedValue(HEIGHT[units], draft.height);
  const isIn = (value: number | null, from: number, to: number) =>
    value === null || (value >= from && value <= to);
  return [
    ...(draft.name.trim() === '' ? (['name'] as const) : []),
    ...(isIn(heightM, HEIGHT_RANGE_M.from, HEIGHT_RANGE_M.to) ? [] : (['height'] as const)),
    ...(isIn(draft.birthYear, 1900, 2100) && Number.isInteger(draft.birthYear ?? 0)
      ? []
      : (['birthYear'] as const)),
    ...(draft.consent !== 'none' && !/^\d{4}-\d\d-\d\d$/.test(draft.consentDate)
      ? (['consentDate'] as const)
      : []),
  ];
}

/** What goes to the host; only for a draft without problems. */
export function athleteFromDraft(draft: AthleteDraft, units: UnitSystem): AthleteInput {
  const { name, birthYear, notes, consent, guardianName, consentDate, showFace } = draft;
  return {
    ...{ name: name.trim(), birthYear, notes },
    groups: labelsFrom(draft.groups),
    heightM: storedValue(HEIGHT[units], draft.height),
    legs: { leftLengthM: null, rightLengthM: null, remark: null },
    consent:
      consent === 'none'
        ? null
        : {
            givenBy: consent,
            guardianName: consent === 'guardian' && guardianName.trim() !== '' ? guardianName.trim() : null,
            date: consentDate,
            showFace,
          },
  };
}
