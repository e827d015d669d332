import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sliceOf } from '../files/trust.testkit.ts';
import { findEncoder } from './encoders.ts';
import { checkClip } from './filmStrip.ts';
import { readFrames } from './frames.ts';
import { MediaError } from './mediaError.ts';
import { probeClip } from './probe.ts';
import { isPlayable, makeProxy } from './proxy.ts';

const media = resolve(process.env['MIDSTANCE_MEDIA'] ?? '../shared', 'media', 'awkward');
const isThere = existsSync(media);
const isFull = process.env['MIDSTANCE_FULL_MEDIA'] === '1';
it.runIf(process.env['MIDSTANCE_REQUIRE_ALL'])('awkward media are there', () => expect(isThere).toBe(true));

/** Frames, time of the first and of the last (s on the file's clock), clockwise turn, upright width and height. */
type Outcome = readonly [number, number, number, number, number, number];

/**
 * The outcome of every file. Found by running, then held against `ffmpeg -fps_mode passthrough -f framecrc`, which agrees
 * on every count and on both times, but for the clip marked with its own start below; sizes and turns against ffprobe.
 */
const OPENS: Readonly<Record<string, Outcome>> = {
  'decord/unordered.mov': [4, 0, 0.0938, 0, 50, 50],
  'decord/video_0.mov': [3, 0, 0.0667, 0, 568, 320],
  'decord/video_90.mov': [3, 0, 0.0667, 90, 320, 568],
  'decord/video_180.mov': [3, 0, 0.0667, 180, 568, 320],
  'decord/video_270.mov': [3, 0, 0.0667, 270, 320, 568],
  'format-corpus/apple-prores-422-proxy.mov': [25, 0, 0.96, 0, 320, 240],
  'format-corpus/hdv-1080i60.mov': [25, 0, 0.96, 0, 1920, 1080],
  'format-corpus/hdv-720p60.mov': [25, 0, 0.96, 0, 1280, 720],
  'format-corpus/photo-jpeg.mov': [25, 0, 0.96, 0, 320, 240],
  'format-corpus/xdcam-ex-1080i60.mov': [25, 0, 0.96, 0, 1920, 1080],
  'mediabunny/1080p-portrait-derotated.mp4': [65, 0, 2.1319, 0, 1080, 1920],
  'mediabunny/cursed-vfr.mp4': [63, 0, 7.1555, 0, 3026, 1386],
  'mediabunny/edit-list-discard.mp4': [49, 0, 1.92, 0, 64, 64],
  'mediabunny/edts.mp4': [225, 0, 8.96, 0, 854, 480],
  'mediabunny/hevc-aac.avi': [25, 0.08, 1.04, 0, 427, 240],
  // In fragments: ffmpeg leaves the edit list out there and starts at 0.0833.
  'mediabunny/rotate-buck-bunny.mp4': [45, 0, 1.8333, 90, 1080, 1920],
  'mediabunny/sar_2x1.mp4': [150, 0, 4.9667, 0, 1280, 360],
  'mediabunny/wrong-keyframe-flags.mp4': [120, 0, 4.9583, 0, 320, 180],
  'moviepy/no_duration.webm': [74, 0, 4.872, 0, 1280, 720],
  'moviepy/video_with_failing_audio.mp4': [280, 0, 11.16, 0, 640, 360],
  'mp4parse/bbb_sunflower_QCIF_30fps_hevc_noaudio_1f.mp4': [1, 0, 0, 0, 256, 144],
  'mp4parse/hevc_white_frame.mp4': [1, 0, 0, 0, 640, 480],
  'mp4parse/minimal.mp4': [1, 0, 0, 0, 320, 240],
  'mp4parse/tiny_av1.mp4': [1, 0, 0, 0, 64, 64],
  'mp4parse/video_rotation_90.mp4': [1, 0, 0, 90, 60, 100],
  'mp4parser/MOV00006.3gp': [222, 0, 14.976, 0, 192, 144],
  'mp4parser/foreman-hevc-384.mp4': [248, 0, 10.302, 0, 1280, 720],
  'mp4parser/multiTrack.3gp': [1050, 0, 69.9333, 0, 176, 144],
  'streamio/awesome_movie.mov': [123, 0, 7.2783, 0, 640, 480],
  'streamio/awesome_movie_with_subtitles.m4v': [123, 0, 7.2783, 0, 640, 480],
  'streamio/awesome_widescreen.mov': [72, 0, 7.1, 0, 320, 180],
  'streamio/file+with+data_streams=works_.mp4': [309, 0, 10.2667, 0, 480, 320],
  'streamio/horizontal_video_from_iphone.mov': [55, 0, 0.9, 0, 1920, 1080],
  'streamio/ios9.mov': [14, 0, 0.4333, 90, 720, 1280],
  'streamio/sideways_movie.mov': [25, 0, 0.9983, 90, 480, 640],
  'streamio/vertical_video_from_iphone.mov': [36, 0, 0.5833, 90, 1080, 1920],
  'streamio/weird_aspect.small.mpg': [36, 0.22, 1.66, 0, 501, 288],
  'torchcodec/av1_video.mkv': [125, 0, 4.96, 0, 640, 360],
  'torchcodec/bt709_full_range.mp4': [30, 0, 0.9667, 0, 1280, 720],
  'torchcodec/h264_10bits.mp4': [30, 0, 0.9667, 0, 200, 200],
  'torchcodec/h265_10bits.mp4': [30, 0, 0.9667, 0, 200, 200],
  'torchcodec/h265_video.mp4': [10, 0, 0.9, 0, 128, 128],
  'torchcodec/nasa_13013.mp4': [325, 0, 12.96, 0, 320, 180],
  'torchcodec/testsrc2.mp4': [60, 0, 1.9667, 0, 1280, 720],
  'torchcodec/var_fps_video.mp4': [300, 0, 14.9333, 0, 128, 128],
};

