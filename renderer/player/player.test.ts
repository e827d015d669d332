import { describe, expect, it } from 'vitest';
import { memoryReader } from './memoryReader.testkit.ts';
import { createPlayer } from './player.ts';

/** A player whose ticks come when the test says so; 100 frames at 100 frames/s. */
function playerOf() {
  const memory = memoryReader(4);
  let tick: ((nowMs: number) => void) | undefined;
  const player = createPlayer({
    reader: memory.reader,
    times: Float64Array.from({ length: 100 }, (_, i) => i / 100),
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
      await memory.run();
    }
    return player.store.getState().frame;
  };
  return { player, memory, at, tickOnly: (now: number) => tick?.(now) };
}

describe('createPlayer', () => {
  it('plays by the clock at the rate of reality', async () => {
    const { player, memory, at } = playerOf();
    player.seek(10);
    await memory.run();
    player.setRate(0.5);
    player.play(1);
    expect(await at(0, 20, 40, 60, 80)).toBe(14);
    expect(player.store.getState().playing).toBe(1);
  });

  it('plays in reverse and stops on the first frame', async () => {
    const { player, memory, at } = playerOf();
    player.seek(3);
    await memory.run();
    player.setRate(1);
    player.play(-1);
    expect(await at(0, 20)).toBe(1);
    expect(await at(40, 60)).toBe(0);
    expect(player.store.getState().playing).toBe(0);
  });

  it('waits for a picture that is not decoded yet and tells the speed it reaches', async () => {
    const { player, memory, at, tickOnly } = playerOf();
    player.setRate(0.5);
    player.play(1);
    for (const now of [0, 100, 200, 300]) tickOnly(now);
    expect(player.store.getState()).toMatchObject({ frame: 0, shownFrame: undefined });
    await memory.run();
    expect(await at(400, 500)).toBe(10);
    expect(player.store.getState().reachedRate).toBeCloseTo(0.2, 6);
  });

  it('clamps steps to the clip, stops playing by a step, and starts again from the end', async () => {
    const { player, memory, at } = playerOf();
    player.seek(98);
    await memory.run();
    player.play(1);
    player.step(5);
    await memory.run();
    expect(player.store.getState()).toMatchObject({ frame: 99, shownFrame: 99, playing: 0 });
    player.play(1);
    expect(await at(0)).toBe(0);
  });

  it('goes on at the same frame from another source and keeps the picture until that one has it', async () => {
    const { player, memory } = playerOf();
    player.seek(42);
    await memory.run();
    const shown: number[] = [];
    player.onFrame(({ index }) => shown.push(index));
    const proxy = memoryReader(4);
    player.setReader({ ...proxy.reader, kind: 'proxy' });
    expect(player.store.getState()).toMatchObject({ frame: 42, shownFrame: 42, source: 'video' });
    expect(player.current()?.index).toBe(42);
    // Two sources' worth of frames would be twice the memory.
    expect(memory.open.size).toBe(1);
    await proxy.run();
    expect(player.store.getState()).toMatchObject({ frame: 42, shownFrame: 42, source: 'proxy' });
    expect([shown, memory.open.size]).toEqual([[42], 0]);
    player.step(1);
    expect(shown).toEqual([42, 43]);
  });

  it('repeats a loop', async () => {
    const { player, memory, at } = playerOf();
    player.seek(20);
    await memory.run();
    player.setRate(1);
    player.setLoop({ from: 20, to: 23 });
    player.play(1);
    expect(await at(0, 25, 50)).toBe(20);
  });
});
