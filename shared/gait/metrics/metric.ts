import type { SideReader } from '../segmentAngles.ts';
import type { FrontalStep } from './frontalStep.ts';
import type { SideStep } from './sideStep.ts';

/**
 * What a value hangs on besides the steps: facts that the coach tells (`speed`, `height`), quiet standing to read it against, points
 * on heel and toe at all, their line as that of the sole, and feet that leave the ground.
 */
export type Need = 'speed' | 'height' | 'standing' | 'feet' | 'sole' | 'flight';

/** An error with where it is from: 1 SD, in the metric's unit. */
export interface Known {
  readonly sd: number;
  readonly source: string;
}

/** Mean and SD at 2.5, 3.5 and 4.5 m/s. */
export type NormRow = readonly [
  readonly [mean: number, sd: number],
  readonly [mean: number, sd: number],
  readonly [mean: number, sd: number],
];

/**
 * Everything that a metric is, but for its words (`shared/text`). Nothing has a default: what a new metric leaves out does not
 * compile, and what nobody knows is null with its meaning said here.
 */
export interface MetricDefinition {
  readonly id: string;
  /** Row of METHOD.md 1.3 (S*) and 1.4 (R*), where its formula is. */
  readonly spec: string;
  readonly unit: string;
  /** Decimals that make sense to show. */
  readonly decimals: number;
  readonly view: 'any' | 'side' | 'rear' | 'frontal';
  /** What the value is read at or over. */
  readonly event: 'initial_contact' | 'toe_off' | 'mid_stance' | 'stance' | 'stride' | 'step';
  readonly sided: boolean;
  /** Visual note only: at most low until the coach confirms it on the frame. */
  readonly visualOnly: boolean;
  /** Frames/s below which it is not reported, and from which it is not limited (METHOD.md 1.7). */
  readonly minFps: number;
  readonly recommendedFps: number;
  readonly needs: readonly Need[];
  /** Read off single steps, or made from other metrics of the session. */
  readonly made: 'of_steps' | 'of_metrics';
  /** Value of one step; undefined where it cannot carry one. Null in the other plane, and for what is made of metrics. */
  readonly readSide: ((step: SideStep) => number | undefined) | null;
  readonly readFrontal: ((step: FrontalStep) => number | undefined) | null;
  /** What changes with the instant of its event, over time; null where the instant hardly moves the value. */
  readonly slopeOf: ((read: SideReader) => (time: number) => number) | null;
  /**
   * How errors of the instants reach it: by its slope; as the part of a contact's error that the other leg does not share; as both
   * ends of the time on the ground, in ms or as a share of the stride.
   */
  readonly timing: 'slope' | 'between_contacts' | 'stance' | 'stance_share';
  /**
   * Systematic error of automatic 2D pose against real people, never narrowed by synthetic results. It does not shrink with more
   * steps and counts only against a norm or a true value. Null: there is none beside that of the instants.
   */
  readonly systematic: Known | null;
  /** How much a clip's mean varies from one camera, body and shoe to another, beyond its steps and their timing. Null: not measurably. */
  readonly setUp: Known | null;
  /** In place of `systematic` where only the whole clip's network saw the foot. */
  readonly fromTrack: Known | null;
  /** Spread of one runner from day to day; null: no published figure, and no change is ever claimed. */
  readonly betweenDays: Known | null;
  /** Left against right as a share of both (Robinson's index, %) or as a plain difference (METHOD.md 1.5); null: not compared. */
  readonly asymmetry: 'ratio' | 'difference' | null;
  /** Null: runners of a speed have no published figure. */
  readonly norm: NormRow | null;
}

type Own<Id extends string, Set extends keyof MetricDefinition> = Omit<MetricDefinition, 'id' | Set> & {
  readonly id: Id;
};
type Defined<Id extends string> = MetricDefinition & { readonly id: Id };

/** Read off single steps seen from the side. */
export const sideMetric = <const Id extends string>(
  metric: Own<Id, 'view' | 'visualOnly' | 'made' | 'readFrontal'>,
): Defined<Id> => ({ ...metric, view: 'side', visualOnly: false, made: 'of_steps', readFrontal: null });

/** Read at mid-stance of single steps seen along the way of the runner: a visual note. */
export const frontalMetric = <const Id extends string>(
  metric: Own<Id, 'event' | 'visualOnly' | 'made' | 'readSide' | 'slopeOf' | 'timing' | 'fromTrack'>,
): Defined<Id> => ({
  ...metric,
  event: 'mid_stance',
  visualOnly: true,
  made: 'of_steps',
  readSide: null,
  slopeOf: null,
  timing: 'slope',
  fromTrack: null,
});

/** Made from other metrics, whose errors it carries. */
export const madeMetric = <const Id extends string>(
  metric: Own<Id, 'made' | 'readSide' | 'readFrontal' | 'slopeOf' | 'timing' | 'fromTrack'>,
): Defined<Id> => ({
  ...metric,
  made: 'of_metrics',
  readSide: null,
  readFrontal: null,
  slopeOf: null,
  timing: 'slope',
  fromTrack: null,
});
