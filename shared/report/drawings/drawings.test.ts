import { describe, expect, it } from 'vitest';
import { inLanguage } from '../../domain/language.ts';
import { EXERCISES } from '../../program/data/exercises.ts';
import { forbiddenWords } from '../../text/fixedTexts.ts';
import { DRAWINGS, exerciseDrawing } from './drawings.ts';
import { BONES, sideFigure } from './figure.ts';
import { type Point, type Shape, VIEW } from './shapes.ts';
import { DRAWING_TITLES_DE } from './titlesDe.ts';

const length = (a: Point, b: Point): number => Math.hypot(a[0] - b[0], a[1] - b[1]);

/** Every place that a shape paints, with half its stroke. */
function places(shape: Shape): { at: Point; reach: number }[] {
  switch (shape.kind) {
    case 'stroke':
      return shape.points.map((at) => ({ at, reach: shape.width / 2 }));
    case 'fill':
      return shape.points.map((at) => ({ at, reach: 0 }));
    case 'disc':
      return [{ at: shape.centre, reach: shape.radius }];
    case 'ring':
      return [{ at: shape.centre, reach: shape.radius + shape.width / 2 }];
    case 'faint':
      return shape.shapes.flatMap(places);
  }
}

describe('drawings', () => {
  it('are there for every exercise of the library, and for nothing else', () => {
    expect(Object.keys(DRAWINGS).sort()).toEqual(EXERCISES.map(({ id }) => id).sort());
    expect(exerciseDrawing('own-1')).toBeUndefined();
  });

  it('differ from each other', () => {
    const pictures = EXERCISES.map(({ id }) => exerciseDrawing(id)?.markup.replace(/<title>.*<\/title>/, ''));
    expect(new Set(pictures).size).toBe(EXERCISES.length);
  });

  describe.each(Object.keys(DRAWINGS))('%s', (id) => {
    const { title = '', shapes = [], figures = [], ground = () => 0 } = DRAWINGS[id] ?? {};

    it('stays inside its frame', () => {
      for (const { at, reach } of shapes.flatMap(places)) {
        expect(at[0] - reach, `left ${at}`).toBeGreaterThanOrEqual(VIEW.left - 0.5);
        expect(at[0] + reach, `right ${at}`).toBeLessThanOrEqual(VIEW.right + 0.5);
        expect(at[1] - reach, `bottom ${at}`).toBeGreaterThanOrEqual(VIEW.bottom - 0.5);
        expect(at[1] + reach, `top ${at}`).toBeLessThanOrEqual(VIEW.top + 0.5);
      }
    });

    it('keeps bones as long as they are and feet on or above the ground', () => {
      for (const figure of figures) {
        expect(length(figure.hip, figure.shoulder)).toBeCloseTo(BONES.trunk, 6);
        for (const { hip, knee, ankle, heel, ball, toe } of figure.legs) {
          expect(length(hip, knee)).toBeCloseTo(BONES.thigh, 6);
          expect(length(knee, ankle)).toBeCloseTo(BONES.shank, 6);
          for (const point of [heel, ball, toe, knee])
            expect(point[1] - ground(point[0]), `${point}`).toBeGreaterThan(-0.6);
        }
        for (const { shoulder, elbow, hand } of figure.arms) {
          expect(length(shoulder, elbow)).toBeCloseTo(BONES.upperArm, 6);
          expect(length(elbow, hand)).toBeCloseTo(BONES.forearm, 6);
        }
      }
    });

    it('is an image with a name, drawn in the colour of the text', () => {
      const markup = exerciseDrawing(id)?.markup ?? '';
      expect(markup).toMatch(/^<svg [^>]*role="img"[^>]*><title>[^<]{15,120}<\/title>/);
      expect(markup).not.toMatch(/NaN|undefined|href|#[0-9a-f]{3}/);
      expect(markup.length).toBeLessThan(6000);
      expect(forbiddenWords(title)).toEqual([]);
      const german = DRAWING_TITLES_DE[id] ?? '';
      expect(inLanguage('de', () => exerciseDrawing(id)?.markup)).toContain(`<title>${german}</title>`);
      expect(german).toMatch(/^.{15,120}$/);
      expect(forbiddenWords(german, 'de')).toEqual([]);
    });
  });

  it('of figures refuse a foot that is out of reach', () => {
    expect(() => sideFigure({ hip: [100, 60], near: { ball: [100, 0] } })).toThrow(RangeError);
  });
});
