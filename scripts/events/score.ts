import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { GaitEvent, Metric, Side } from '../../shared/domain/analysis.ts';
import { analyzeSession } from '../../shared/gait/analyzeSession.ts';
import type { EventModel } from '../../shared/gait/eventModel.ts';
import { EVENT_MODEL } from '../../shared/gait/eventWeights.ts';
import { type Landing, landingOf } from '../../shared/gait/landing.ts';
import type { PlateContact } from '../../shared/gait/rbds.testkit.ts';
import { atan2Deg } from '../../shared/math/angles.ts';
import { mean } from '../../shared/math/statistics.ts';
import { KEYPOINT_STRIDE, LEG, SIDES } from '../../shared/pose/keypoints.ts';
import { FRAME_STRIDE } from '../../shared/pose/track.ts';
import { DOUBTFUL, filmed, readTrial, sessionOfTrial, type Trial } from './trials.ts';

const LEFT_OUT = fileURLToPath(new URL('../../e2e/accuracy/left-out/', import.meta.url));

/** The weights that never saw this runner. */
export function modelWithout(runner: string): EventModel {
  // The product's own never saw those whose markers are doubtful.
  if (DOUBTFUL.has(runner)) return EVENT_MODEL;
  return JSON.parse(readFileSync(join(LEFT_OUT, `${runner}.json`), 'utf8')) as EventModel;
}

/** Errors of single steps, seconds. */
export interface StepErrors {
  readonly initialContact: number[];
  readonly toeOff: number[];
  readonly contactTime: number[];
}

/** A stated value beside the mean of its truth. */
export interface ScoredValue {
  readonly id: string;
  readonly error: number;
  readonly total: number;
  readonly grade: Metric['grade'];
}

export interface ScoredLanding {
  readonly side: Side;
  readonly answer: Landing | undefined;
  readonly angle: number | null;
  /** Of the markers, degrees. */
  readonly trueAngle: number;
}

/** One trial at one rate, read by weights that never saw its runner. */
export interface TrialScore {
  readonly trial: string;
  readonly runner: string;
  readonly fps: number;
  readonly errors: StepErrors;
  readonly missed: number;
  readonly false: number;
  /** Instants that are only supposed, of all. */
  readonly supposed: { readonly n: number; readonly of: number };
  readonly values: readonly ScoredValue[];
  readonly landings: readonly ScoredLanding[];
}

/** What lies nearer to an end of the clip may be cut off. */
const ENDS_S = 0.35;
const NEAR_S = 0.08;

export function scoreTrial(name: string, fps: number): TrialScore {
  const trial = readTrial(name);
  const clip = filmed(trial, { fps, noiseM: 0, lastsS: 0 }, 0);
  const end = clip.frameTable.times[clip.frameTable.times.length - 1] ?? 0;
  const { events, metrics } = analyzeSession(
    { session: sessionOfTrial(trial), clips: [clip], edits: [] },
    modelWithout(trial.runner),
  );
  return {
    ...{ trial: name, runner: trial.runner, fps },
    ...stepErrorsOf(events, trial.contacts, end),
    values: valuesOf(
      metrics,
      trial.contacts.filter(({ initialContact }) => initialContact < end),
    ),
    landings: SIDES.map((side) => ({
      ...{ side, answer: landingOf(metrics, side) },
      angle: metrics.find(({ id, side: own }) => id === 'foot_strike_angle' && own === side)?.value ?? null,
      trueAngle: strikeAngle(trial, side),
    })),
  };
}

/**
 * Events beside the plate's, away from the ends of a clip of `end` seconds. Of an instant that is only supposed nothing is stated but
 * that there is one: it is counted, and no error of it.
 */
