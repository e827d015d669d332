import { describe, expect, it } from 'vitest';
import { clickSamples, METRONOME_HZ, metronomeWav } from './metronome.ts';

const samplesOf = (wav: Uint8Array): Int16Array => new Int16Array(wav.slice(44).buffer);

/** First loud samples after at least a tenth of a second of quiet. */
function clicksIn(samples: Int16Array): number[] {
  const found: number[] = [];
  let last = Number.NEGATIVE_INFINITY;
  // Millions of samples: an index is ten times as fast as an iterator.
  for (let i = 0; i < samples.length; i += 1) {
    if (Math.abs(samples[i] ?? 0) < 2000) continue;
    if (i - last > METRONOME_HZ / 10) found.push(i);
    last = i;
  }
  return found;
}

describe('metronome', () => {
  it.each([151, 168, 172.5, 187])('keeps %d steps a minute to the sample for ten minutes', (spm) => {
    const wav = metronomeWav({ spm, seconds: 600, blockSeconds: 600, beatShare: 1 });
    const clicks = clicksIn(samplesOf(wav));
    expect(clicks).toHaveLength(Math.ceil(spm * 10));
    const worst = clicks.reduce(
      (most, at, i) => Math.max(most, Math.abs(at - (i * 60 * METRONOME_HZ) / spm)),
      0,
    );
    expect(worst).toBeLessThanOrEqual(0.5 + 1e-6);
  });

  it('falls silent for the rest of each block and comes back on the same beat', () => {
    const track = { spm: 170, seconds: 120, blockSeconds: 60, beatShare: 0.25 };
    const clicks = clicksIn(samplesOf(metronomeWav(track)));
    expect(clicks).toEqual(clickSamples(track));
    for (const at of clicks) expect((at / METRONOME_HZ + 1e-4) % 60).toBeLessThan(15.001);
    const beats = clicks.map((at) => (at * 170) / (60 * METRONOME_HZ));
    for (const beat of beats) expect(Math.abs(beat - Math.round(beat))).toBeLessThan(1e-4);
    expect(clicks.some((at) => at > 60 * METRONOME_HZ)).toBe(true);
  });

  it('is a 16-bit mono file of the asked length', () => {
    const wav = metronomeWav({ spm: 180, seconds: 2, blockSeconds: 2, beatShare: 1 });
    const view = new DataView(wav.buffer);
    expect(String.fromCharCode(...wav.slice(0, 4), ...wav.slice(8, 12))).toBe('RIFFWAVE');
    expect([view.getUint16(22, true), view.getUint32(24, true), view.getUint16(34, true)]).toEqual([
      1, 22_050, 16,
    ]);
    expect(wav.length).toBe(44 + 2 * 2 * METRONOME_HZ);
    expect(view.getUint32(40, true)).toBe(4 * METRONOME_HZ);
  });

  it.each([
    [{ spm: 0 }, 'invalid spm: 0'],
    [{ seconds: Number.NaN }, 'invalid seconds: NaN'],
    [{ blockSeconds: 0 }, 'invalid blockSeconds: 0'],
    [{ beatShare: 1.2 }, 'invalid beatShare: 1.2'],
  ])('refuses %j', (part, message) => {
    expect(() => metronomeWav({ spm: 170, seconds: 2, blockSeconds: 1, beatShare: 1, ...part })).toThrow(
      message,
    );
  });
});
