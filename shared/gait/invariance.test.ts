import { describe, expect, it } from 'vitest';
import type { AnalysisSession, ClipInput, Metric } from '../domain/analysis.ts';
import { analyzeSession, type GaitAnalysis } from './analyzeSession.ts';
import { changesBetween, exactClip, jittered, mirrored, otherLegs, placed } from './invariance.testkit.ts';
import { filmedAt, hasTruth, rbdsClip } from './rbds.testkit.ts';

const session: AnalysisSession = {
  athlete_height_m: 1.75,
  speed_mps: 2.5,
  incline_percent: 0,
  shoe: null,
  surface: 'treadmill',
};
const analyze = (clips: readonly ClipInput[]): GaitAnalysis =>
  analyzeSession({ session, clips: [...clips], edits: [] });

interface ClipSet {
  readonly name: string;
  readonly clips: () => ClipInput[];
  readonly leastValues: number;
  /** Without measured shoulders: a trunk that never leans has no half-width to compare with. */
  readonly hasTrunk: boolean;
}

const SETS: readonly ClipSet[] = [
  {
    name: 'the exact joints of the sample from the side, with its standing clip',
    clips: () => [exactClip('sample'), exactClip('standing')],
    leastValues: 39,
    hasTrunk: true,
  },
  {
    name: 'the same with points that are off by up to 4 px',
    clips: () => [jittered(exactClip('sample'), 4), jittered(exactClip('standing'), 4)],
    leastValues: 30,
    hasTrunk: true,
  },
  {
    name: 'the exact joints from behind',
    clips: () => [exactClip('rear'), exactClip('standing-rear')],
    leastValues: 15,
    hasTrunk: true,
  },
  ...(hasTruth
    ? [
        {
          name: 'a runner whose joints were measured by cameras',
          // Twelve seconds at the 150 frames/s of the set.
          clips: () => [filmedAt(rbdsClip('RBDS0041_2.5ms').clip, 150)],
          leastValues: 38,
          hasTrunk: false,
        },
      ]
    : []),
];

/**
 * Points are stored as 32-bit floats: moved ones are rounded anew, which moves no metric by more than this share of its
 * `repeat` (largest measured: 0.0003).
 */
const ROUNDING = 0.002;

describe.each(SETS)('$name', ({ clips: open, leastValues, hasTrunk }) => {
  const clips = open();
  const judged = (metrics: readonly Metric[]) => metrics.filter(({ id }) => hasTrunk || id !== 'trunk_lean');
  const before = analyze(clips);
  const changesAfter = (metrics: readonly Metric[]) =>
    changesBetween(judged(before.metrics), judged(metrics)).filter(({ share }) => share > ROUNDING);
  const each = (change: (clip: ClipInput) => ClipInput) => analyze(clips.map(change));

  it('gives values to compare', () => {
    const values = judged(before.metrics).filter(({ value }) => value !== null);
    expect(values.length).toBeGreaterThanOrEqual(leastValues);
    expect(values.every(({ repeat }) => repeat !== null && repeat >= 0)).toBe(true);
  });

  it('mirroring swaps the sides and nothing else', () => {
    const after = each(mirrored);
    expect(changesAfter(otherLegs(after))).toEqual([]);
    const near = before.clips[0]?.near_side ?? null;
    expect(after.clips[0]?.near_side ?? null).toBe(near === null ? null : near === 'L' ? 'R' : 'L');
    expect(after.events.map(({ type }) => type)).toEqual(before.events.map(({ type }) => type));
    expect(after.events.every(({ side }, i) => side !== before.events[i]?.side)).toBe(true);
  });

  it('a picture 1.7 times as large has the same numbers', () => {
    const factor = 1.7;
    const scaled = each((clip) =>
      placed(clip, (x, y) => [factor * x, factor * y], {
        width: factor * clip.pose.width,
        height: factor * clip.pose.height,
      }),
    );
    expect(changesAfter(scaled.metrics)).toEqual([]);
  });

  it('a cropped picture has the same numbers', () => {
    const cropped = each((clip) =>
      placed(clip, (x, y) => [x - 40.25, y - 7.5], {
        width: clip.pose.width - 60,
        height: clip.pose.height - 7.5,
      }),
    );
    expect(changesAfter(cropped.metrics)).toEqual([]);
  });

  // Points are of upright pictures; that both ways of decoding turn them is tested with the decoders.
  it('slow motion with its factor told is real time, and a recorded turn is not taken out twice', () => {
    const told = 8;
    const slow = each((clip) => ({
      ...clip,
      rotation: 270,
      timeScale: { told, stated: null },
      frameTable: { firstPts: 0.7, times: clip.frameTable.times.map((time) => told * time) },
    }));
    expect(slow.metrics).toEqual(before.metrics);
    expect(slow.events).toEqual(before.events);
  });

  it('a second run gives the same analysis to the last digit', () => {
    expect(analyze(clips)).toEqual(before);
  });
});
