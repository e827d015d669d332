import type { AnalysisClip, AnalysisSession, GaitEvent, Notice } from '../domain/analysis.ts';
import type { Side } from '../pose/keypoints.ts';
import type { CadenceEstimate } from './cadence.ts';
import type { EventErrors } from './eventModel.ts';
import type { FootfallSound } from './footfalls.ts';
import type { ReadingBasis } from './readingBasis.ts';
import type { SoleTilt } from './reference.ts';
import type { StepValues } from './sideMetrics.ts';
import type { Step } from './steps.ts';

export interface MeasuredStep {
  readonly step: Step;
  readonly values: StepValues;
  readonly slopes: StepValues;
}

/** Everything that one clip gave: what the metrics of a session are pooled from. */
export interface ClipResult {
  /** What the coach told. */
  readonly session: AnalysisSession;
  readonly clip: AnalysisClip;
  readonly plane: 'side' | 'frontal';
  readonly basis: ReadingBasis;
  readonly stride: number;
  readonly steps: readonly MeasuredStep[];
  readonly cadence: CadenceEstimate | undefined;
  /** Second estimate of the cadence, from the bounce of the pelvis. */
  readonly pelvisCadence: number | undefined;
  /** What its sound says of cadence and contacts; empty where it says nothing. */
  readonly sound: FootfallSound;
  /** Median visibility of each leg's points. */
  readonly visibility: Readonly<Record<Side, number>>;
  readonly standing: boolean;
  /** Why its values are unsure where steps beside somebody are among them; absent where none are. */
  readonly beside?: Notice;
  /** Whether each foot is read from the close look. */
  readonly isClose: Readonly<Record<Side, boolean>>;
  readonly soleTilt: Readonly<Record<Side, SoleTilt>>;
  /** 1 SD of the mean error of each leg's instants, seconds; absent from behind, where contacts are rough by design. */
  readonly eventErrors?: Readonly<Record<Side, EventErrors>>;
  readonly events: readonly GaitEvent[];
  /** Of each edit of the clip's events and strides, in order: whether it found its event. */
  readonly isAttached: readonly boolean[];
}
