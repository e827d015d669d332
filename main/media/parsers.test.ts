import { describe, expect, it } from 'vitest';
import { usableEncoders } from './encoders.ts';
import { splitJpegs, stripFrames } from './filmStrip.ts';
import { type PictureShape, pictureFilters, rawFrameArgs } from './frameArgs.ts';
import { framecrcReader, parseFramecrc } from './framecrc.ts';
import { inputArgs } from './inputArgs.ts';
import { openError } from './probe.ts';
import { parseProgressFrame } from './progress.ts';
import { proxyArgs } from './proxy.ts';
import { tableFrom } from './readFrameTable.ts';
import { parseStreamInfo } from './streamInfo.ts';

const PHONE = `Input #0, mov,mp4,m4a,3gp,3g2,mj2, from 'file:x.mov':
  Metadata:
    com.android.capture.fps: 240.000000
  Duration: 00:00:00.60, start: 0.000000, bitrate: 11212 kb/s
  Stream #0:0[0x1](und): Video: hevc (Main) (hvc1 / 0x31637668), yuv420p(tv, bt709), 1920x1080, 10849 kb/s, 60 fps (default)
    Side data:
      displaymatrix: rotation of -90.00 degrees
  Stream #0:1[0x2](und): Audio: aac (LC) (mp4a / 0x6134706D), 44100 Hz, mono, fltp, 89 kb/s (default)
`;
const CAMCORDER = `Input #0, mov,mp4,m4a,3gp,3g2,mj2, from 'file:x.mov':
  Stream #0:0[0x1](eng): Video: mpeg2video (Main) (hdv2 / 0x32766468), yuv420p(tv, bt709, top coded first (swapped)), 1440x1080 [SAR 4:3 DAR 16:9], 20848 kb/s, 25 fps
`;

describe('parseStreamInfo', () => {
  it('reads a turned phone clip', () => {
    expect(parseStreamInfo(PHONE)).toEqual({
      filmTrack: 0,
      container: 'mov,mp4,m4a,3gp,3g2,mj2',
      codec: 'hevc',
      pixelFormat: 'yuv420p',
      colour: { matrix: 'bt709', range: 'limited' },
      storedWidth: 1920,
      storedHeight: 1080,
      width: 1080,
      height: 1920,
      isSquare: true,
      rotation: 90,
      hasAudio: true,
      captureFps: 240,
      dynamicRange: 'sdr',
      isInterlaced: false,
    });
  });

  it('stretches pixels that are not square', () => {
    const info = parseStreamInfo(CAMCORDER);
    expect(info).toMatchObject({ width: 1920, height: 1080, isSquare: false, pixelFormat: 'yuv420p' });
    expect(info).toMatchObject({ isInterlaced: true, colour: { matrix: 'bt709', range: 'limited' } });
    expect(info?.captureFps).toBeUndefined();
  });

  it('reads a high dynamic range', () => {
    const tags = PHONE.replace('yuv420p(tv, bt709)', 'yuv420p10le(tv, bt2020nc/bt2020/arib-std-b67)');
    expect(parseStreamInfo(tags)).toMatchObject({
      pixelFormat: 'yuv420p10le',
      dynamicRange: 'hlg',
      colour: { matrix: 'bt709', range: 'limited' },
    });
    expect(parseStreamInfo(tags.replace('arib-std-b67', 'smpte2084'))?.dynamicRange).toBe('pq');
    const dolby = 'DOVI configuration record: version: 1.0, profile: 5, level: 6, rpu flag: 1';
    expect(parseStreamInfo(`${PHONE.replace('displaymatrix', dolby)}`)?.dynamicRange).toBe('unmapped');
  });

  it('passes over a cover picture', () => {
    const cover = '  Stream #0:0: Video: mjpeg, yuvj420p(pc), 300x300, 90k tbr (attached pic)\n';
    expect(parseStreamInfo(cover)).toBeUndefined();
    expect(parseStreamInfo(cover + PHONE)?.codec).toBe('hevc');
  });
});

