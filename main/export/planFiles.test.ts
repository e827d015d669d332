import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { METRONOME_HZ, metronomeWav } from '../../shared/report/packet/metronome.ts';
import { runFfmpeg } from '../media/ffmpegProcess.ts';

const folder = mkdtempSync(join(tmpdir(), 'midstance-beat-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the click track', () => {
  it('is read by ffmpeg as it was made, its rhythm within a tenth of a step a minute', async () => {
    const wav = join(folder, 'metronome.wav');
    const raw = join(folder, 'metronome.raw');
    writeFileSync(wav, metronomeWav({ spm: 171.5, seconds: 60, blockSeconds: 60, beatShare: 1 }));
    const { exitCode, stderr } = await runFfmpeg(['-y', '-v', 'error', '-i', wav, '-f', 's16le', raw]);
    expect(exitCode, stderr).toBe(0);
    const samples = new Int16Array(new Uint8Array(readFileSync(raw)).buffer);
    expect(samples).toHaveLength(60 * METRONOME_HZ);
    const clicks = [...samples.entries()]
      .filter(
        ([i, value]) => value > 20_000 && samples.subarray(Math.max(0, i - 4000), i).every((v) => v === 0),
      )
      .map(([i]) => i);
    const spm = (60 * METRONOME_HZ * (clicks.length - 1)) / ((clicks.at(-1) ?? 0) - (clicks[0] ?? 0));
    expect(clicks).toHaveLength(172);
    expect(Math.abs(spm - 171.5)).toBeLessThan(0.1);
  });
});
