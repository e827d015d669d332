import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sliceOf } from '../files/trust.testkit.ts';
import { checkDynamicRange } from './dynamicRange.ts';
import { findEncoder, type VideoEncoder } from './encoders.ts';
import { CORNERS, firstFrame, makeClip, quarters, setEdits, setMatrix } from './madeClips.testkit.ts';
import { type ClipProbe, probeClip } from './probe.ts';
import { isPlayable, makeProxy } from './proxy.ts';

const isFull = process.env['MIDSTANCE_FULL_MEDIA'] === '1';
let folder: string;
let encoder: VideoEncoder;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pictures-'));
  encoder = await findEncoder();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const x264 = ['-c:v', 'libx264', '-pix_fmt', 'yuv420p'];
const at = (name: string) => join(folder, name);

/** The proxy of a clip, whose frame table `makeProxy` has compared with the clip's. */
async function proxyOf(file: string, clip: ClipProbe): Promise<{ path: string; probe: ClipProbe }> {
  const path = `${file}.proxy.mp4`;
  await makeProxy(file, clip, path, { encoder });
  return { path, probe: await probeClip(path) };
}

const TURNS = [
  ['as it is', [1, 0, 0, 1], 0, false, [235, 126, 16, 16]],
  ['a quarter turn', [0, 1, -1, 0], 90, false, [16, 235, 16, 126]],
  ['half a turn', [-1, 0, 0, -1], 180, false, [16, 16, 126, 235]],
  ['three quarters', [0, -1, 1, 0], 270, false, [126, 16, 235, 16]],
  ['mirrored left to right', [-1, 0, 0, 1], 0, true, [126, 235, 16, 16]],
  ['mirrored upside down', [1, 0, 0, -1], 180, true, [16, 16, 235, 126]],
  ['mirrored along the diagonal', [0, 1, 1, 0], 90, true, [235, 16, 126, 16]],
  ['mirrored along the other one', [0, -1, -1, 0], 270, true, [16, 126, 16, 235]],
] as const;

describe('a display matrix', () => {
  it.each(sliceOf(TURNS, 3))(
    '%s: upright in the pictures and in the proxy',
    async (name, matrix, rotation, flip, seen) => {
      const file = await makeClip(at(`${name}.mp4`), CORNERS, ...x264);
      setMatrix(file, matrix);
      const clip = await probeClip(file);
      expect(clip).toMatchObject({ rotation, flip });
      expect(isPlayable(clip)).toBe(!flip);
      const upright = quarters(await firstFrame(file, clip));
      upright.forEach((luma, i) => {
        expect(Math.abs(luma - (seen[i] ?? 0))).toBeLessThan(6);
      });
      if (!flip) return;
      const { path, probe } = await proxyOf(file, clip);
      expect(probe).toMatchObject({ rotation: 0, flip: false, width: clip.width, height: clip.height });
      quarters(await firstFrame(path, probe)).forEach((luma, i) => {
        expect(Math.abs(luma - (seen[i] ?? 0))).toBeLessThan(8);
      });
    },
  );
});

describe('high dynamic range', () => {
  const SDR = 'testsrc2=size=160x96:rate=25:duration=0.2,format=yuv420p';
  const CURVES = [
    ['arib-std-b67', 'hlg'],
    ['smpte2084', 'pq'],
  ] as const;
  it.each(sliceOf(CURVES, 1))(
    '%s looks as bright as the ordinary picture it was made from',
    async (curve, range) => {
      const plain = await makeClip(at(`${range}-plain.mp4`), SDR, ...x264);
      const linear =
        'zscale=tin=709:pin=709:min=709:rin=limited:t=linear:p=2020:m=gbr:npl=100,format=gbrpf32le';
      const curved = `zscale=t=${curve}:m=2020_ncl:r=limited:npl=100,format=yuv420p10le`;
      const tags = `log-level=none:colorprim=bt2020:transfer=${curve}:colormatrix=bt2020nc`;
      const codec = ['-vf', `${linear},${curved}`, '-c:v', 'libx265', '-x265-params', tags];
      const file = await makeClip(at(`${range}.mov`), SDR, ...codec);
      const clip = await probeClip(file);
      expect(clip).toMatchObject({ dynamicRange: range, colour: { matrix: 'bt709', range: 'limited' } });
      expect(isPlayable(clip)).toBe(false);
      const expected = quarters(await firstFrame(plain, await probeClip(plain)));
      const { path, probe } = await proxyOf(file, clip);
      expect(probe).toMatchObject({ dynamicRange: 'sdr', pixelFormat: 'yuv420p' });
      for (const seen of [await firstFrame(file, clip), await firstFrame(path, probe)])
        quarters(seen).forEach((luma, i) => {
          expect(Math.abs(luma - (expected[i] ?? 0))).toBeLessThan(20);
        });
    },
  );

  it('is refused with its name where ffmpeg cannot convert it', async () => {
    const without = () => Promise.resolve(new Set(['scale', 'tonemap']));
    const refused = { code: 'hdr_unsupported' };
    await expect(checkDynamicRange({ dynamicRange: 'hlg' }, without)).rejects.toMatchObject(refused);
    await expect(checkDynamicRange({ dynamicRange: 'unmapped' }, without)).rejects.toMatchObject(refused);
    await checkDynamicRange({ dynamicRange: 'sdr' }, without);
  });
});

