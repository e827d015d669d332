import { expect, it } from 'vitest';
import { FrameCache } from './frameCache.ts';

function item(bytes: number) {
  const made = {
    bytes,
    closed: 0,
    close() {
      made.closed++;
    },
  };
  return made;
}

it('keeps within its limit and closes the least recently used', () => {
  const cache = new FrameCache<ReturnType<typeof item>>(30);
  const items = [item(10), item(10), item(10), item(10)];
  items.slice(0, 3).forEach((one, i) => {
    cache.put(i, one);
  });
  expect(cache.get(0)).toBe(items[0]);
  cache.put(3, item(10));
  expect(cache.has(1)).toBe(false);
  expect(items.map(({ closed }) => closed)).toEqual([0, 1, 0, 0]);
  expect([cache.bytes, cache.size]).toEqual([30, 3]);
});

it('closes what is replaced and keeps one item that is over the limit alone', () => {
  const cache = new FrameCache<ReturnType<typeof item>>(15);
  const [small, large] = [item(10), item(40)];
  cache.put(5, small);
  cache.put(5, large);
  expect([small.closed, large.closed, cache.bytes]).toEqual([1, 0, 40]);
  cache.clear();
  expect([large.closed, cache.bytes, cache.size]).toEqual([1, 0, 0]);
});

it('refuses a limit that is none', () => {
  expect(() => new FrameCache(0)).toThrow('invalid limitBytes: 0');
});