/** Damaged in the pictures: the index names so many frames; the decoder, with complaints, gives those of the outcome. */
const DAMAGED: Readonly<Record<string, readonly [number, Outcome]>> = {
  'decord/corrupted.mp4': [50, [49, 0, 4.9, 0, 1280, 720]],
  'mp4parse/no_timescale.mp4': [182, [170, 0.0664, 6.0756, 0, 320, 240]],
};

/** ffmpeg fails on each of these too, or says `partial file`. */
const REFUSED: Readonly<Record<string, string>> = {
  'mediabunny/aac-only.avi': 'no_video_track',
  // The first 100 kB of a longer file.
  'mediabunny/annex-b.mp4': 'truncated',
  'mediabunny/multiple-aac-tracks.mp4': 'no_video_track',
  'mp4parse/chunk_out_of_range.mp4': 'not_a_video',
  // Its index names frames beyond the end of the file.
  'mp4parse/invalid_userdata.mp4': 'truncated',
  'mp4parse/sine-3s-xhe-aac-44khz-mono.mp4': 'no_video_track',
  'mp4parse/zero_empty_stsc.mp4': 'truncated',
  'mp4parser/aac-sample.mp4': 'no_video_track',
  'streamio/broken.mp4': 'truncated',
  'streamio/empty.flv': 'not_a_video',
};

function outcomeOf({ frameTable, rotation, width, height }: Awaited<ReturnType<typeof probeClip>>) {
  const { firstPts, times } = frameTable;
  const last = firstPts + (times.at(-1) ?? Number.NaN);
  return [times.length, firstPts, last, rotation, width, height].map((value) => Number(value.toFixed(4)));
}

