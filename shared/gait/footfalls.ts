import type { ClipSound } from '../domain/clipSound.ts';
import { median, robustSpread } from '../math/statistics.ts';
import { peakNear } from './beatScatter.ts';
import { blurred, cadenceFromSound, type SoundCadence } from './soundCadence.ts';

/** Sound goes before the first and after the last contact that is listened to, s. */
const MARGIN_S = 0.2;
/** Cadences further apart than this disagree, steps/min: the same as for the bounce of the hips. */
export const CADENCES_AGREE_SPM = 4;
/** Sound may come before the picture (phones) or after it (30 m of air), s; less than half a step. */
const EARLIEST_S = -0.08;
const LATEST_S = 0.13;
/** Onsets of one footfall count as one, s (standard deviation). */
const BLUR_S = 0.006;
/** An onset is looked for so far about where it is due, s: short of half the shortest step. */
const REACH_S = 0.11;
/** A contact further from its onset is one to look at, s. */
const APART_S = 0.04;
/** Footfalls are reliable in a clip when so many contacts have one, of at least so many, and these scatter no more, s. */
const HEARD_SHARE = 0.7;
const FEWEST_HEARD = 8;
const RELIABLE_SPREAD_S = 0.015;
/** Shares of a usual footfall's onset: as loud a one supports its contact; only as loud a one can speak against it. */
const SUPPORTING = 0.3;
const OPPOSING = 0.6;

export interface HeardContacts {
  /** Median delay of the sound behind the automatic contacts (recording, air, and the contacts' own bias), seconds. */
  readonly offset: number;
  /** Robust standard deviation of the delays, seconds. */
  readonly spread: number;
  /** Contacts with an onset. */
  readonly n: number;
  /** Instants of contacts whose footfall is heard, but more than 40 ms from where it is due. */
  readonly opposed: readonly number[];
}

/** What the sound says of a clip's contacts. A part that says nothing is absent. */
export interface FootfallSound {
  readonly cadence?: SoundCadence;
  readonly contacts?: HeardContacts;
}

/**
 * The sound as witness of contacts found in the pictures; it never moves one. Slow motion says nothing: its sound is absent,
 * stretched or played beside.
 * @param contacts true seconds, in order
 * @param timeScale slow-motion factor in force
 * @param cadence steps/min from the contacts
 */
export function footfallSound(
  sound: ClipSound | undefined,
  timeScale: number,
  contacts: readonly number[],
  cadence: number,
): FootfallSound {
  const [first, last] = [contacts[0], contacts.at(-1)];
  const isSlowed = Math.abs(timeScale - 1) > 0.01;
  if (sound === undefined || isSlowed || first === undefined || last === undefined) return {};
  const heard = cadenceFromSound(sound, first - MARGIN_S, last + MARGIN_S);
  if (heard === undefined) return {};
  // A beat of something else has no say about single contacts.
  if (Math.abs(heard.value - cadence) > CADENCES_AGREE_SPM) return { cadence: heard };
  const single = hearContacts(sound, contacts);
  return { cadence: heard, ...(single === undefined ? {} : { contacts: single }) };
}

/**
 * The onset of each contact against the clip's usual delay; undefined where too few are heard or they scatter too much to
 * speak against any.
 */
export function hearContacts(sound: ClipSound, contacts: readonly number[]): HeardContacts | undefined {
  const { hz, start } = sound;
  const loudness = blurred(sound.onsets, BLUR_S * hz);
  const at = (time: number) => (time - start) * hz;
  const levelAt = (time: number) => loudness[Math.round(at(time))] ?? 0;
  /** Delay and loudness of the strongest onset within `reach` of the time. */
  const strongest = (contact: number, due: number, reach: number) => {
    const time = start + peakNear(loudness, at(contact + due), reach * hz) / hz;
    return { delay: time - contact, level: levelAt(time) };
  };
  const rough = usualDelay(contacts, levelAt);
  const onsets = contacts.map((contact) => strongest(contact, rough, APART_S));
  const usual = median(onsets.map(({ level }) => level)) ?? 0;
  const heard = onsets.filter(({ level }) => level > 0 && level >= SUPPORTING * usual);
  const delays = heard.map(({ delay }) => delay);
  const [offset, spread] = [median(delays), robustSpread(delays)];
  if (offset === undefined || spread === undefined || spread > RELIABLE_SPREAD_S) return undefined;
  if (heard.length < Math.max(FEWEST_HEARD, HEARD_SHARE * contacts.length)) return undefined;
  const opposed = contacts.filter((contact) => {
    // Whatever else is heard, a footfall where it is due speaks for the contact.
    if (strongest(contact, offset, APART_S).level >= SUPPORTING * usual) return false;
    return strongest(contact, offset, REACH_S).level >= OPPOSING * usual;
  });
  return { offset, spread, n: heard.length, opposed };
}

/** The two cadences, as they are told. */
export const soundNumbers = (contacts: number, sound: number) => ({
  contacts: Math.round(contacts),
  sound: Math.round(sound),
});

/** The delay at which the contacts together are loudest, seconds. */
function usualDelay(contacts: readonly number[], levelAt: (time: number) => number): number {
  let best = { delay: 0, level: Number.NEGATIVE_INFINITY };
  for (let delay = EARLIEST_S; delay <= LATEST_S; delay += 0.005) {
    const level = contacts.reduce((sum, contact) => sum + levelAt(contact + delay), 0);
    if (level > best.level) best = { delay, level };
  }
  return best.delay;
}
