/** Click track to run to: made sample by sample, without a clock. */

/** Half of a CD's rate: clicks of 1.5 kHz need no more, and the files go by mail. */
export const METRONOME_HZ = 22_050;
const CLICK_S = 0.03;
const CLICK_TONE_HZ = 1500;
const CLICK_PEAK = 24_000;
const HEADER_BYTES = 44;

export interface MetronomeTrack {
  /** Beats a minute: one beat for each step. */
  readonly spm: number;
  readonly seconds: number;
  /** Each block begins with the beat and goes on without it: its length in seconds and the share with the beat, 0-1. */
  readonly blockSeconds: number;
  readonly beatShare: number;
}

/**
 * First samples of the clicks. Each is rounded by itself from the exact time, so that no error adds up; silence leaves
 * beats out and never shifts the ones after it.
 * @throws RangeError for a rhythm, length, block or share that cannot be
 */
export function clickSamples({ spm, seconds, blockSeconds, beatShare }: MetronomeTrack): number[] {
  if (!(spm >= 30 && spm <= 300)) throw new RangeError(`invalid spm: ${spm}`);
  if (!(seconds > 0 && seconds <= 1800)) throw new RangeError(`invalid seconds: ${seconds}`);
  if (!(blockSeconds > 0)) throw new RangeError(`invalid blockSeconds: ${blockSeconds}`);
  if (!(beatShare > 0 && beatShare <= 1)) throw new RangeError(`invalid beatShare: ${beatShare}`);
  const count = Math.ceil((seconds * spm) / 60);
  return Array.from({ length: count }, (_, i) => i)
    .filter((i) => ((i * 60) / spm) % blockSeconds < beatShare * blockSeconds)
    .map((i) => Math.round((i * 60 * METRONOME_HZ) / spm));
}

/** The track as a WAV file: 16-bit samples, one channel. @throws RangeError as `clickSamples` */
export function metronomeWav(track: MetronomeTrack): Uint8Array {
  const starts = clickSamples(track);
  const length = Math.round(track.seconds * METRONOME_HZ);
  const file = new Uint8Array(HEADER_BYTES + 2 * length);
  const view = new DataView(file.buffer);
  writeHeader(view, length);
  // A cosine is loudest in its first sample: the beat is where the click begins.
  const click = Array.from({ length: Math.round(CLICK_S * METRONOME_HZ) }, (_, i) => {
    const time = i / METRONOME_HZ;
    const fade = (1 - time / CLICK_S) ** 3;
    return Math.round(CLICK_PEAK * fade * Math.cos(2 * Math.PI * CLICK_TONE_HZ * time));
  });
  for (const start of starts) {
    for (const [i, value] of click.entries())
      if (start + i < length) view.setInt16(HEADER_BYTES + 2 * (start + i), value, true);
  }
  return file;
}

function writeHeader(view: DataView, length: number): void {
  const text = (at: number, name: string) => {
    for (let i = 0; i < name.length; i++) view.setUint8(at + i, name.charCodeAt(i));
  };
  text(0, 'RIFF');
  view.setUint32(4, HEADER_BYTES - 8 + 2 * length, true);
  text(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, METRONOME_HZ, true);
  view.setUint32(28, 2 * METRONOME_HZ, true);
  view.setUint16(32, 2, true);
  view.setUint16(34, 16, true);
  text(36, 'data');
  view.setUint32(40, 2 * length, true);
}
