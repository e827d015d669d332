import { describe, expect, it } from 'vitest';
import { blurOf } from './blur.ts';
import { cameraMove, pyramidOf } from './cameraMove.ts';
import { CutFinder } from './cutFinder.ts';
import { type GreyPicture, meanLuma } from './greyPicture.ts';
import { LookMaker } from './lookMaker.ts';

const WIDTH = 160;
const HEIGHT = 90;

type Scene = (x: number, y: number) => number;
/** Soft blobs at scattered places: texture in both directions, at every fraction of a pixel. */
const scattered =
  (seed: number): Scene =>
  (x, y) =>
    [1, 2, 3, 4].reduce(
      (sum, k) =>
        sum +
        22 * Math.sin((x * k) / 7 + seed * k + 2 * Math.cos(y / (5 + k))) * Math.cos(y / (3 + k) + seed),
      120,
    );

function picture(scene: Scene, move = { dx: 0, dy: 0, zoom: 0 }): GreyPicture {
  const data = new Float32Array(WIDTH * HEIGHT);
  for (let y = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++) {
      const fromX = (x - WIDTH / 2 - move.dx) / (1 + move.zoom) + WIDTH / 2;
      const fromY = (y - HEIGHT / 2 - move.dy) / (1 + move.zoom) + HEIGHT / 2;
      data[y * WIDTH + x] = Math.min(255, Math.max(0, scene(fromX, fromY)));
    }
  }
  return { width: WIDTH, height: HEIGHT, data };
}
/** A runner-sized patch with a life of its own. */
const withRunner = (scene: Scene, step: number): Scene => {
  const own = scattered(9);
  return (x, y) => (Math.abs(x - 80) < 18 && Math.abs(y - 45) < 40 ? own(x + 3 * step, y) : scene(x, y));
};

describe('movement of the background', () => {
  it.each([
    [0, 0, 0],
    [0.12, -0.3, 0],
    [3.4, 1.7, 0],
    [-11, 4.5, 0],
    [0.5, 0, 0.01],
    [0, 1, -0.008],
  ])('finds %f, %f pixels and a zoom of %f', (dx, dy, zoom) => {
    const move = cameraMove(
      pyramidOf(picture(scattered(1))),
      pyramidOf(picture(scattered(1), { dx, dy, zoom })),
    );
    expect(move?.dx).toBeCloseTo(dx, 1);
    expect(move?.dy).toBeCloseTo(dy, 1);
    expect(Math.abs((move?.zoom ?? 1) - zoom)).toBeLessThan(0.001);
  });

  it('is not the movement of who runs in front of it', () => {
    const a = pyramidOf(picture(withRunner(scattered(1), 0)));
    const b = pyramidOf(picture(withRunner(scattered(1), 1)));
    const move = cameraMove(a, b);
    expect(Math.hypot(move?.dx ?? 9, move?.dy ?? 9)).toBeLessThan(0.05);
  });

  it('is unknown before a plain wall and between two scenes', () => {
    const wall = withRunner(() => 140, 0);
    expect(cameraMove(pyramidOf(picture(() => 140)), pyramidOf(picture(() => 140)))).toBeUndefined();
    const alone = withRunner(() => 140, 1);
    const move = cameraMove(pyramidOf(picture(wall)), pyramidOf(picture(alone)));
    expect(move).toBeUndefined();
    expect(cameraMove(pyramidOf(picture(scattered(1))), pyramidOf(picture(scattered(5))))).toBeUndefined();
  });
});

describe('cuts', () => {
  const cutsOf = (frames: readonly GreyPicture[]) => {
    const finder = new CutFinder();
    for (const frame of frames) finder.add(pyramidOf(frame).quarter);
    return finder.finish();
  };
  const shot = (seed: number, count: number, pan = 0) =>
    Array.from({ length: count }, (_, i) => picture(scattered(seed), { dx: pan * i, dy: 0, zoom: 0 }));

  it('are the frames with which new footage begins', () => {
    expect(cutsOf([...shot(1, 5), ...shot(4, 4), ...shot(6, 3)])).toEqual([5, 9]);
  });

  it('are neither a pan, nor a jump of brightness, nor one flash', () => {
    expect(cutsOf(shot(1, 8, 9))).toEqual([]);
    expect(cutsOf([...shot(1, 4), ...shot(1, 4).map((frame) => dimmed(frame, 0.4))])).toEqual([]);
    expect(cutsOf([...shot(1, 4), picture(scattered(7)), ...shot(1, 4)])).toEqual([]);
  });
});

const dimmed = (frame: GreyPicture, by: number): GreyPicture => ({
  ...frame,
  data: frame.data.map((v) => by * v),
});

describe('light and blur', () => {
  it('a dimmed picture is darker by what it was dimmed', () => {
    const frame = picture(scattered(1));
    expect(meanLuma(dimmed(frame, 0.25))).toBeCloseTo(meanLuma(frame) / 4, 2);
  });

  it('soft edges are blurrier than sharp ones, and a plain picture has none', () => {
    const edges = (softness: number) =>
      picture((x) => 120 + 80 * Math.tanh(Math.sin(x / 6) * (8 / softness)));
    const [sharp, soft] = [blurOf(edges(1)), blurOf(edges(12))];
    expect(sharp).toBeLessThan(0.4);
    expect(soft).toBeGreaterThan(0.5);
    expect(blurOf(picture(() => 90))).toBeUndefined();
  });
});

describe('look', () => {
  it('samples light and movement, finds cuts in every frame, and knows nothing across one', () => {
    const maker = new LookMaker(2);
    for (let i = 0; i < 6; i++) maker.add(picture(scattered(1), { dx: 0.9 * i, dy: 0, zoom: 0 }));
    for (let i = 0; i < 4; i++) maker.add(picture(scattered(4)));
    const look = maker.finish();
    expect(look?.cuts).toEqual([6]);
    expect(look?.luma).toHaveLength(5);
    expect(look?.shift[0]).toBeNull();
    expect(look?.shift[1]?.[0]).toBeCloseTo(1.8 / HEIGHT, 2);
    expect(look?.shift[3]).toBeNull();
    expect(look?.shift[4]).toEqual([0, 0]);
  });

  it('is absent without pictures', () => {
    expect(new LookMaker(1).finish()).toBeUndefined();
    expect(() => new LookMaker(0)).toThrow(/invalid every/);
  });
});
