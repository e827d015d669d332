import { describe, expect, it } from 'vitest';
import { METRIC_OF_DEFINITION } from '../domain/alignment.ts';
import { alignedContacts, pixelOf } from './alignment.ts';
import { analyzeSession } from './analyzeSession.ts';
import type { ClipResult } from './clipResult.ts';
import { exactClip, placed } from './invariance.testkit.ts';
import type { Point, Signals } from './signals.ts';
import type { Step } from './steps.ts';

const session = {
  ...{ athlete_height_m: 1.76, speed_mps: 3.05, incline_percent: 0, shoe: null },
  surface: 'treadmill',
} as const;
const clips = [exactClip('sample'), exactClip('standing'), exactClip('rear'), exactClip('standing-rear')];
const { results } = analyzeSession({ session, clips, edits: [] });
const resultOf = (id: string): ClipResult =>
  results.find(({ clip }) => clip.id === id) ?? expect.fail(`no ${id}`);

const step: Step = {
  ...{ side: 'L', index: 0, initialContact: 0.1, toeOff: 0.3, midStance: 0.2, nextContact: undefined },
  ...{ nextSameSide: undefined, contactSpread: 0, toeOffSpread: 0, problem: undefined },
};
/** A body that stands still: leg lengths, x forward, y up. */
const still = (places: Readonly<Record<string, readonly [number, number]>>): Signals => {
  const at = (name: string): Point => {
    const [x, y] = places[name] ?? [0, 0];
    return { x: new Float64Array(1001).fill(x), y: new Float64Array(1001).fill(y) };
  };
  const leg = {
    ...{ hip: at('hips'), knee: at('knee'), ankle: at('ankle') },
    ...{ heel: at('heel'), footIndex: at('toe') },
  };
  return {
    ...{ start: 0, length: 1001, legs: { L: leg, R: leg }, midHip: at('hips'), midShoulder: at('hips') },
    ...{ shoulders: { L: at('hips'), R: at('hips') }, unseen: { L: [], R: [] } },
  };
};
const picture = { pixelsPerLeg: 100, width: 400, height: 300, rollDeg: 0 } as const;

