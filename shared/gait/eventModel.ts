import { FEATURE_COUNT } from './eventFeatures.ts';
import { eventBiasS } from './rates.ts';

/** Linear placement of one kind of event, and what its training runners looked like. */
export interface EventPlacer {
  /** Of the features over the training runners. */
  readonly mean: readonly number[];
  readonly scale: readonly number[];
  /** Seconds from a given instant to the event: `offset` + weights x (features - mean). */
  readonly weights: readonly number[];
  readonly offset: number;
  /** Main directions of the differences between legs, on features over `scale`, and the legs' deviation along each. */
  readonly components: readonly (readonly number[])[];
  readonly spreads: readonly number[];
  /** Root mean square of what the directions leave of a leg. */
  readonly rest: number;
  /** Legs stranger than this are none that the model knows. */
  readonly limit: number;
}

/** 1 SD of a leg's mean error, seconds, on runners that were left out. */
export interface EventErrors {
  readonly initialContact: number;
  readonly toeOff: number;
}

export interface ErrorsAtRate extends EventErrors {
  readonly fps: number;
}

/** What was learned from one kind of keypoints: markers put a heel elsewhere than a network does. */
export interface KindOfLegs {
  readonly name: 'markers' | 'network';
  readonly initialContact: EventPlacer;
  readonly toeOff: EventPlacer;
  /** Of the instants that it places, by rate. */
  readonly errors: readonly ErrorsAtRate[];
}

export interface EventModel {
  /** SHA-256 of the numbers, and what it was made from. */
  readonly sha256: string;
  readonly source: string;
  readonly attribution: string;
  /** The slowest rate that the training saw. */
  readonly fewestFps: number;
  readonly kinds: readonly KindOfLegs[];
  /** Of the instants that the rule of `legEvents` finds, by rate. */
  readonly ruleErrors: readonly ErrorsAtRate[];
}

/** Seconds from where the features were read to the event. */
export function secondsToEvent(placer: EventPlacer, features: Float64Array): number {
  let seconds = placer.offset;
  for (let i = 0; i < FEATURE_COUNT; i++)
    seconds += (placer.weights[i] ?? 0) * ((features[i] ?? 0) - (placer.mean[i] ?? 0));
  return seconds;
}

/** How a leg looks to what was learned from one kind of legs. */
export interface LegLikeness {
  /**
   * The larger of its distance along the training legs' main directions (root mean square of deviations) and of what those leave of
   * it against what they usually leave. About 1 for a leg like those of the training.
   */
  readonly strangeness: number;
  /** Negative logarithm of its density under the training legs (probabilistic principal components): smaller for the likelier kind. */
  readonly unlikelihood: number;
}

/** @param features mean over the steps of the leg */
export function likenessOf(placer: EventPlacer, features: Float64Array): LegLikeness {
  const { components, spreads, scale } = placer;
  const rest = Float64Array.from(features, (value, i) => (value - (placer.mean[i] ?? 0)) / (scale[i] ?? 1));
  let along = 0;
  for (const [k, component] of components.entries()) {
    let score = 0;
    for (const [i, value] of component.entries()) score += value * (rest[i] ?? 0);
    for (const [i, value] of component.entries()) rest[i] = (rest[i] ?? 0) - score * value;
    along += (score / (spreads[k] ?? 1)) ** 2;
  }
  const left = Math.sqrt(rest.reduce((sum, value) => sum + value * value, 0) / rest.length) / placer.rest;
  const size = features.length;
  const volume =
    spreads.reduce((sum, spread) => sum + Math.log(spread), 0) +
    (size - spreads.length) * Math.log(placer.rest) +
    scale.reduce((sum, value) => sum + Math.log(value), 0);
  return {
    strangeness: Math.max(Math.sqrt(along / Math.max(1, components.length)), left),
    unlikelihood: 0.5 * (along + size * left ** 2) + volume,
  };
}

/** Errors at a rate: between the measured ones in a straight line, beyond them as at the nearest. */
export function errorsAt(errors: readonly ErrorsAtRate[], fps: number): EventErrors {
  const above = errors.find((one) => one.fps >= fps) ?? errors[errors.length - 1];
  const below = errors.findLast((one) => one.fps <= fps) ?? errors[0];
  if (!above || !below) throw new RangeError('invalid errors: none');
  const share = above.fps === below.fps ? 0 : (fps - below.fps) / (above.fps - below.fps);
  const at = (event: keyof EventErrors) => below[event] + share * (above[event] - below[event]);
  return { initialContact: at('initialContact'), toeOff: at('toeOff') };
}

/** Errors of the rule: no smaller than a slow camera's own error. */
export function ruleErrorsAt(model: EventModel, fps: number): EventErrors {
  const measured = errorsAt(model.ruleErrors, fps);
  const at = (event: keyof EventErrors) => Math.max(eventBiasS(fps), measured[event]);
  return { initialContact: at('initialContact'), toeOff: at('toeOff') };
}
