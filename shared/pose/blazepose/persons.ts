import { hipsOf, isSameBody } from './bodies.ts';
import type { I420Frame } from './i420.ts';
import type { DecodedPose } from './landmarks.ts';
import type { PoseNetworks } from './networks.ts';
import { PoseReader } from './poseReader.ts';
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

/** Every person of a picture, largest first. What only looks like one to the detector is left out. */
export async function findPersons(networks: PoseNetworks, frame: I420Frame): Promise<Person[]> {
  const found: { readonly pose: DecodedPose; readonly score: number }[] = [];
  const reader = new PoseReader(networks);
  for (const { roi, score } of await new PersonSearch(networks).everywhere(frame)) {
    const poses = [await reader.poseIn(frame, roi), ...(await reader.posesBeside(frame, roi, roi.size))];
    for (const seen of poses) {
      if (seen === undefined || found.some((other) => isSameBody(other.pose, seen))) continue;

      // What is made up of two people's halves does not hold where it is looked at again.
      const [pose] = await reader.posesBeside(frame, hipsOf(seen), seen.next.size);
      if (pose !== undefined && !found.some((other) => isSameBody(other.pose, pose)))
        found.push({ pose, score });
    }
  }
  return found
    .map(({ pose: { keypoints, next }, score }) => ({ x: next.x, y: next.y, score, box: boxOf(keypoints) }))
    .sort((a, b) => b.box.height - a.box.height);
}

/** Persons smaller than this share of the largest one in the same picture are bystanders far away. */
const COMPARABLE_HEIGHT = 0.4;

/** Of a picture the persons of whom any may be the one that was filmed. */
function comparable(persons: readonly Person[]): Person[] {
  const tallest = Math.max(0, ...persons.map(({ box }) => box.height));
  return persons.filter(({ box }) => box.height >= COMPARABLE_HEIGHT * tallest);
}

/**
 * Whether the clip shows several persons of whom one must be chosen. Sizes are compared within a picture: who comes nearer is
 * small at first beside what they become.
 * @param samples persons of some frames spread over the clip
 */
export function needsChoice(samples: readonly (readonly Person[])[]): boolean {
  // One frame may be a false alarm of the detector, two are not.
  const isShared = samples.filter((persons) => persons.length > 1).length >= 2;
  return isShared && samples.some((persons) => comparable(persons).length > 1);
}

/**
 * The sample to ask in: where most of those stand who come into question, and there the one in which they are farthest apart, so
 * that a click says whom it means.
 */
export function clearestSample<T extends { readonly persons: readonly Person[] }>(
  samples: readonly T[],
): T | undefined {
  const clearness = ({ persons }: T): number => {
    const candidates = comparable(persons);
    return candidates.length + Math.min(0.99, nearestTwo(candidates));
  };
  return samples.reduce<T | undefined>(
    (best, sample) => (best === undefined || clearness(sample) > clearness(best) ? sample : best),
    undefined,
  );
}

/** How far apart the nearest two are, in heights of the larger; 0 for fewer. */
function nearestTwo(persons: readonly Person[]): number {
  const gaps = persons.flatMap((a, i) =>
    persons.slice(i + 1).map((b) => distance(a, b) / Math.max(a.box.height, b.box.height)),
  );
  return gaps.length === 0 ? 0 : Math.min(...gaps);
}

function boxOf(keypoints: Float32Array): Person['box'] {
  const xs = keypoints.filter((_, i) => i % 3 === 0);
  const ys = keypoints.filter((_, i) => i % 3 === 1);
  const left = Math.min(...xs);
  const top = Math.min(...ys);
  return { left, top, width: Math.max(...xs) - left, height: Math.max(...ys) - top };
}