describe('definitions of the foot under the body', () => {
  it('are where the points say by hand, from the side', () => {
    const signals = [
      still({ hips: [1, 1.5], knee: [1.2, 1], ankle: [1.5, 0.6], heel: [1.4, 0.5], toe: [1.8, 0.5] }),
    ];
    const [contact] = alignedContacts({
      basis: {
        ...{ plane: 'side', signals, reference: { L: undefined, R: undefined } },
        picture: { ...picture, forward: -1 },
      },
      steps: [{ step, values: { overstride_ankle: 0.5, tibia_angle_ic: 36.87 }, slopes: {} }],
    });
    expect(contact).toMatchObject({ side: 'L', contactS: 0.1, atS: 0.1, counts: true });
    const line = (id: string) => contact?.lines.find((one) => one.id === id) ?? expect.fail(`no ${id}`);
    // The runner goes to the left: one leg length ahead is 100 pixels further left.
    expect(line('ankle_hip')).toMatchObject({ value: 0.5, anchor: { x: -100, y: 150 } });
    expect(line('ankle_hip').plumb).toMatchObject({ x: -100, y: 240 });
    expect(line('ankle_hip').joint).toMatchObject({ x: -150, y: 240 });
    expect(line('ankle_hip').deg).toBeCloseTo(29.05, 2);
    expect(line('heel_hip')).toMatchObject({ value: null });
    expect(line('heel_hip').offset).toBeCloseTo(0.4, 12);
    // A shin of three, four and five tenths.
    expect(line('shank').deg).toBeCloseTo(36.87, 2);
    expect(line('shank').offset).toBeCloseTo(0.6, 12);
    expect(line('midfoot').value).toBeCloseTo(0.1, 12);
  });

  it('are where the points say by hand, from behind: inward and to its own side is positive for either foot', () => {
    const signals = [still({ hips: [2, 1.5], knee: [1.9, 1], ankle: [1.9, 0.6], heel: [1.88, 0.5] })];
    const context = { view: 'rear', reference: undefined, mmPerLeg: 864, stride: 0.3 } as const;
    const of = (side: 'L' | 'R') =>
      alignedContacts({
        basis: { plane: 'frontal', signals, context, picture: { ...picture, forward: 1 } },
        steps: [{ step: { ...step, side }, values: {}, slopes: {} }],
      })[0]?.lines ?? expect.fail('no contact');
    const [left, right] = [of('L'), of('R')];
    expect(left.map(({ id }) => id)).toEqual(['heel_ankle', 'foot_line']);
    // Image left of the hips is the left foot's own side; its ankle is to the right of the heel, which is inward.
    expect(left[0]?.offset).toBeCloseTo(0.02 / 0.4, 12);
    expect(left[1]?.offset).toBeCloseTo(0.11, 12);
    expect(right[0]?.offset).toBeCloseTo(-0.02 / 0.4, 12);
    expect(right[1]?.offset).toBeCloseTo(-0.11, 12);
    expect(left[1]?.plumb).toEqual({ x: 200, y: 245 });
  });

  it('are as long on the picture as the value of the same contact says', () => {
    for (const id of ['sample', 'rear'] as const) {
      const result = resultOf(id);
      const contacts = alignedContacts(result);
      expect(contacts.length).toBeGreaterThan(20);
      const { pixelsPerLeg } = result.basis.picture;
      const measured = result.steps.map(({ step: one, values }) => ({ one, values }));
      let compared = 0;
      for (const { side, contactS, lines } of contacts) {
        const own = measured.find(({ one }) => one.side === side && one.initialContact === contactS);
        for (const line of lines) {
          if (line.id === 'midfoot') continue;
          const value = own?.values[METRIC_OF_DEFINITION[line.id]];
          expect(line.value).toBe(value ?? null);
          const apart = (line.joint.x - line.plumb.x) / pixelsPerLeg;
          if (line.id === 'shank') expect(line.deg).toBeCloseTo(value ?? Number.NaN, 9);
          else if (line.id === 'ankle_hip' || line.id === 'heel_hip')
            expect(Math.abs(apart)).toBeCloseTo(Math.abs(value ?? Number.NaN), 9);
          else if (line.id === 'foot_line' && value !== undefined)
            expect(1000 * 0.491 * 1.76 * line.offset).toBeCloseTo(value, 9);
          compared++;
        }
      }
      expect(compared).toBeGreaterThan(40);
    }
  });

  it('lie on the joints of the clip as it was drawn, also where a roll was taken out', () => {
    const truth = exactClip('sample').pose;
    const turned = (deg: number) => {
      const [sin, cos] = [Math.sin((deg * Math.PI) / 180), Math.cos((deg * Math.PI) / 180)];
      const [cx, cy] = [truth.width / 2, truth.height / 2];
      return (x: number, y: number) =>
        [cx + (x - cx) * cos + (y - cy) * sin, cy - (x - cx) * sin + (y - cy) * cos] as const;
    };
    const place = turned(4);
    const tilted = [placed(exactClip('sample'), place), placed(exactClip('standing'), place)];
    const [result] = analyzeSession({ session, clips: tilted, edits: [] }).results;
    if (result === undefined) throw new Error('no result');
    expect(Math.abs(result.basis.picture.rollDeg)).toBeGreaterThan(2);
    const { data } = tilted[0]?.pose ?? expect.fail('no pose');
    const { times } = tilted[0]?.frameTable ?? expect.fail('no times');
    for (const { side, atS, lines } of alignedContacts(result).slice(2, 12)) {
      const frame = times.findIndex((time) => time >= atS);
      const ankle = frame * 99 + (side === 'L' ? 27 : 28) * 3;
      const joint = lines.find(({ id }) => id === 'ankle_hip')?.joint ?? expect.fail('no line');
      // Between two frames a landing foot goes on by some pixels.
      expect(Math.hypot(joint.x - (data[ankle] ?? 0), joint.y - (data[ankle + 1] ?? 0))).toBeLessThan(25);
    }
  });

  it('puts a roll back about the middle of the picture', () => {
    const frame = { ...picture, forward: 1, rollDeg: 90 } as const;
    const { x, y } = pixelOf({ x: 2, y: 0.5 }, frame);
    expect([x, y]).toEqual([expect.closeTo(300, 9), expect.closeTo(150, 9)]);
  });
});