export function stepErrorsOf(
  events: readonly GaitEvent[],
  contacts: readonly PlateContact[],
  end: number,
): Pick<TrialScore, 'errors' | 'missed' | 'false' | 'supposed'> {
  const isInside = (time: number) => time > ENDS_S && time < end - ENDS_S;
  const at = (side: Side, type: 'initial_contact' | 'toe_off', time: number) =>
    events.find(
      (event) => event.side === side && event.type === type && Math.abs(event.time_s - time) < NEAR_S,
    );
  const isSupposed = ({ doubts }: GaitEvent) => doubts.includes('supposed');
  const errors: StepErrors = { initialContact: [], toeOff: [], contactTime: [] };
  let missed = 0;
  for (const { side, initialContact, toeOff } of contacts) {
    if (!isInside(initialContact) || !isInside(toeOff)) continue;
    const [on, off] = [at(side, 'initial_contact', initialContact), at(side, 'toe_off', toeOff)];
    if (on === undefined) missed++;
    const isOn = on !== undefined && !isSupposed(on);
    const isOff = off !== undefined && !isSupposed(off);
    if (isOn) errors.initialContact.push(on.time_s - initialContact);
    if (isOff) errors.toeOff.push(off.time_s - toeOff);
    if (isOn && isOff) errors.contactTime.push(off.time_s - toeOff - on.time_s + initialContact);
  }
  const inside = events.filter(({ time_s }) => isInside(time_s));
  const invented = inside.filter(
    ({ side, type, time_s }) =>
      type === 'initial_contact' &&
      !contacts.some((one) => one.side === side && Math.abs(one.initialContact - time_s) < NEAR_S),
  );
  const supposed = { n: inside.filter(isSupposed).length, of: inside.length };
  return { errors, missed, false: invented.length, supposed };
}

/** Times of the plate, in the metrics' units, beside what was stated. */
export function valuesOf(metrics: readonly Metric[], contacts: readonly PlateContact[]): ScoredValue[] {
  const steps = contacts.flatMap((contact, i) => {
    const [next, afterNext] = [contacts[i + 1], contacts[i + 2]];
    return next && afterNext
      ? [{ ...contact, next: next.initialContact, same: afterNext.initialContact }]
      : [];
  });
  const truths: Record<string, (step: (typeof steps)[number]) => number> = {
    contact_time: ({ initialContact, toeOff }) => 1000 * (toeOff - initialContact),
    flight_time: ({ toeOff, next }) => 1000 * (next - toeOff),
    step_time: ({ initialContact, next }) => 1000 * (next - initialContact),
    duty_factor: ({ initialContact, toeOff, same }) => (toeOff - initialContact) / (same - initialContact),
  };
  const timed = metrics.flatMap(({ id, side, value, total, grade }): ScoredValue[] => {
    const truth = truths[id];
    if (!truth || value === null || total === null) return [];
    const own = mean(steps.filter((step) => step.side === side).map(truth));
    return own === undefined ? [] : [{ id, error: value - own, total, grade }];
  });
  const [first, last] = [contacts[0], contacts[contacts.length - 1]];
  const cadence = metrics.find(({ id }) => id === 'cadence');
  if (!first || !last || cadence?.value == null || cadence.total == null) return timed;
  const truth = (60 * (contacts.length - 1)) / (last.initialContact - first.initialContact);
  const { value, total, grade } = cadence;
  return [...timed, { id: 'cadence', error: value - truth, total, grade }];
}

/** Part of the stance in which the foot is flat. */
const FLAT = [0.3, 0.6] as const;

/** Heel-to-ball angle at the plate's contact less its mean over mid-stance, mean over the steps, degrees. */
export function strikeAngle({ clip: { pose, frameTable }, contacts }: Trial, side: Side): number {
  const { times } = frameTable;
  const angleAt = (frame: number) => {
    const at = (keypoint: number) => frame * FRAME_STRIDE + keypoint * KEYPOINT_STRIDE;
    const [heel, ball] = [at(LEG[side].heel), at(LEG[side].footIndex)];
    const read = (i: number) => pose.data[i] ?? Number.NaN;
    return atan2Deg(read(heel + 1) - read(ball + 1), Math.abs(read(ball) - read(heel)));
  };
  const between = (time: number) => {
    const after = times.findIndex((one) => one >= time);
    const [a, b] = [times[after - 1] ?? time, times[after] ?? time];
    const share = b > a ? (time - a) / (b - a) : 0;
    return angleAt(after - 1) * (1 - share) + angleAt(after) * share;
  };
  const own = contacts.filter((one) => one.side === side && one.toeOff < (times[times.length - 1] ?? 0));
  return (
    mean(
      own.map(({ initialContact, toeOff }) => {
        const flat = Array.from({ length: 7 }, (_, i) =>
          between(initialContact + (FLAT[0] + (i / 6) * (FLAT[1] - FLAT[0])) * (toeOff - initialContact)),
        );
        return between(initialContact) - (mean(flat) ?? 0);
      }),
    ) ?? Number.NaN
  );
}
