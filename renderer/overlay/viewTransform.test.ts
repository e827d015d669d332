import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canvasFromImage, imageFromCanvas, panBy, viewOf, wholePicture, zoomAt } from './viewTransform.ts';

const image = { width: 1080, height: 1920 };
const stage = { width: 800, height: 500 };
const whole = wholePicture(image);
const coordinate = (max: number) => fc.double({ min: 0, max, noNaN: true });

describe('view transform', () => {
  it('fits the whole picture into the middle of the stage', () => {
    const view = viewOf(whole, image, stage);
    expect(canvasFromImage(view, { x: 540, y: 0 }).y).toBeCloseTo(0, 9);
    expect(canvasFromImage(view, { x: 540, y: 1920 })).toEqual({ x: 400, y: 500 });
  });

  it('has an inverse, at every zoom', () => {
    fc.assert(
      fc.property(
        coordinate(image.width),
        coordinate(image.height),
        fc.double({ min: 1, max: 8, noNaN: true }),
        (x, y, factor) => {
          const view = viewOf({ factor, centre: { x: 300, y: 700 } }, image, stage);
          const back = imageFromCanvas(view, canvasFromImage(view, { x, y }));
          expect(back.x).toBeCloseTo(x, 6);
          expect(back.y).toBeCloseTo(y, 6);
        },
      ),
    );
  });

  it('keeps the point under the pointer where it is', () => {
    const near = zoomAt(whole, 4, { x: 400, y: 250 }, image, stage);
    const at = { x: 410, y: 260 };
    const before = imageFromCanvas(viewOf(near, image, stage), at);
    const after = imageFromCanvas(viewOf(zoomAt(near, 1.5, at, image, stage), image, stage), at);
    expect(after.x).toBeCloseTo(before.x, 6);
    expect(after.y).toBeCloseTo(before.y, 6);
  });

  it('stays between the whole picture and 8 times', () => {
    expect(zoomAt(whole, 100, { x: 1, y: 1 }, image, stage).factor).toBe(8);
    expect(
      zoomAt(zoomAt(whole, 8, { x: 9, y: 9 }, image, stage), 0.01, { x: 500, y: 3 }, image, stage),
    ).toEqual(whole);
  });

  it('never pans the picture off the stage', () => {
    const near = zoomAt(whole, 8, { x: 400, y: 250 }, image, stage);
    const far = panBy(near, -1e6, -1e6, image, stage);
    const view = viewOf(far, image, stage);
    expect(canvasFromImage(view, { x: 1080, y: 1920 })).toEqual({
      x: expect.closeTo(800, 6),
      y: expect.closeTo(500, 6),
    });
    expect(panBy(whole, 300, 300, image, stage)).toEqual(whole);
  });
});
