import { describe, expect, it } from 'vitest';
import { parseMoov } from './movieBoxes.ts';
import { shownTimes, stretchedPieces } from './stretchedTimes.ts';
import { turnOf } from './turn.ts';

function box(type: string, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const head = Buffer.alloc(8);
  head.writeUInt32BE(content.length + 8);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, content]);
}
const int32 = (...values: readonly number[]): Buffer => {
  const buffer = Buffer.alloc(4 * values.length);
  values.forEach((value, i) => {
    buffer.writeInt32BE(value, 4 * i);
  });
  return buffer;
};
const ONE = 0x10000;
type Matrix = readonly [number, number, number, number];

/** Index of one video track in ticks of 600 (movie) and 2400 (media). */
function movie(edits: readonly (readonly [number, number, number])[], [a, b, c, d]: Matrix = [1, 0, 0, 1]) {
  const matrix = int32(a * ONE, b * ONE, 0, c * ONE, d * ONE, 0, 0, 0, 0x40000000);
  const lines = edits.map(([shown, start, rate]) => int32(shown, start, rate * ONE));
  return Buffer.concat([
    box('mvhd', int32(0, 0, 0, 600, 0)),
    box('trak', box('mdia', box('hdlr', int32(0, 0), Buffer.from('soun')))),
    box(
      'trak',
      box('tkhd', int32(0, 0, 0, 0, 0, 0, 0, 0, 0, 0), matrix, int32(0, 0)),
      box('edts', box('elst', int32(0, edits.length), ...lines)),
      box('mdia', box('mdhd', int32(0, 0, 0, 2400, 0)), box('hdlr', int32(0, 0), Buffer.from('vide'))),
    ),
  ]);
}

describe('parseMoov', () => {
  it('reads the edit list of the video track in seconds', () => {
    const facts = parseMoov(
      movie([
        [300, -1, 1],
        [1200, 2400, 0.25],
      ]),
    );
    expect(facts?.edits).toEqual([
      { mediaStart_s: undefined, shown_s: 0.5, rate: 1 },
      { mediaStart_s: 1, shown_s: 2, rate: 0.25 },
    ]);
  });

  it('gives nothing for an index that is cut short or has no picture', () => {
    const whole = movie([[1, 0, 1]]);
    for (let length = 0; length < whole.length; length += 7) {
      const part = whole.subarray(0, length);
      // A box may be shorter than its format, which is a RangeError for the caller; nothing else may happen.
      try {
        expect(parseMoov(part)).toBeUndefined();
      } catch (error) {
        expect(error).toBeInstanceOf(RangeError);
      }
    }
  });
});

describe('captureKeys', () => {
  const key = (name: string) => box('mdta', Buffer.from(name));
  const value = (index: number, kind: number, bytes: Buffer) => {
    const item = box('xxxx', box('data', int32(kind, 0), bytes));
    item.writeUInt32BE(index, 4);
    return item;
  };
  const float = Buffer.alloc(4);
  float.writeFloatBE(240);
  const names = [key('com.android.capture.fps'), key('com.apple.quicktime.full-frame-rate-playback-intent')];
  const content = [
    box('hdlr', int32(0, 0), Buffer.from('mdta')),
    box('keys', int32(0, names.length), ...names),
    box('ilst', value(2, 21, Buffer.of(0)), value(1, 23, float), value(9, 1, Buffer.from('of no key'))),
  ];

  it.each([
    ['QuickTime', box('meta', ...content)],
    ['ISO', box('meta', int32(0), ...content)],
  ])('reads what phones write about slow motion, %s', (_, meta) => {
    const facts = parseMoov(Buffer.concat([movie([]), meta]));
    expect(facts).toMatchObject({ captureFps: 240, isFullRateIntended: false });
  });

  it('says nothing where nothing is written', () => {
    expect(parseMoov(movie([]))).toMatchObject({ captureFps: undefined, isFullRateIntended: undefined });
  });
});

describe('a stretching edit list', () => {
  // One second as taken, one second eight times slower, one second as taken.
  const edits =
    parseMoov(
      movie([
        [600, 0, 1],
        [4800, 2400, 0.125],
        [600, 4800, 1],
      ]),
    )?.edits ?? [];
  const media = Float64Array.from({ length: 30 }, (_, i) => i / 10);

  it('shows the middle slower; the clock of the media goes on evenly', () => {
    const pieces = stretchedPieces(edits);
    const shown = shownTimes(media, pieces ?? []);
    expect(shown[10]).toBeCloseTo(1, 9);
    expect(shown[15]).toBeCloseTo(5, 9);
    expect(shown[20]).toBeCloseTo(9, 9);
    expect(shown[29]).toBeCloseTo(9.9, 9);
  });

  it('is none where all goes at one speed, or where pieces overlap', () => {
    expect(
      stretchedPieces(
        parseMoov(
          movie([
            [300, -1, 1],
            [1200, 0, 1],
          ]),
        )?.edits ?? [],
      ),
    ).toBeUndefined();
    expect(
      stretchedPieces(
        parseMoov(
          movie([
            [600, 0, 0.5],
            [600, 0, 0.5],
          ]),
        )?.edits ?? [],
      ),
    ).toBeUndefined();
  });
});

describe('turnOf', () => {
  const of = (matrix: Matrix) => turnOf(parseMoov(movie([], matrix)), 180);
  it('takes ffmpeg’s turn for a picture that is not mirrored', () => {
    expect(of([0, 1, -1, 0])).toEqual({ rotation: 180, flip: false });
    expect(turnOf(undefined, 90)).toEqual({ rotation: 90, flip: false });
  });
  it.each([
    ['left to right', [-1, 0, 0, 1], 0],
    ['upside down', [1, 0, 0, -1], 180],
    ['along the diagonal', [0, 1, 1, 0], 90],
    ['along the other diagonal', [0, -1, -1, 0], 270],
  ] as const)('tells the turn of a picture mirrored %s', (_, matrix, rotation) => {
    expect(of(matrix)).toEqual({ rotation, flip: true });
  });
});
