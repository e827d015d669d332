import { describe, expect, it } from 'vitest';
import { KEYPOINT_COUNT, KEYPOINT_STRIDE, LEG } from '../../../shared/pose/keypoints.ts';
import { memoryReader } from '../../player/memoryReader.testkit.ts';
import { createPlayer } from '../../player/player.ts';
import { fitted, ghostMatrix, runnerPlace } from './ghostPlace.ts';
import { createPairPlayer } from './pairPlayer.ts';
import { otherFrameOf, type Tie } from './sync.ts';

const timesOf = (count: number, fps: number) => Float64Array.from({ length: count }, (_, i) => i / fps);
const first = timesOf(100, 100);
const second = timesOf(30, 25);
const tie = (changes: Partial<Tie> = {}): Tie => ({
  mode: 'time',
  first: { contacts: [0.2, 0.9], anchor: 0 },
  second: { contacts: [0.4, 1.0], anchor: 0 },
  offsetFrames: 0,
  ...changes,
});

describe('two clips tied to each other', () => {
  it('show the same moment whatever their frame rates', () => {
    const other = otherFrameOf(tie(), { first, second });
    expect([other(20), other(24), other(28)]).toEqual([10, 11, 12]);
    // The second clip ends at 1.16 s, the first one 0.2 s behind it.
    expect([other(96), other(99)]).toEqual([29, undefined]);
  });

  it('meet at every contact in phase, and not outside of the cycles', () => {
    const other = otherFrameOf(tie({ mode: 'phase' }), { first, second });
    expect([other(20), other(55), other(90)]).toEqual([10, 18, 25]);
    expect([other(19), other(91)]).toEqual([undefined, undefined]);
  });

  it('are moved by whole frames of the second', () => {
    const other = otherFrameOf(tie({ offsetFrames: -3 }), { first, second });
    expect([other(20), other(0)]).toEqual([7, 2]);
    expect(otherFrameOf(tie({ offsetFrames: 25 }), { first, second })(20)).toBeUndefined();
  });
});

describe('the clock of two clips', () => {
  async function pairOf() {
    const memories = [memoryReader(4), memoryReader(4)] as const;
    let tick: ((nowMs: number) => void) | undefined;
    const noTick = { nextTick: () => 0, cancelTick: () => undefined };
    const a = createPlayer({ reader: memories[0].reader, times: first, ...noTick });
    const b = createPlayer({ reader: memories[1].reader, times: second, ...noTick });
    const pair = createPairPlayer({
      ...{ first: a, second: b, times: first },
      nextTick: (next) => {
        tick = next;
        return 1;
      },
      cancelTick: () => {
        tick = undefined;
      },
    });
    const at = async (...ms: number[]) => {
      for (const now of ms) {
        tick?.(now);
        for (const memory of memories) await memory.run();
      }
      return [a.store.getState().shownFrame, b.store.getState().shownFrame];
    };
    return { pair, a, b, memories, at, tickOnly: (now: number) => tick?.(now) };
  }

  it('steps and plays both', async () => {
    const { pair, at } = await pairOf();
    pair.tie(otherFrameOf(tie(), { first, second }));
    pair.seek(20);
    expect(await at(0)).toEqual([20, 10]);
    pair.step(4);
    expect(await at(0)).toEqual([24, 11]);
    pair.setRate(1);
    pair.play(1);
    expect(await at(0, 20, 40)).toEqual([28, 12]);
    pair.pause();
    expect(pair.store.getState()).toMatchObject({ frame: 28, playing: 0, hasOther: true });
  });

  it('waits for the slower one', async () => {
    const { pair, memories, at, tickOnly } = await pairOf();
    pair.tie(otherFrameOf(tie(), { first, second }));
    pair.setRate(1);
    pair.play(1);
    await memories[0].run();
    for (const now of [0, 50, 100]) tickOnly(now);
    expect(pair.store.getState().frame).toBe(0);
    await memories[1].run();
    expect(await at(150, 200)).toEqual([10, 8]);
  });

  it('leaves the second where it is while it has no such moment, and stops at the end of the first', async () => {
    const { pair, at } = await pairOf();
    pair.tie(otherFrameOf(tie({ mode: 'phase' }), { first, second }));
    pair.seek(90);
    expect(await at(0)).toEqual([90, 25]);
    pair.seek(95);
    expect(await at(0)).toEqual([95, 25]);
    expect(pair.store.getState().hasOther).toBe(false);
    pair.setRate(1);
    pair.play(1);
    await at(0, 30, 60, 90);
    expect(pair.store.getState()).toMatchObject({ frame: 99, playing: 0 });
  });
});

describe('a ghost', () => {
  const stage = { width: 400, height: 200 };
  /** Somebody with legs of 2 x `half` px whose hips are at (x, y). */
  const standing = (x: number, y: number, half: number): Float32Array => {
    const data = new Float32Array(20 * KEYPOINT_COUNT * KEYPOINT_STRIDE).fill(Number.NaN);
    for (let frame = 0; frame < 20; frame++) {
      for (const side of ['L', 'R'] as const) {
        (['hip', 'knee', 'ankle'] as const).forEach((joint, i) => {
          data.set([x, y + i * half, 1], (frame * KEYPOINT_COUNT + LEG[side][joint]) * KEYPOINT_STRIDE);
        });
      }
    }
    return data;
  };
  const a = { image: { width: 800, height: 400 }, data: standing(300, 150, 50) };
  const b = { image: { width: 400, height: 400 }, data: standing(100, 200, 25) };
  const placed = ({ image, data }: typeof a) => ({
    view: fitted(image, stage),
    runner: runnerPlace(data, 3, 20),
  });

  it('lies runner over runner, of the same size, also mirrored', () => {
    for (const isMirrored of [false, true]) {
      const [sx, , , sy, tx, ty] = ghostMatrix({
        ...{ stage, first: placed(a), second: placed(b), onRunner: true, isMirrored },
      });
      // a: half of its size from (0, 0); b: half of its size, in the middle. Its leg is 25 px on the stage, a's 50.
      expect([sx, sy]).toEqual([isMirrored ? -2 : 2, 2]);
      expect([sx * (100 + 50) + tx, sy * 100 + ty]).toEqual([150, 75]);
    }
  });

  it('lies picture over picture where nobody was found, or that is asked for', () => {
    const nobody = { ...placed(b), runner: undefined };
    const options = { stage, first: placed(a), second: nobody, onRunner: true, isMirrored: false };
    expect(ghostMatrix(options)).toEqual([1, 0, 0, 1, 0, 0]);
    expect(ghostMatrix({ ...options, second: placed(b), onRunner: false, isMirrored: true })).toEqual([
      ...[-1, 0, 0, 1, 400, 0],
    ]);
    expect(runnerPlace(new Float32Array(99).fill(Number.NaN), 0, 1)).toBeUndefined();
  });
});