describe.skipIf(!isThere)('awkward real files (skipped without ../shared/media)', () => {
  it('all have their outcome here', () => {
    const files = readdirSync(media, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name !== 'LICENSE')
      .map((entry) => join(entry.parentPath, entry.name).slice(media.length + 1));
    expect([...Object.keys(OPENS), ...Object.keys(DAMAGED), ...Object.keys(REFUSED)].sort()).toEqual(
      files.sort(),
    );
  });

  it.each(sliceOf(Object.entries(OPENS), 14))('%s opens: %j', async (name, outcome) => {
    expect(outcomeOf(await probeClip(join(media, name)))).toEqual(outcome);
  });

  it.each(Object.entries(DAMAGED))(
    '%s keeps the frames that are there: %j',
    async (name, [named, outcome]) => {
      const file = join(media, name);
      const probe = await probeClip(file);
      expect(probe.frameTable.times).toHaveLength(named);
      const { clip } = await checkClip(file, probe, { pictures: 3 });
      expect(outcomeOf(clip)).toEqual(outcome);
      expect(await framesRead(file, clip)).toBe(outcome[0]);
    },
  );

  it.each(sliceOf(Object.entries(REFUSED), 4))('%s is refused: %s', async (name, code) => {
    const error = await probeClip(join(media, name)).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(MediaError);
    expect(error).toMatchObject({ code });
  });

  it('leave nothing behind', async () => {
    const before = readdirSync(tmpdir()).sort();
    const beside = readdirSync(join(media, 'streamio')).sort();
    for (const name of ['streamio/ios9.mov', 'streamio/broken.mp4', 'streamio/weird_aspect.small.mpg']) {
      const file = join(media, name);
      await probeClip(file).then(
        (clip) => checkClip(file, clip, { pictures: 2 }),
        () => undefined,
      );
    }
    expect(readdirSync(join(media, 'streamio')).sort()).toEqual(beside);
    const made = readdirSync(tmpdir()).filter((name) => !before.includes(name));
    expect(made.filter((name) => /ffmpeg|midstance-media/.test(name))).toEqual([]);
  });
});

async function framesRead(file: string, clip: Awaited<ReturnType<typeof probeClip>>): Promise<number> {
  let found = 0;
  for await (const frame of readFrames(file, clip))
    found += frame.width === clip.width && frame.height === clip.height ? 1 : 0;
  return found;
}

describe.skipIf(!isThere || !isFull)('awkward real files, every picture (MIDSTANCE_FULL_MEDIA=1)', () => {
  it.each(Object.keys(OPENS))('%s: as many pictures as the table has entries', async (name) => {
    const file = join(media, name);
    const probe = await probeClip(file);
    const { clip } = await checkClip(file, probe, { pictures: 10 });
    expect(clip).toBe(probe);
    expect(await framesRead(file, probe)).toBe(probe.frameTable.times.length);
  });

  it.each(Object.keys(OPENS))('%s: a proxy with the same frames at the same times', async (name) => {
    const folder = mkdtempSync(join(tmpdir(), 'awkward-'));
    try {
      const file = join(media, name);
      const probe = await probeClip(file);
      const encoder = await findEncoder();
      // It compares every time with the clip's.
      await makeProxy(file, probe, join(folder, 'proxy'), { encoder });
      expect(readdirSync(folder)).toEqual(['proxy']);
      expect(isPlayable(await probeClip(join(folder, 'proxy')))).toBe(true);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  const hasFfprobe = spawnSync('ffprobe', ['-version']).status === 0;
  it.skipIf(!hasFfprobe).each(Object.keys(OPENS))('%s: ffprobe has the same times', async (name) => {
    const file = join(media, name);
    const entries = ['-show_entries', 'frame=best_effort_timestamp_time', '-of', 'csv=p=0'];
    const found = spawnSync('ffprobe', ['-v', 'quiet', '-select_streams', 'V:0', ...entries, file], {
      encoding: 'utf8',
      maxBuffer: 10_000_000,
    });
    // The last frames of an AVI have no time in ffprobe's list.
    const times = found.stdout
      .split('\n')
      .filter((line) => /^(\d|N\/A)/.test(line))
      .map(Number.parseFloat);
    const { frameTable } = await probeClip(file);
    const expected = times.map((time) => time - (times[0] ?? 0));
    expect(frameTable.times).toHaveLength(expected.length);
    expect(expected.filter(Number.isFinite).length).toBeGreaterThan(0.9 * expected.length);
    frameTable.times.forEach((time, i) => {
      const told = expected[i] ?? Number.NaN;
      if (Number.isFinite(told)) expect(Math.abs(time - told)).toBeLessThan(0.001);
    });
  });
});
