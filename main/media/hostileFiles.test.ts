import {
  chmodSync,
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { sliceOf } from '../files/trust.testkit.ts';
import { findEncoder } from './encoders.ts';
import { runFfmpeg, streamFfmpeg } from './ffmpegProcess.ts';
import { checkClip } from './filmStrip.ts';
import { makeClip } from './madeClips.testkit.ts';
import { MediaError } from './mediaError.ts';
import { probeClip } from './probe.ts';
import { makeProxy } from './proxy.ts';
import { extractStill } from './stills.ts';

let folder: string;
let clip: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hostile-'));
  const codec = ['-c:v', 'libx264', '-pix_fmt', 'yuv420p'];
  clip = await makeClip(join(folder, 'clip.mp4'), 'testsrc2=size=64x48:rate=30:duration=1.5', ...codec);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const codeOf = (file: string): Promise<string> =>
  probeClip(file).then(
    () => 'opened',
    (error: unknown) => (error instanceof MediaError ? error.code : String(error)),
  );

function fileWith(name: string, content: string | Uint8Array): string {
  const file = join(folder, name);
  writeFileSync(file, content);
  return file;
}

describe('a file that makes ffmpeg read other files', () => {
  // Each would show the neighbour `clip.mp4`, or a frame of text, if it were let.
  const playlists = {
    'an HLS playlist': '#EXTM3U\n#EXT-X-TARGETDURATION:2\n#EXTINF:1.5,\nclip.mp4\n#EXT-X-ENDLIST\n',
    'a playlist that leaves the disk': '#EXTM3U\n#EXTINF:1,\nhttp://127.0.0.1:9/x.ts\n#EXT-X-ENDLIST\n',
    'an ffconcat script': "ffconcat version 1.0\nfile 'clip.mp4'\n",
    'an SVG picture':
      '<svg xmlns="http://www.w3.org/2000/svg" width="64" height="48"><rect width="9" height="9"/></svg>',
    'an XML file with an entity':
      '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "clip.mp4">]><a>&b;</a>',
    'a DASH manifest':
      '<?xml version="1.0"?><MPD xmlns="urn:mpeg:dash:schema:mpd:2011" type="static"><Period><AdaptationSet><Representation id="1"><BaseURL>clip.mp4</BaseURL></Representation></AdaptationSet></Period></MPD>',
    'an SDP description':
      'v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nc=IN IP4 127.0.0.1\nm=video 9 RTP/AVP 96\na=rtpmap:96 H264/90000\n',
    'an ffmetadata file': ';FFMETADATA1\ntitle=clip.mp4\n',
    'a subtitle': 'WEBVTT\n\n00:00.000 --> 00:01.000\nclip.mp4\n',
  };
  const endings = ['mp4', 'm3u8', 'ffconcat', 'svg', 'sdp', 'mpd'];
  it.each(Object.entries(playlists))('%s is no video, whatever its name', async (_, content) => {
    for (const ending of sliceOf(endings, 2))
      expect(await codeOf(fileWith(`trap.${ending}`, content))).toBe('not_a_video');
  });

  it('a pattern of picture names is a plain name', async () => {
    copyFileSync(clip, join(folder, 'picture-001.mp4'));
    expect(await codeOf(join(folder, 'picture-%03d.mp4'))).toBe('file_missing');
    expect(await codeOf(join(folder, 'picture-*.mp4'))).toBe('file_missing');
  });

  it('a source of test pictures is a plain name', async () => {
    expect(await codeOf('testsrc2=size=64x48')).toBe('file_missing');
    expect(await codeOf('lavfi:testsrc2')).toBe('file_missing');
    expect(await codeOf('concat:clip.mp4|clip.mp4')).toBe('file_missing');
  });
});

describe('a file that asks for too much', () => {
  it('a header of 100000 x 100000 pixels is refused at once', async () => {
    const small = await makeClip(
      join(folder, 'raw.avi'),
      'color=size=64x48:rate=10:duration=0.3',
      '-c:v',
      'rawvideo',
    );
    const bytes = readFileSync(small);
    const format = bytes.indexOf('strf') + 8;
    expect([bytes.readInt32LE(format + 4), bytes.readInt32LE(format + 8)]).toEqual([64, 48]);
    bytes.writeInt32LE(100_000, format + 4);
    bytes.writeInt32LE(100_000, format + 8);
    const started = performance.now();
    expect(['not_a_video', 'decode_failed', 'picture_too_large']).toContain(
      await codeOf(fileWith('huge.avi', bytes)),
    );
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  it('so is one whose frames would fit the format but not the memory', async () => {
    const bytes = readFileSync(join(folder, 'raw.avi'));
    const format = bytes.indexOf('strf') + 8;
    bytes.writeInt32LE(20_000, format + 4);
    bytes.writeInt32LE(20_000, format + 8);
    expect(['not_a_video', 'decode_failed', 'picture_too_large']).toContain(
      await codeOf(fileWith('large.avi', bytes)),
    );
  });

  it('a picture larger than any camera takes is refused by its size', async () => {
    const size = 'size=9000x4400:rate=1:duration=1';
    const file = await makeClip(join(folder, 'wide.avi'), `color=${size}`, '-c:v', 'mjpeg', '-q:v', '31');
    const error = await probeClip(file).catch((one: unknown) => one);
    expect(error).toMatchObject({ code: 'picture_too_large', params: { width: 9000, height: 4400 } });
  });

  it('a list of edits that names four thousand million lines is not believed', async () => {
    const bytes = readFileSync(clip);
    bytes.writeUInt32BE(0xffffffff, bytes.indexOf('elst') + 8);
    expect(['opened', 'not_a_video', 'truncated']).toContain(await codeOf(fileWith('edits.mp4', bytes)));
  });
});

describe.skipIf(process.platform === 'win32')('an ffmpeg that is stuck', () => {
  const before = process.env['FFMPEG_PATH'];
  afterEach(() => {
    if (before === undefined) delete process.env['FFMPEG_PATH'];
    else process.env['FFMPEG_PATH'] = before;
  });
  const pretend = (script: string) => {
    const file = fileWith('ffmpeg-double', `#!/bin/sh\n${script}\n`);
    chmodSync(file, 0o755);
    process.env['FFMPEG_PATH'] = file;
  };

  it('is ended when it says nothing', async () => {
    pretend('exec sleep 60');
    const failed = { code: 'decode_failed', params: { seconds: 0.3 } };
    await expect(runFfmpeg([], { patience_ms: 300 })).rejects.toMatchObject(failed);
    const read = async () => {
      for await (const _ of streamFfmpeg([], { patience_ms: 300 }));
    };
    await expect(read()).rejects.toMatchObject(failed);
  });

  it('may take long as long as something comes, and while nobody reads', async () => {
    pretend('for i in 1 2 3; do echo $i; sleep 0.7; done');
    const { stdout } = await runFfmpeg([], { patience_ms: 1800 });
    expect(Buffer.from(stdout).toString()).toBe('1\n2\n3\n');
    let text = '';
    for await (const part of streamFfmpeg([], { patience_ms: 1800 })) {
      if (text === '') await new Promise((resolve) => setTimeout(resolve, 2000));
      text += Buffer.from(part).toString();
    }
    expect(text).toBe('1\n2\n3\n');
  });

  it('may complain without end', async () => {
    pretend(
      'i=0; while [ $i -lt 60000 ]; do echo "error while decoding MB 12 34, bytestream 5678" >&2; i=$((i+1)); done; echo done',
    );
    const { stdout, stderr } = await runFfmpeg([]);
    expect(Buffer.from(stdout).toString()).toBe('done\n');
    expect(stderr.length).toBeLessThan(1_200_000);
  });
});

describe('names', () => {
  const names = [
    `-y it's "50% %03d" a:b,c;d[e]=f back\\slash Ünïcode ランナー.mov`,
    'two words.mp4',
    '-y -i.mp4',
    `it's "quoted".mp4`,
    '50% %03d %s.mp4',
    'a:b,c;d[e]=f.mp4',
    'back\\slash.mp4',
  ];
  it.each(sliceOf(names, 1))('%s: opens, gives pictures and a proxy', async (name) => {
    const place = mkdtempSync(join(folder, 'named '));
    const file = join(place, name);
    copyFileSync(clip, file);
    const probe = await probeClip(file);
    expect(probe.frameTable.times).toHaveLength(45);
    expect((await extractStill(file, probe, 40)).length).toBeGreaterThan(500);
    expect((await checkClip(file, probe, { pictures: 2 })).pictures).toHaveLength(2);
    await makeProxy(file, probe, join(place, `proxy of ${name}`), { encoder: await findEncoder() });
    expect(readdirSync(place).sort()).toEqual([name, `proxy of ${name}`].sort());
  });
});
