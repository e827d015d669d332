import type { Clip } from '../../../shared/contract/clipSchemas.ts';

export const ROLES = [
  'side_left',
  'side_right',
  'rear',
  'front',
  'standing',
  'unassigned',
] as const satisfies Clip['role'][];
export const VIEWS = ['auto', 'side', 'rear', 'front'] as const satisfies Clip['view'][];

/** Whether two typed times are a range inside the clip, or both empty, or one still to come. */
export function isStanding(from: number | null, to: number | null, durationS: number): boolean {
  if (Number.isNaN(from) || Number.isNaN(to)) return false;
  if (from === null || to === null) return (from ?? 0) >= 0;
  return from >= 0 && to > from && to <= durationS;
}

/** The range for the host; half a range is none. */
export const standingFrom = (from: number | null, to: number | null): Clip['standing'] =>
  from === null || to === null ? null : { from, to };