describe('interlaced', () => {
  it('fields are joined to whole pictures, one for each frame', async () => {
    // A bar that runs from field to field: undone, neighbouring rows differ by its edge.
    const bar =
      "color=black:size=160x96:rate=50:duration=0.8,geq=lum='if(between(X,N*4,N*4+30),220,20)':cb=128:cr=128";
    const codec = [
      '-vf',
      'tinterlace=interleave_top',
      '-flags',
      '+ilme+ildct',
      ...x264,
      '-x264-params',
      'tff=1',
    ];
    const file = await makeClip(at('fields.mp4'), bar, ...codec);
    const clip = await probeClip(file);
    expect(clip).toMatchObject({ isInterlaced: true });
    expect(isPlayable(clip)).toBe(false);
    expect(clip.frameTable.times).toHaveLength(20);
    const combs: number[] = [];
    for (const isInterlaced of [true, false]) {
      let comb = 0;
      const { y, width, height } = await firstFrame(file, { ...clip, isInterlaced });
      for (let i = width; i < width * (height - 1); i++)
        comb += Math.abs(2 * (y[i] ?? 0) - (y[i - width] ?? 0) - (y[i + width] ?? 0));
      combs.push(comb / (width * height));
    }
    expect(combs[0]).toBeLessThan(0.5 * (combs[1] ?? 0));
    expect((await proxyOf(file, clip)).probe).toMatchObject({ isInterlaced: false });
  });
});

describe('an edit list that slows down', () => {
  it('leaves the times on the clock of the camera, and keeps those a player shows', async () => {
    const source = 'testsrc2=size=64x48:rate=120:duration=1';
    const file = await makeClip(
      at('slow.mov'),
      source,
      ...x264,
      '-bf',
      '2',
      '-video_track_timescale',
      '12000',
    );
    // A quarter second as taken, half a second eight times slower, a quarter as taken; after the delay of B-frames.
    setEdits(file, [
      [250, 200, 1],
      [4000, 3200, 0.125],
      [250, 9200, 1],
    ]);
    const clip = await probeClip(file);
    const { times, presentationTimes } = clip.frameTable;
    expect(clip).toMatchObject({ ignoresEdits: true, frameTableSource: 'packets' });
    expect(clip.containerFps).toBeCloseTo(120, 6);
    expect(times).toHaveLength(120);
    expect(times[90]).toBeCloseTo(0.75, 6);
    expect(presentationTimes?.[30]).toBeCloseTo(0.25, 3);
    expect(presentationTimes?.[60]).toBeCloseTo(2.25, 3);
    expect(presentationTimes?.[90]).toBeCloseTo(4.25, 3);
    expect(presentationTimes?.at(-1)).toBeCloseTo(4.25 + 29 / 120, 3);
    expect(isPlayable(clip)).toBe(false);
    const { probe } = await proxyOf(file, clip);
    expect(probe.frameTable.times).toHaveLength(120);
    expect(probe.frameTable.presentationTimes).toBeUndefined();
  });
});

/** Container, source and output of a clip that a camera, a phone or an editor could have written. */
const FORMATS = [
  ['h264 b-frames.m4v', ['-c:v', 'libx264', '-bf', '3', '-pix_fmt', 'yuv420p'], true],
  ['hevc.mp4', ['-c:v', 'libx265', '-x265-params', 'log-level=none', '-pix_fmt', 'yuv420p'], false],
  [
    'hevc 10 bit.mkv',
    ['-c:v', 'libx265', '-x265-params', 'log-level=none', '-pix_fmt', 'yuv420p10le'],
    false,
  ],
  ['vp8.webm', ['-c:v', 'libvpx', '-b:v', '1M'], true],
  ['vp9 odd.webm', ['-c:v', 'libvpx-vp9', '-vf', 'scale=161:91'], false],
  ['av1.mp4', ['-c:v', 'libaom-av1', '-cpu-used', '8', '-pix_fmt', 'yuv420p'], true],
  ['prores.mov', ['-c:v', 'prores_ks'], false],
  ['mjpeg.avi', ['-c:v', 'mjpeg', '-pix_fmt', 'yuvj420p'], false],
  ['mpeg2.mpg', ['-c:v', 'mpeg2video'], false],
  ['mpeg4.3gp', ['-c:v', 'mpeg4', '-s', '176x144'], false],
  ['camera.mts', ['-c:v', 'libx264', '-pix_fmt', 'yuv420p', '-f', 'mpegts'], false],
  ['anim.gif', [], false],
  ['wide pixels.mp4', ['-c:v', 'libx264', '-pix_fmt', 'yuv420p', '-vf', 'setsar=3/2'], true],
] as const;
const QUICK = new Set(['vp9 odd.webm', 'camera.mts', 'wide pixels.mp4']);

describe('formats (all with MIDSTANCE_FULL_MEDIA=1)', () => {
  it.each(FORMATS.filter(([name]) => isFull || QUICK.has(name)))(
    '%s: its frames, and a proxy with the same times',
    async (name, output, isDirect) => {
      const file = await makeClip(at(name), 'testsrc2=size=160x90:rate=25:duration=1', ...output);
      const clip = await probeClip(file);
      expect(clip.frameTable.times).toHaveLength(25);
      expect(clip.frameTable.times.at(-1)).toBeCloseTo(0.96, 2);
      expect(isPlayable(clip)).toBe(isDirect);
      expect((await firstFrame(file, clip)).width).toBe(clip.width);
      const { probe } = await proxyOf(file, clip);
      // Even sides: an odd row or column is cut off.
      expect([probe.width, probe.height]).toEqual([clip.width & ~1, clip.height & ~1]);
      expect(probe).toMatchObject({ codec: 'h264', isSquare: true, rotation: 0, dynamicRange: 'sdr' });
      expect(probe.longestGop).toBeLessThanOrEqual(12);
      expect(isPlayable(probe)).toBe(true);
    },
  );
});
