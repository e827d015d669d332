import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { pdfText } from '../../e2e/fixtures/pdfText.ts';
import { makeShortSide } from '../../e2e/fixtures/shortSample.ts';
import { errorLine } from '../../shared/domain/errorLine.ts';
import { forbiddenWords } from '../../shared/text/fixedTexts.ts';
import { readingText } from '../../shared/text/numberText.ts';
import { isTrustRun, sliceOf } from '../files/trust.testkit.ts';
import { analysisIn, analyzeCommand, freshFolder, hasMedia, MEDIA } from './analyze.testkit.ts';
import { parseAnalyzeOptions } from './analyzeOptions.ts';

const SAMPLE_FOLDER = fileURLToPath(new URL('../../models/sample/', import.meta.url));
const cache = freshFolder('cache');
const MINUTES = 60_000;

const attempt = (work: () => unknown): unknown => {
  try {
    return work();
  } catch (error) {
    return error;
  }
};

describe('bad usage', () => {
  it.each([
    [[], 'Name at least one video'],
    [['a.mp4', '--nonsense'], '--nonsense'],
  ])('%j ends with 2 and one sentence', (args, text) => {
    const { code, stderr } = analyzeCommand(args, cache);
    expect(code).toBe(2);
    expect(stderr).toContain(text);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  it.each([
    [['a.mp4', '--model', 'huge'], '--model takes lite, full, heavy'],
    [['a.mp4', '--speed', 'fast'], '--speed takes a number'],
    [['a.mp4', '--person', '12'], '--person takes X,Y'],
    [['a.mp4', '--start', '2026-02-30'], '--start takes a date'],
    [['a.mp4', '--standing', '@3-2'], '--standing takes'],
    [['a.mp4', '--zone', '3-2'], '--zone takes T1-T2 in seconds'],
    [['a.mp4', '--turn', '45'], '--turn takes 90, 180 or 270'],
    [['a.mp4', 'b.pose.json', '--turn', '90'], '--turn turns videos'],
    [['a.mp4', '--zone', 'start'], '--zone takes T1-T2 in seconds'],
    [['a.mp4', '--out', ''], 'Name a folder after --out'],
  ])('%j is told in one line', (args, text) => {
    const problem = attempt(() => parseAnalyzeOptions(args));
    expect(errorLine(problem)).toMatchObject({ exit: 2 });
    expect(errorLine(problem).line).toContain(text);
    expect(errorLine(problem).line.split('\n')).toHaveLength(1);
  });

  it('--help is no error', () => {
    const { code, stdout } = analyzeCommand(['--help'], cache);
    expect(code).toBe(0);
    expect(stdout).toContain('--capture-fps');
  });
});

describe('bad input', () => {
  const folder = freshFolder('bad');
  const write = (name: string, data: string | Uint8Array) => {
    const file = join(folder, name);
    writeFileSync(file, data);
    return file;
  };
  const sample = readFileSync(join(SAMPLE_FOLDER, 'sample.mp4'));
  const cases: readonly (readonly [string, string, string])[] = [
    ['a file that is not there', join(folder, 'nowhere.mp4'), 'nowhere.mp4 is not there.'],
    ['an empty file', write('empty.mp4', ''), 'empty.mp4 is empty.'],
    [
      'a text',
      write('notes – Ünïcode ランナー.mp4', 'not a video at all'),
      'is not a video that can be read.',
    ],
    [
      'a copy that broke off',
      write('half.mp4', sample.subarray(0, sample.length / 2)),
      'half.mp4 breaks off',
    ],
    ['a folder', folder, 'is not a video that can be read.'],
    ['a name of 600 characters', join(folder, `${'x'.repeat(600)}.mp4`), 'xxx.mp4 is not there.'],
    ['an empty pose file', write('nothing.json', ''), 'nothing.json is'],
    ['a broken pose file', write('pose.json', '{"schemaVersion":1}'), 'pose.json is not a pose file'],
  ];
  it.each(sliceOf(cases, 4))(
    '%s ends with 3, one sentence and the next step; nothing is written',
    (_, file, text) => {
      const out = join(freshFolder('out'), 'report');
      const { code, stderr } = analyzeCommand([file, '--out', out], cache);
      expect(stderr).toContain(text);
      expect(code).toBe(3);
      expect(stderr).not.toContain(folder);
      expect(existsSync(out) ? readdirSync(out) : []).toEqual([]);
    },
  );

  // In the short run `mutated` reads them, in its own process.
  it.skipIf(!hasMedia || !isTrustRun).each(['hang-insert.webm', 'oom-stts.mp4'])(
    'an index with a flipped bit: %s ends in one sentence',
    (name) => {
      const out = join(folder, 'damaged');
      const file = join(MEDIA, 'damaged', name);
      const { code, stderr } = analyzeCommand([file, '--model', 'lite', '--out', out], cache);
      expect(code).toBe(3);
      expect(stderr.trim()).toMatch(new RegExp(`${name}`));
      expect(stderr).not.toMatch(/^ +at /m);
    },
    3 * MINUTES,
  );

  const places: readonly (readonly [string, string])[] = [
    ['is a file', join(write('taken', ''))],
    ['lies below a file', join(write('taken', ''), 'x')],
    ['cannot be made', '/proc/midstance/report'],
    ['has a name of 600 characters', join(folder, 'x'.repeat(600))],
  ];
  it.each(sliceOf(places, 2))('an output place that %s', (_, out) => {
    const { code, stderr } = analyzeCommand(['--sample', '--out', out], cache);
    expect(code).toBe(3);
    expect(stderr).toMatch(/^Nothing can be written to .*Choose another folder/);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });
});

// The browser journey takes the sample through `full`; here the chain is under test, in a fraction of the time.
const QUICK = ['--model', 'lite'];
const SAMPLE_VIDEO = join(SAMPLE_FOLDER, 'sample.mp4');
const SAMPLE_RUNNER = ['--speed', '3', '--height', '1.76'];

describe('the sample', () => {
  /** As it is shipped, or the beginning of its side view alone. */
  let sample: readonly string[];
  beforeAll(async () => {
    const side = join(freshFolder('side'), 'sample.mp4');
    if (!isTrustRun) await makeShortSide(side);
    sample = isTrustRun ? ['--sample'] : [side, ...SAMPLE_RUNNER];
  });

  it(
    'ends in what the coach is to look at, a plan, and the same numbers in every file',
    async () => {
      const out = freshFolder('sample');
      const { code, stderr } = analyzeCommand(
        [...sample, '--out', out, '--start', '2026-03-02', ...QUICK],
        cache,
      );
      expect(code, stderr).toBe(0);
      const analysis = analysisIn(out);
      const overstriding = analysis.findings.find(({ rule }) => rule === 'overstriding');
      // Its error is wider than runners differ: seen, and for nobody to confirm here.
      expect(overstriding).toMatchObject({ likelihood: 'possible', priority: null, drills: [] });
      expect(overstriding?.p).toBeGreaterThan(0.8);
      expect(overstriding?.evidence.every(({ weak }) => weak.includes('wide'))).toBe(true);
      expect(overstriding?.frames.length).toBeGreaterThan(0);
      expect(analysis.plan?.weeks).toHaveLength(8);
      expect(analysis.plan?.start_date).toBe('2026-03-02');

      const truth = JSON.parse(readFileSync(join(SAMPLE_FOLDER, 'sample.truth.json'), 'utf8'));
      const cadence = analysis.metrics.find(({ id }) => id === 'cadence');
      const trueCadence = truth.metrics.find(({ id }: { id: string }) => id === 'cadence').mean;
      expect(Math.abs((cadence?.value ?? 0) - trueCadence)).toBeLessThan(0.5);

      const page = readFileSync(join(out, 'report.html'), 'utf8');
      expect(page).not.toContain('Foot lands far ahead of the hips');
      expect(page).not.toMatch(/(src|href)="(?!data:|#)/);
      expect(forbiddenWords(page.replace(/data:image[^"]*/g, ''))).toEqual([]);
      const packet = readFileSync(join(out, 'plan.html'), 'utf8');
      expect(packet).toContain('2 Mar 2026 to 26 Apr 2026');
      expect(packet).not.toContain('Your foot lands farther ahead of your hips');
      expect(forbiddenWords(packet)).toEqual([]);
      expect(await pdfText(join(out, 'plan.pdf'))).toContain('How to do each drill');
      expect(readFileSync(join(out, 'plan.ics'), 'utf8')).toMatch(/^BEGIN:VCALENDAR\r\n/);

      const text = await pdfText(join(out, 'report.pdf'));
      for (const metric of analysis.metrics) {
        if (metric.value === null) continue;
        const reading = readingText(metric);
        expect(page, metric.id).toContain(reading.replaceAll("'", '&#39;'));
        expect(text, metric.id).toContain(reading);
      }
    },
    6 * MINUTES,
  );

  it(
    'is analysed from its pose file as from the video, not computed twice, and in a zone only there',
    () => {
      const out = freshFolder('first');
      const video = isTrustRun ? [SAMPLE_VIDEO, ...SAMPLE_RUNNER] : sample;
      const again = analyzeCommand([...video, '--out', out, '--no-pdf', ...QUICK], cache);
      expect(again.code, again.stderr).toBe(0);
      const fromPose = freshFolder('second');
      const pose = join(out, 'sample.mp4.pose.json');
      const { code, stderr } = analyzeCommand(
        [pose, ...SAMPLE_RUNNER, '--out', fromPose, '--no-pdf'],
        freshFolder('empty-cache'),
      );
      expect(code, stderr).toBe(0);
      for (const metric of analysisIn(out).metrics) {
        const twin = analysisIn(fromPose).metrics.find(
          ({ id, side }) => id === metric.id && side === metric.side,
        );
        // The file holds hundredths of a pixel; differences of near equals feel that, far within their half-width.
        if (metric.value === null) expect(twin?.value ?? null, metric.id).toBeNull();
        else
          expect(Math.abs((twin?.value ?? Number.NaN) - metric.value), metric.id).toBeLessThan(
            metric.id.startsWith('asymmetry.')
              ? 0.1 * Math.max(1, metric.repeat ?? 0)
              : 0.02 * Math.max(1, Math.abs(metric.value)),
          );
      }

      const inZone = freshFolder('zone');
      const zone = analyzeCommand(
        [pose, '--speed', '3', '--zone', '1-5', '--out', inZone, '--no-pdf'],
        freshFolder('empty-cache'),
      );
      expect(zone.code, zone.stderr).toBe(0);
      const contactTimes = (folder: string) =>
        analysisIn(folder)
          .events.filter(({ type }) => type === 'initial_contact')
          .map(({ time_s }) => time_s);
      const within = contactTimes(fromPose).filter((time) => time >= 1 && time <= 5);
      expect(within.length).toBeGreaterThan(3);
      expect(within.length).toBeLessThan(contactTimes(fromPose).length);
      // A contact at the edge of the zone may not be told from its half.
      expect(Math.abs(contactTimes(inZone).length - within.length)).toBeLessThanOrEqual(1);
      expect(contactTimes(inZone).every((time) => time >= 1 && time <= 5)).toBe(true);
    },
    6 * MINUTES,
  );
});

describe.skipIf(!hasMedia)('real clips (need media beside the project)', () => {
  // In the short run `realClip.spec` takes the same clip through the window and through the command line's detection.
  it.runIf(isTrustRun)(
    'reads the cadence of a real runner within 1 of the truth, contacts alternating',
    () => {
      const out = freshFolder('running');
      const { code, stderr } = analyzeCommand(
        [`${MEDIA}/running/treadmill-side-left-30fps.mp4`, '--out', out],
        cache,
      );
      expect(code, stderr).toBe(0);
      const { metrics, events, clips, findings } = analysisIn(out);
      expect(Math.abs((metrics.find(({ id }) => id === 'cadence')?.value ?? 0) - 168.9)).toBeLessThan(1);
      const contacts = events
        .filter(({ type }) => type === 'initial_contact')
        .sort((a, b) => a.time_s - b.time_s);
      expect(contacts.length).toBeGreaterThan(28);
      expect(contacts.every(({ side }, i) => side !== contacts[i - 1]?.side)).toBe(true);
      expect(clips[0]?.notices.map(({ code: notice }) => notice).sort()).toEqual([
        'camera_turned',
        'runner_small',
      ]);
      // The speed is unknown: nothing is compared with norms.
      expect(findings).toEqual([]);
      expect(existsSync(join(out, 'report.pdf'))).toBe(true);
    },
    6 * MINUTES,
  );

  const WALKING = `${MEDIA}/walking/overground-side-two-people-30fps.mp4`;

  // In the short run their reasons are tested where they are found: `walking`, `poseDetector`, `awkward`.
  it.runIf(isTrustRun)(
    'refuses a walk as a walk',
    () => {
      const { code, stderr } = analyzeCommand(
        [WALKING, '--person', '1132,720@3', '--out', freshFolder('walk'), ...QUICK],
        cache,
      );
      expect(stderr).toContain('shows walking, not running.');
      expect(code).toBe(3);
    },
    6 * MINUTES,
  );

  it.runIf(isTrustRun)(
    'asks which of two people is meant',
    () => {
      const { code, stderr } = analyzeCommand([WALKING, '--out', freshFolder('two'), ...QUICK], cache);
      expect(stderr).toMatch(/Several people are in .*: \d+,\d+@\d/);
      expect(code).toBe(3);
    },
    6 * MINUTES,
  );

  it.runIf(isTrustRun)('opens a damaged file with the frames that it holds', () => {
    // 49 pictures, its index names 50: nobody is in them, which only a file that opened can tell.
    const { code, stderr } = analyzeCommand(
      [`${MEDIA}/awkward/decord/corrupted.mp4`, '--out', freshFolder('damaged'), ...QUICK],
      cache,
    );
    expect(stderr).toContain('Nobody was found in corrupted.mp4');
    expect(code).toBe(3);
  });

  it('says that a file without a picture has none', () => {
    const { code, stderr } = analyzeCommand(
      [`${MEDIA}/awkward/mp4parser/aac-sample.mp4`, '--out', freshFolder('audio')],
      cache,
    );
    expect(stderr).toContain('has sound but no picture.');
    expect(code).toBe(3);
  });
});
