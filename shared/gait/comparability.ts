import type { Analysis, Side, Surface, View } from '../domain/analysis.ts';
import { SAME_RATE, SAME_SPEED_MPS } from './change.ts';

/** One way in which a session was filmed. */
export interface Shot {
  readonly view: View;
  readonly nearSide: Side | null;
  readonly captureFps: number;
}

/** What two sessions should have in common to be compared. */
export interface Setup {
  readonly shots: readonly Shot[];
  readonly speedMps: number | null;
  readonly inclinePercent: number | null;
  readonly surface: Surface;
  readonly shoe: string | null;
}

export function setupOf({ clips, session }: Pick<Analysis, 'clips' | 'session'>): Setup {
  return {
    shots: clips
      .filter(({ role }) => role !== 'standing')
      .map(({ view, near_side, capture_fps }) => ({ view, nearSide: near_side, captureFps: capture_fps })),
    speedMps: session.speed_mps,
    inclinePercent: session.incline_percent,
    surface: session.surface,
    shoe: session.shoe,
  };
}

export const ASPECTS = ['view', 'speed', 'surface', 'rate', 'shoe', 'incline'] as const;
export type Aspect = (typeof ASPECTS)[number];

/** `partly`: some views are in both, or the speeds are near each other. `unknown`: not told in one of them. */
export type Agreement = 'same' | 'partly' | 'differs' | 'unknown';

export interface Comparability {
  /** 0-100: the weights of what agrees. */
  readonly score: number;
  readonly aspects: readonly { readonly aspect: Aspect; readonly agreement: Agreement }[];
}

/**
 * Weights by how much each moves a runner's numbers (a decision of this house, no published figure): the view decides what can
 * be read at all, speed moves every norm of METHOD.md 1.6, surface and incline change the gait, the rate the error of an
 * instant; shoes the strike more than the rest.
 */
const WEIGHTS: Readonly<Record<Aspect, number>> = {
  ...{ view: 30, speed: 20, surface: 15, rate: 15, shoe: 10, incline: 10 },
};
const CREDIT: Readonly<Record<Agreement, number>> = { same: 1, partly: 0.5, unknown: 0.5, differs: 0 };
/** Twice what counts as the same speed is still near. */
const NEAR_SPEED_MPS = 2 * SAME_SPEED_MPS;
/** A belt's incline is told to half a percent. */
const SAME_INCLINE_PERCENT = 0.5;

export function comparability(a: Setup, b: Setup): Comparability {
  const agreement: Readonly<Record<Aspect, Agreement>> = {
    view: viewAgreement(a.shots, b.shots),
    speed: within(a.speedMps, b.speedMps, SAME_SPEED_MPS, NEAR_SPEED_MPS),
    surface:
      a.surface === 'unknown' || b.surface === 'unknown'
        ? 'unknown'
        : a.surface === b.surface
          ? 'same'
          : 'differs',
    rate: rateAgreement(a.shots, b.shots),
    shoe: shoeAgreement(a.shoe, b.shoe),
    incline: within(a.inclinePercent, b.inclinePercent, SAME_INCLINE_PERCENT, SAME_INCLINE_PERCENT),
  };
  const score = ASPECTS.reduce((sum, aspect) => sum + WEIGHTS[aspect] * CREDIT[agreement[aspect]], 0);
  return {
    score: Math.round(score),
    aspects: ASPECTS.map((aspect) => ({ aspect, agreement: agreement[aspect] })),
  };
}

const viewKey = ({ view, nearSide }: Shot): string => (view === 'side' ? `${view} ${nearSide}` : view);

function viewAgreement(a: readonly Shot[], b: readonly Shot[]): Agreement {
  const [first, second] = [new Set(a.map(viewKey)), new Set(b.map(viewKey))];
  if (first.size === 0 || second.size === 0) return 'unknown';
  const shared = [...first].filter((key) => second.has(key)).length;
  if (shared === 0) return 'differs';
  return shared === first.size && shared === second.size ? 'same' : 'partly';
}

/** Of the views that both have; of any where they have none in common. */
function rateAgreement(a: readonly Shot[], b: readonly Shot[]): Agreement {
  const pairs = a.flatMap((one) => b.map((other) => [one, other] as const));
  if (pairs.length === 0) return 'unknown';
  const alike = pairs.filter(([one, other]) => viewKey(one) === viewKey(other));
  const close = (alike.length > 0 ? alike : pairs).map(
    ([{ captureFps: p }, { captureFps: q }]) => Math.max(p, q) <= SAME_RATE * Math.min(p, q),
  );
  if (close.every(Boolean)) return 'same';
  return close.some(Boolean) ? 'partly' : 'differs';
}

function within(a: number | null, b: number | null, same: number, near: number): Agreement {
  if (a === null || b === null) return 'unknown';
  // Rounding of typed numbers must not tip the scale.
  const apart = Math.abs(a - b) - 1e-9;
  return apart <= same ? 'same' : apart <= near ? 'partly' : 'differs';
}

function shoeAgreement(a: string | null, b: string | null): Agreement {
  const [first, second] = [a, b].map((shoe) => shoe?.trim().toLowerCase() ?? '');
  if (!first || !second) return 'unknown';
  return first === second ? 'same' : 'differs';
}
