import { describe, expect, it } from 'vitest';
import { type ClipSpec, CODECS, EDITS, MATRIX, nameOf, RATES, ROTATIONS, SLICE, truthOf } from './matrix.ts';

const PROPERTIES = { codec: CODECS, rate: RATES, rotation: ROTATIONS, edit: EDITS } as const;
const KEYS = ['codec', 'rate', 'rotation', 'edit'] as const;

describe('the matrix of clips', () => {
  it('has H.264 in every combination, at most 150 clips and none twice', () => {
    expect(MATRIX.filter(({ codec }) => codec === 'h264')).toHaveLength(9 * 4 * 3);
    expect(new Set(MATRIX.map(nameOf)).size).toBe(MATRIX.length);
    expect(MATRIX.length).toBeLessThanOrEqual(150);
  });

  it('has every pair of values of any two properties among the other codecs', () => {
    const others = MATRIX.filter(({ codec }) => codec !== 'h264');
    const missing = KEYS.flatMap((one, i) =>
      KEYS.slice(i + 1).flatMap((two) =>
        PROPERTIES[one].flatMap((a) =>
          PROPERTIES[two]
            .filter((b) => a !== 'h264' && !others.some((clip) => clip[one] === a && clip[two] === b))
            .map((b) => `${one} ${a}, ${two} ${b}`),
        ),
      ),
    );
    expect(missing).toEqual([]);
  });

  it('has a slice of few clips with every codec, rotation and edit', () => {
    expect(SLICE.length).toBeLessThanOrEqual(8);
    const names = new Set(MATRIX.map(nameOf));
    expect(SLICE.filter((clip) => !names.has(nameOf(clip)))).toEqual([]);
    for (const key of ['codec', 'rotation', 'edit'] as const) {
      expect(PROPERTIES[key].filter((value) => !SLICE.some((clip) => clip[key] === value))).toEqual([]);
    }
    expect(SLICE.some(({ rate }) => rate === 'variable')).toBe(true);
  });
});

describe('the truth about a clip', () => {
  const clip: ClipSpec = { codec: 'h264', rate: '29.97', rotation: 0, edit: 'none' };
  it('counts by the exact rate, behind an offset and an edit list', () => {
    expect(truthOf(clip).fileS[309]).toBeCloseTo((309 * 1001) / 30_000, 9);
    expect(truthOf({ ...clip, edit: 'start offset' }).fileS[0]).toBe(1.5);
    const trimmed = truthOf({ ...clip, edit: 'edit list' });
    expect([trimmed.numbers[0], trimmed.fileS[0], trimmed.numbers.length]).toEqual([17, 0, 310]);
  });

  it('goes on at every frame, also where the rate varies', () => {
    for (const rate of RATES) {
      const { sinceFirstS } = truthOf({ ...clip, rate });
      expect(sinceFirstS.every((time, i) => i === 0 || time > (sinceFirstS[i - 1] ?? time))).toBe(true);
    }
    const gaps = truthOf({ ...clip, rate: 'variable' }).sinceFirstS.map((time, i, all) =>
      i === 0 ? 0 : Math.round(1000 * (time - (all[i - 1] ?? 0))),
    );
    expect(new Set(gaps.slice(1))).toEqual(new Set([47, 13, 133]));
  });
});
