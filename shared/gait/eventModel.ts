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

/** Errors at one rate: of placed instants, and of those that the rule of `legEvents` found. */
export interface ErrorsAtRate {
  readonly fps: number;
  readonly placed: EventErrors;
  readonly rule: EventErrors;
}

export interface EventModel {
  /** SHA-256 of the numbers, and what it was made from. */
  readonly sha256: string;
  readonly source: string;
  readonly attribution: string;
  /** The slowest rate that the training saw. */
  readonly fewestFps: number;
  readonly initialContact: EventPlacer;
  readonly toeOff: EventPlacer;
  readonly errors: readonly ErrorsAtRate[];
}

/** Seconds from where the features were read to the event. */
export function secondsToEvent(placer: EventPlacer, features: Float64Array): number {
  let seconds = placer.offset;
  for (let i = 0; i < FEATURE_COUNT; i++)
    seconds += (placer.weights[i] ?? 0) * ((features[i] ?? 0) - (placer.mean[i] ?? 0));
  return seconds;
}

/**
 * How strange a leg is: the larger of its distance along the training legs' main directions (root mean square of deviations) and of
 * what those leave of it against what they usually leave. About 1 for a leg like those of the training.
 * @param features mean over the steps of the leg
 */
export function strangeness(placer: EventPlacer, features: Float64Array): number {
  const rest = Float64Array.from(
    features,
    (value, i) => (value - (placer.mean[i] ?? 0)) / (placer.scale[i] ?? 1),
  );
  let along = 0;
  for (const [k, component] of placer.components.entries()) {
    let score = 0;
    for (const [i, value] of component.entries()) score += value * (rest[i] ?? 0);
    for (const [i, value] of component.entries()) rest[i] = (rest[i] ?? 0) - score * value;
    along += (score / (placer.spreads[k] ?? 1)) ** 2;
  }
  const left = Math.sqrt(rest.reduce((sum, value) => sum + value * value, 0) / rest.length);
  return Math.max(Math.sqrt(along / Math.max(1, placer.components.length)), left / placer.rest);
}

/**
 * What the rule is off by in real runners' motion that was drawn and seen through the network, 1 SD of a leg's mean: 8 and 13 ms in
 * nine of the eighteen runners (one trial each, 4 s at 120 frames/s, either leg), and a little more for so few. On joints it is off by less.
 */
const RULE_SEEN: EventErrors = { initialContact: 0.009, toeOff: 0.014 };

/**
 * Errors at a rate: between the measured ones in a straight line, beyond them as at the nearest. Those of the rule are no
 * smaller than a slow camera's own error and than what it is off by through the network.
 */
export function errorsAt(model: EventModel, fps: number, by: 'placed' | 'rule'): EventErrors {
  const above = model.errors.find((one) => one.fps >= fps) ?? model.errors[model.errors.length - 1];
  const below = model.errors.findLast((one) => one.fps <= fps) ?? model.errors[0];
  if (!above || !below) throw new RangeError('invalid model: no errors');
  const share = above.fps === below.fps ? 0 : (fps - below.fps) / (above.fps - below.fps);
  const at = (event: keyof EventErrors) =>
    Math.max(
      by === 'rule' ? Math.max(eventBiasS(fps), RULE_SEEN[event]) : 0,
      below[by][event] + share * (above[by][event] - below[by][event]),
    );
  return { initialContact: at('initialContact'), toeOff: at('toeOff') };
}
