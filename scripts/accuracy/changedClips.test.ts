import { describe, expect, it } from 'vitest';
import type { GaitEvent, Metric, Side } from '../../shared/domain/analysis.ts';
import { otherLegs } from '../../shared/gait/invariance.testkit.ts';
import { otherSide, SIDES } from '../../shared/pose/keypoints.ts';
import type { PictureChange } from './accuracyClip.ts';
import { CHANGED_RUNNER } from './changedClips.ts';
import { type MeasuredRunner, measureRunner } from './measure.ts';
import { scoreEvents } from './scoreEvents.ts';

const FPS = 120;
const measured = (runnerId: string): MeasuredRunner =>
  measureRunner({ id: `${runnerId}-side-${FPS}`, runnerId, fps: FPS });

const instants = (events: readonly GaitEvent[], type: GaitEvent['type'], side: Side): number[] =>
  events.filter((event) => event.type === type && event.side === side).map(({ time_s }) => time_s);

/** Values that moved by more than the half-width, and those that are gone. */
function moved(before: readonly Metric[], after: readonly Metric[], width: 'repeat' | 'total'): string[] {
  return before.flatMap(({ id, side, value, ...metric }) => {
    const bound = metric[width];
    if (value === null || bound === null) return [];
    const twin = after.find((other) => other.id === id && other.side === side)?.value;
    if (twin === null || twin === undefined) return [`${id} ${side} is gone`];
    const share = Math.abs(twin - value) / bound;
    return share <= 1 ? [] : [`${id} ${side} by ${share.toFixed(2)}`];
  });
}

/**
 * The same motion through the whole chain, from another picture to the metrics. The network feeds on its own keypoints, so
 * another encoding is another path: a value may move by its `repeat`, what a second clip would show (largest measured: 0.84
 * of it), which a mirrored runner also may not leave but where the network itself is not symmetric: there by its `total`.
 */
describe.each<{
  change: PictureChange;
  width: 'repeat' | 'total';
  fewestToeOffs: number;
  lacks?: readonly string[];
}>([
  // Of 14 steps of the near leg 8 have a thigh at toe-off that can be believed: too few to tell it.
  { change: 'smaller', width: 'repeat', fewestToeOffs: 24, lacks: ['trailing_thigh L is gone'] },
  { change: 'cropped', width: 'repeat', fewestToeOffs: 28 },
  { change: 'turned', width: 'repeat', fewestToeOffs: 28 },
  { change: 'hevc', width: 'repeat', fewestToeOffs: 28 },
  { change: 'mirrored', width: 'total', fewestToeOffs: 28 },
])('a clip $change', ({ change, width, fewestToeOffs, lacks = [] }) => {
  const before = measured(CHANGED_RUNNER);
  const after = measured(`changed-${change}`);
  const own = change === 'mirrored' ? otherSide : (side: Side) => side;

  it('has the same events', () => {
    const found = (type: GaitEvent['type']) =>
      SIDES.map((side) =>
        scoreEvents(
          instants(before.events, type, side),
          instants(after.events, type, own(side)),
          after.truth.duration_s,
        ),
      );
    const contacts = found('initial_contact');
    expect(contacts.map(({ missed, extra }) => [missed, extra])).toEqual([
      [0, 0],
      [0, 0],
    ]);
    const lifts = found('toe_off');
    expect(lifts.reduce((sum, leg) => sum + leg.found, 0)).toBeGreaterThanOrEqual(fewestToeOffs);
  });

  it(`has the same numbers within their ${width}`, () => {
    const metrics = change === 'mirrored' ? otherLegs(after) : after.metrics;
    expect(moved(before.metrics, metrics, width)).toEqual(lacks);
  });
});

it('a clip squeezed until its legs run into each other is refused, not measured', () => {
  expect(() => measured('changed-squeezed')).toThrow(expect.objectContaining({ code: 'legs_confused' }));
});