describe('framecrc', () => {
  const text =
    '#tb 0: 1/600\n0, 0, 0, 10, 5, 0x1\n0, 20, 20, 10, 5, 0x2, F=0x0\n0, 10, 10, 10, 5, 0x3, F=0x4\n';
  const read = (told: string) => parseFramecrc(Buffer.from(told));
  it('gives times in seconds in the order written', () => {
    expect([...read(text).times]).toEqual([0, 20 / 600, 10 / 600]);
    expect(read('').times).toHaveLength(0);
  });
  it('sees packets that are not shown', () => {
    expect(read(text).hasDiscarded).toBe(true);
    expect(read(text.replace('0x4', '0x1')).hasDiscarded).toBe(false);
  });
  it('reads lines that come in pieces, and stops keeping them where there are too many', () => {
    const reader = framecrcReader(2);
    for (const byte of Buffer.from(text)) reader.take(Uint8Array.of(byte));
    expect([...reader.finish().times]).toEqual([0, 20 / 600]);
    expect(reader.isFull()).toBe(true);
  });
});

describe('tableFrom', () => {
  it('counts from the first frame and stays strictly increasing', () => {
    const table = tableFrom(Float64Array.of(2, 2.5, 2.5, 3));
    expect(table.firstPts).toBe(2);
    expect(table.times[0]).toBe(0);
    expect(table.times.every((time, i) => i === 0 || time > (table.times[i - 1] ?? 0))).toBe(true);
  });
});

describe('arguments', () => {
  const shape: PictureShape = {
    ...{ width: 20, height: 10, isSquare: true, isInterlaced: false, ignoresEdits: false },
    rotation: 0,
    turn: 0,
    dynamicRange: 'sdr',
    colour: { range: 'limited' },
  };

  it('keep a hostile name a plain local file', () => {
    const args = inputArgs('-y.mp4');
    expect(args.at(-1)).toBe('file:-y.mp4');
    expect(args.join(' ')).toContain('-protocol_whitelist file,pipe');
    expect(args.join(' ')).not.toMatch(/concat|hls|image2|tty/);
  });

  it('select the range, or seek, never both', () => {
    const cut = rawFrameArgs('a', shape, { start: 5, count: 2 }).join(' ');
    expect(cut).toContain('select=gte(n\\,5)');
    expect(cut).not.toContain('-ss');
    const sought = rawFrameArgs('a', shape, { start: 5, count: 2, seek_s: 1.25 }).join(' ');
    expect(sought).toContain('-seek_timestamp 1 -ss 1.250000');
    expect(sought).not.toContain('select');
  });

  it('say that pixels are square only where they were not, and limit the range only for what is shown', () => {
    const odd = { ...shape, isSquare: false, colour: { range: 'full' } } as const;
    const raw = rawFrameArgs('a', odd, { start: 0, count: 1 });
    expect(raw).toContain('scale=w=20:h=10,setsar=1');
    expect(raw).toContain('yuvj420p');
    expect(pictureFilters(odd)).toEqual(['scale=w=20:h=10:out_range=limited', 'setsar=1']);
    // The size may change midway.
    expect(rawFrameArgs('a', shape, { start: 0, count: 1 })).toContain('scale=w=20:h=10');
  });

  it('write a proxy with the frames’ own times', () => {
    const [encoder] = usableEncoders(new Set(['libvpx-vp9', 'libx264']));
    expect(encoder?.name).toBe('libx264');
    if (encoder === undefined) return;
    const args = proxyArgs('a', shape, { frames: 9, frameGap_s: 0.04 }, encoder, '/b/c.mp4').join(' ');
    expect(args).toContain('-fps_mode passthrough');
    expect(args).toContain('-g 12');
    expect(args.endsWith('-f mp4 file:/b/c.mp4')).toBe(true);
  });
});

it('reads progress lines', () => {
  expect(parseProgressFrame('frame=  12')).toBe(12);
  expect(parseProgressFrame('fps=3')).toBeUndefined();
});

it('spreads a film strip over the clip', () => {
  expect(stripFrames(100, 4)).toEqual([12, 37, 62, 87]);
  expect(stripFrames(2, 10)).toEqual([0, 1]);
});

it('cuts a stream of JPEGs between the pictures', () => {
  const pictures = [Uint8Array.of(0xff, 0xd8, 1, 0xff, 0xd9), Uint8Array.of(0xff, 0xd8, 0xff, 0xd9)];
  expect(splitJpegs(Buffer.concat(pictures)).map((bytes) => [...bytes])).toEqual(
    pictures.map((bytes) => [...bytes]),
  );
  expect(splitJpegs(new Uint8Array())).toEqual([]);
});

it('names what is wrong with a file', () => {
  expect(openError('moov atom not found').code).toBe('truncated');
  expect(openError('  Stream #0:0[0x1](und): Audio: aac').code).toBe('no_video_track');
  expect(openError('Invalid data found').code).toBe('not_a_video');
});
