import { describe, expect, it } from 'vitest';
import { CACHE_BYTES, createFrameLoader } from './frameLoader.ts';
import { memoryReader } from './memoryReader.testkit.ts';
import { readAheadOf } from './openReader.ts';

function loaderOf(readAhead: number, cacheBytes = 1000) {
  const memory = memoryReader(readAhead);
  const shown: number[] = [];
  const errors: unknown[] = [];
  const loader = createFrameLoader({
    reader: memory.reader,
    frameCount: 1000,
    cacheBytes,
    onFrame: ({ index }) => shown.push(index),
    onError: (error) => errors.push(error),
  });
  return { ...memory, loader, shown, errors };
}

describe('createFrameLoader', () => {
  it('shows the wanted frame as soon as it is there and reads on', async () => {
    const { loader, shown, spans, release, run } = loaderOf(4);
    expect(loader.request(10, 1)).toBe(false);
    await release();
    expect(shown).toEqual([10]);
    await run();
    expect(spans).toEqual([[10, 14]]);
    expect(loader.request(12, 1)).toBe(true);
    expect(shown).toEqual([10, 12]);
  });

  it('drops all wishes but the last while one read is under way', async () => {
    const { loader, shown, spans, run } = loaderOf(4);
    for (const index of [100, 200, 300, 400]) loader.request(index, 1);
    await run();
    expect(shown).toEqual([400]);
    expect(spans.map(([from]) => from)).toEqual([100, 400]);
  });

  it('reads the wanted frame, then one stretch backwards, and serves the steps from memory', async () => {
    const { loader, shown, spans, run } = loaderOf(10);
    loader.request(50, -1);
    await run();
    expect(spans).toEqual([
      [50, 50],
      [40, 49],
    ]);
    for (let index = 49; index >= 45; index--) expect(loader.request(index, -1)).toBe(true);
    await run();
    expect(spans).toHaveLength(2);
    loader.request(44, -1);
    await run();
    expect(spans[2]).toEqual([30, 39]);
    expect(shown).toEqual([50, 49, 48, 47, 46, 45, 44]);
  });

  it('never holds more than its limit, nor loses the shown frame to reading ahead', async () => {
    const { loader, open, run } = loaderOf(4, 6);
    for (const index of [0, 30, 60, 90]) {
      loader.request(index, 1);
      await run();
      expect(open.size).toBeLessThanOrEqual(6);
      expect(loader.current()?.index).toBe(index);
    }
    loader.close();
    expect(open.size).toBe(0);
  });

  it.each([
    ['720p', 1280, 720, 1.5],
    ['1080p', 1920, 1080, 1.5],
    ['4K', 3840, 2160, 1.5],
    ['4K as bitmaps', 3840, 2160, 4],
  ])(
    'keeps the frames of %s within 512 MiB, forward, back and far away',
    async (_, width, height, perPixel) => {
      const bytes = width * height * perPixel;
      const { reader, open, run } = memoryReader(readAheadOf({ width, height }), bytes);
      let most = 0;
      const loader = createFrameLoader({
        reader,
        frameCount: 1000,
        onFrame: () => undefined,
        onError: (error) => {
          throw error;
        },
      });
      await run();
      const path = [...Array.from({ length: 500 }, (_, i) => i), 900, 100, 600];
      const back = Array.from({ length: 300 }, (_, i) => 700 - i);
      for (const index of [...path, ...back]) {
        loader.request(index, index <= 500 ? 1 : -1);
        await run();
        most = Math.max(most, open.size * bytes);
        expect(loader.current()?.index).toBe(index);
      }
      expect(most).toBeLessThanOrEqual(CACHE_BYTES);
      expect(CACHE_BYTES).toBe(512 * 2 ** 20);
      expect(most).toBeGreaterThan(CACHE_BYTES / 4);
      loader.close();
      expect(open.size).toBe(0);
    },
  );

  it('refuses a frame that the clip does not have', () => {
    const { loader } = loaderOf(4);
    expect(() => loader.request(1000, 1)).toThrow('invalid frame: 1000');
    expect(() => loader.request(-1, 1)).toThrow('invalid frame: -1');
  });

  it('tells that a frame is missing and tries again at the next wish', async () => {
    const memory = memoryReader(4);
    let isBroken = true;
    const errors: string[] = [];
    const shown: number[] = [];
    const loader = createFrameLoader({
      reader: {
        ...memory.reader,
        async *read(from, to) {
          if (!isBroken) yield* memory.reader.read(from, to);
        },
      },
      frameCount: 10,
      onFrame: ({ index }) => shown.push(index),
      onError: (error) => errors.push(String(error)),
    });
    await memory.run();
    loader.request(3, 1);
    await memory.run();
    expect(errors).toEqual(['RangeError: invalid clip: no frame 3']);
    isBroken = false;
    loader.request(3, 1);
    await memory.run();
    expect(shown).toEqual([3]);
  });
});
