import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { proceduralMotion } from '../../e2e/phantom/motion.ts';
import { runnerParams } from '../../e2e/phantom/params.ts';
import { accuracyClips, everyClip } from './clipSet.ts';
import { readHeader, TRACKS } from './trackFile.ts';
import { closeKeyOf, keyOf } from './trackKey.ts';

describe('the synthetic set', () => {
  it('is the same on every machine, and its test runners are not its tuning runners', () => {
    const clips = accuracyClips(120);
    expect(accuracyClips(120)).toEqual(clips);
    const ids = (set: string) =>
      new Set(clips.filter((clip) => clip.set === set).map(({ runnerId }) => runnerId));
    expect(['tuning', 'test', 'rear-tuning', 'rear', 'hard', 'changed'].map((set) => ids(set).size)).toEqual([
      ...[6, 30, 6, 16, 12, 6],
    ]);
    expect(new Set(clips.map(({ id }) => id)).size).toBe(clips.length);
    const running = clips.filter(({ role, set }) => role !== 'standing' && set !== 'changed');
    expect(new Set(running.map(({ runner }) => JSON.stringify(runner))).size).toBe(70);
    expect(accuracyClips(60).filter(({ set }) => set === 'rear')).toEqual([]);
  });

  it('shows at least 14 whole steps of each leg, away from the ends', () => {
    const measured = accuracyClips(120).filter(({ role, set }) => role !== 'standing' && set !== 'hard');
    for (const { id, runner, durationS } of measured) {
      const { contacts } = proceduralMotion(runnerParams(runner), durationS);
      for (const side of ['L', 'R'] as const) {
        const whole = contacts.filter(
          (contact) =>
            contact.side === side && contact.initialContactS > 0.15 && contact.toeOffS < durationS - 0.15,
        );
        expect(whole.length, `${id} ${side}`).toBeGreaterThanOrEqual(14);
      }
    }
  });
});

describe('the stored tracks', () => {
  it('holds no track of another generator, another clip or another model', () => {
    const clips = new Map(everyClip().map((clip) => [`${clip.id}.br`, clip]));
    const names = readdirSync(TRACKS).filter((name) => name.endsWith('.br'));
    expect(names.length).toBeGreaterThan(60);
    const stale = names.filter((name) => {
      const clip = clips.get(name);
      const { key, close } = readHeader(readFileSync(join(TRACKS, name)));
      return !clip || key !== keyOf(clip) || (close && close.key !== closeKeyOf(clip));
    });
    expect(stale).toEqual([]);
  });

  it('gives every clip its own key, and another one as soon as anything of it changes', () => {
    const clips = everyClip();
    expect(new Set(clips.map(keyOf)).size).toBe(clips.length);
    for (const clip of clips.slice(0, 2)) {
      expect(keyOf({ ...clip, look: clip.look + 1 })).not.toBe(keyOf(clip));
      expect(closeKeyOf({ ...clip, fps: clip.fps + 1 })).not.toBe(closeKeyOf(clip));
      expect(closeKeyOf(clip)).not.toBe(keyOf(clip));
    }
  });
});
