import { randomFromSeed } from '../../e2e/phantom/random.ts';
import type { ClipInput } from '../../shared/domain/analysis.ts';
import { eventFeatures } from '../../shared/gait/eventFeatures.ts';
import { type Contact, detectContacts } from '../../shared/gait/legEvents.ts';
import { prepareClip } from '../../shared/gait/preparedClip.ts';
import { eventCutoffHz } from '../../shared/gait/rates.ts';
import type { PlateContact } from '../../shared/gait/rbds.testkit.ts';
import { signalsOf, strideTimeOf } from '../../shared/gait/readPlane.ts';
import type { Signals } from '../../shared/gait/signals.ts';
import { withoutDoubles } from '../../shared/gait/steps.ts';

export const EVENTS = ['initialContact', 'toeOff'] as const;
export type EventKind = (typeof EVENTS)[number];

/** The signals of a clip with its contacts as the rule finds them, as the product would. */
export interface FoundClip {
  readonly signals: Signals;
  readonly stride: number;
  readonly captureFps: number;
  readonly contacts: readonly Contact[];
}

const [SHORTEST_S, LONGEST_S] = [0.45, 1.1];

export function foundIn(clip: ClipInput): FoundClip {
  const prepared = prepareClip(clip);
  const { captureFps, view } = prepared;
  const [signals] = signalsOf(prepared, eventCutoffHz(captureFps), view.direction === 'left' ? -1 : 1);
  const stride = signals && strideTimeOf(signals, SHORTEST_S, LONGEST_S);
  if (!signals || stride === undefined) throw new Error(`invalid clip: no stride in ${clip.id}`);
  return { signals, stride, captureFps, contacts: withoutDoubles(detectContacts(signals, stride), stride) };
}

const NEAR_S = 0.1;

/** The plate's contact of each found one. */
export function truthOf(contact: Contact, plate: readonly PlateContact[]): PlateContact | undefined {
  return plate.find(
    ({ side, initialContact }) =>
      side === contact.side && Math.abs(initialContact - contact.initialContact) < NEAR_S,
  );
}

/** A leg around an instant near an event, and how much later the event is, seconds. */
export interface EventSample {
  readonly features: Float64Array;
  readonly later: number;
}

/**
 * @param apart beside the found instant each event is looked at from others, so far from it (SD, seconds)
 */
export function samplesOf(
  found: FoundClip,
  plate: readonly PlateContact[],
  kind: EventKind,
  apart: readonly number[],
  seed: number,
): EventSample[] {
  const random = randomFromSeed(seed);
  return found.contacts.flatMap((contact) => {
    const truth = truthOf(contact, plate)?.[kind];
    const at = contact[kind];
    if (truth === undefined || at === undefined || Math.abs(truth - at) > NEAR_S) return [];
    return [at, ...apart.map((sd) => truth + sd * random.normal())].flatMap((from) => {
      const features = eventFeatures(found.signals, contact.side, from, found.stride);
      return features ? [{ features, later: truth - from }] : [];
    });
  });
}
