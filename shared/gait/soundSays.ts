import type { GaitEvent } from '../domain/analysis.ts';
import { type CameraCheck, warn } from './cameraCheck.ts';
import { CADENCES_AGREE_SPM, type FootfallSound, soundNumbers } from './footfalls.ts';

/** Most that is left of the confidence in a contact that the sound speaks against. */
const OPPOSED_CONFIDENCE = 0.3;

/** The events with little confidence in the contacts that the sound speaks against: frames to look at. None is moved. */
export function lightOpposed(events: readonly GaitEvent[], { contacts }: FootfallSound): GaitEvent[] {
  const opposed = new Set(contacts?.opposed);
  return events.map((event) =>
    event.type === 'initial_contact' && opposed.has(event.time_s)
      ? {
          ...event,
          confidence: Math.min(event.confidence, OPPOSED_CONFIDENCE),
          doubts: [...event.doubts, 'against_sound' as const],
        }
      : event,
  );
}

/** What has to be said of the sound, `cadence` from the contacts as they stand. */
export function soundChecks({ cadence: heard, contacts }: FootfallSound, cadence: number): CameraCheck[] {
  const isApart = heard !== undefined && Math.abs(heard.value - cadence) > CADENCES_AGREE_SPM;
  const n = contacts?.opposed.length ?? 0;
  return [
    ...(isApart ? [warn('cadence_sound_disagrees', soundNumbers(cadence, heard.value))] : []),
    ...(n > 0 ? [warn('contacts_against_sound', { n })] : []),
  ];
}
