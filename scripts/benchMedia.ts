import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findEncoder } from '../main/media/encoders.ts';
import { runFfmpeg } from '../main/media/ffmpegProcess.ts';
import { checkClip, stripArgs, stripFrames } from '../main/media/filmStrip.ts';
import { readFrames } from '../main/media/frames.ts';
import type { ClipProbe } from '../main/media/probe.ts';
import { makeProxy } from '../main/media/proxy.ts';
import { extractStill } from '../main/media/stills.ts';
import { secondsOf, tell } from './benchLine.ts';

/** Steps of the generator of a full cycle: the same frames in the same scattered order at every run. */
const STEP = 0.618034;
const STILLS = 12;
const STRIP_PICTURES = 10;

/** Decoding, import, proxy and single pictures of one clip. */
export async function benchMedia(name: string, file: string, clip: ClipProbe): Promise<void> {
  const frames = clip.frameTable.times.length;
  const duration_s = clip.frameTable.times.at(-1) ?? 0;
  const decode = await secondsOf(async () => {
    for await (const frame of readFrames(file, clip, { start: 0 }))
      if (frame.width === 0) throw new Error('empty frame');
  });
  tell({ bench: `decode ${name} ${clip.width}x${clip.height}`, value: frames / decode, unit: 'frames/s' });
  const check = await secondsOf(() => checkClip(file, clip, { pictures: STRIP_PICTURES }));
  tell({
    bench: `film strip and check of every frame, ${name}`,
    value: frames / check,
    unit: 'frames/s',
    baseline: 'decoding',
    ratio: decode / check,
  });
  const plain = stripArgs(file, clip, stripFrames(frames, STRIP_PICTURES));
  const unseen = await secondsOf(() => runFfmpeg(plain));
  tell({
    bench: `import with the look at every frame, ${name}`,
    value: frames / check,
    unit: 'frames/s',
    baseline: 'the same decoding without the look',
    ratio: unseen / check,
  });
  await benchProxy(name, file, clip, duration_s);
  const times: number[] = [];
  for (let i = 0; i < STILLS; i++) {
    const frame = Math.floor(((i * STEP) % 1) * frames);
    times.push(1000 * (await secondsOf(() => extractStill(file, clip, frame))));
  }
  times.sort((a, b) => a - b);
  tell({
    bench: `one exact picture from the host, cold, ${name}, slowest of ${STILLS}`,
    value: times.at(-1) ?? 0,
    unit: 'ms',
    baseline: 'median',
    ratio: (times.at(-1) ?? 0) / (times[STILLS / 2] ?? 1),
  });
}

async function benchProxy(name: string, file: string, clip: ClipProbe, duration_s: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'midstance-bench-'));
  try {
    const encoder = await findEncoder();
    const seconds = await secondsOf(() => makeProxy(file, clip, join(folder, 'proxy'), { encoder }));
    tell({
      bench: `proxy ${name}, ${encoder.name}, frame table compared`,
      value: clip.frameTable.times.length / seconds,
      unit: 'frames/s',
      baseline: 'real time',
      ratio: duration_s / seconds,
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
