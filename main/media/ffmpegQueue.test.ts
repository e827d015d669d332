import { expect, it } from 'vitest';
import { inTurn, streamInTurn } from './ffmpegQueue.ts';

it('however many pictures are asked for at once, few run, and one that is not wanted any more never does', async () => {
  let [running, most, done] = [0, 0, 0];
  const gone = new AbortController();
  const run = async () => {
    running++;
    most = Math.max(most, running);
    await new Promise((resolve) => setImmediate(resolve));
    running--;
    done++;
  };
  const wanted = Array.from({ length: 50 }, () => inTurn('pictures', undefined, run));
  const unwanted = Array.from({ length: 50 }, () => inTurn('pictures', gone.signal, run));
  gone.abort(new Error('left'));
  const outcomes = await Promise.allSettled(unwanted);
  await Promise.all(wanted);
  expect(outcomes.every((one) => one.status === 'rejected' && one.reason.message === 'left')).toBe(true);
  expect(done).toBe(50);
  expect(most).toBeLessThanOrEqual(4);
});

it('a stream gives its turn back when it is read and when its reader leaves', async () => {
  let open = 0;
  async function* numbers() {
    open++;
    try {
      yield 1;
      yield 2;
    } finally {
      open--;
    }
  }
  for (let i = 0; i < 40; i++) {
    const read: number[] = [];
    for await (const value of streamInTurn(undefined, numbers)) {
      read.push(value);
      if (i % 2 === 0) break;
    }
    expect(read).toEqual(i % 2 === 0 ? [1] : [1, 2]);
  }
  expect(open).toBe(0);
});

it('a stream that waits for its turn is out of the queue when it is told to stop', async () => {
  const hold = Array.from({ length: 6 }, () =>
    streamInTurn(undefined, async function* () {
      yield 1;
    }),
  );
  await Promise.all(hold.map((one) => one.next()));
  const stop = new AbortController();
  const waiting = streamInTurn(stop.signal, async function* () {
    yield 1;
  }).next();
  stop.abort(new Error('stop'));
  await expect(waiting).rejects.toThrow('stop');
  await Promise.all(hold.map((one) => one.return()));
});
