import { cropI420, LANDMARK_RANGE } from './crop.ts';
import type { I420Frame } from './i420.ts';
import { decodeLandmarks } from './landmarks.ts';
import { LANDMARK_INPUT_PX, type PoseNetworks } from './networks.ts';
import { distance } from './roi.ts';
import { PersonSearch } from './search.ts';

/** Somebody in a picture. */
export interface Person {
  /** Middle of the hips, image pixels. */
  readonly x: number;
  readonly y: number;
  /** 0-1 */
  readonly score: number;
  /** Box around the keypoints, image pixels. */
  readonly box: {
    readonly left: number;
    readonly top: number;
    readonly width: number;
    readonly height: number;
  };
}

const MIN_PRESENCE = 0.5;

/** Every person of a picture, largest first. What only looks like one to the detector is left out. */
export async function findPersons(networks: PoseNetworks, frame: I420Frame): Promise<Person[]> {
  const persons: Person[] = [];
  const input = new Float32Array(LANDMARK_INPUT_PX * LANDMARK_INPUT_PX * 3);
  for (const { roi, score } of await new PersonSearch(networks).everywhere(frame)) {
    cropI420(frame, roi, LANDMARK_INPUT_PX, input, LANDMARK_RANGE);
    const output = await networks.landmark(input);
    if (output.presence < MIN_PRESENCE) continue;
    const { keypoints, next } = decodeLandmarks(output, roi);
    const person: Person = { x: next.x, y: next.y, score, box: boxOf(keypoints) };
    const isKnown = persons.some((other) => distance(other, person) < 0.25 * person.box.height);
    if (!isKnown) persons.push(person);
  }
  return persons.sort((a, b) => b.box.height - a.box.height);
}

/** Persons smaller than this share of the largest one are bystanders far away. */
const COMPARABLE_HEIGHT = 0.4;

/**
 * Whether the clip shows several persons of whom one must be chosen.
 * @param samples persons of some frames spread over the clip
 */
export function needsChoice(samples: readonly (readonly Person[])[]): boolean {
  const tallest = Math.max(0, ...samples.flat().map((person) => person.box.height));
  const comparable = samples.map(
    (persons) => persons.filter((person) => person.box.height >= COMPARABLE_HEIGHT * tallest).length,
  );
  // One frame may be a false alarm of the detector, two are not.
  return comparable.filter((count) => count > 1).length >= 2;
}

function boxOf(keypoints: Float32Array): Person['box'] {
  const xs = keypoints.filter((_, i) => i % 3 === 0);
  const ys = keypoints.filter((_, i) => i % 3 === 1);
  const left = Math.min(...xs);
  const top = Math.min(...ys);
  return { left, top, width: Math.max(...xs) - left, height: Math.max(...ys) - top };
}
