import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { BufferSource, Input, MP4 } from 'mediabunny';
import { describe, expect, it } from 'vitest';
import { listPackets, longestGop } from './packetList.ts';

const SAMPLE = fileURLToPath(new URL('../../models/sample/sample.mp4', import.meta.url));

async function sampleTrack() {
  const input = new Input({ formats: [MP4], source: new BufferSource(await readFile(SAMPLE)) });
  const [track] = await input.getVideoTracks();
  if (track === undefined) throw new Error('no track');
  return track;
}

describe('listPackets', () => {
  it('has every picture of the sample at its time', async () => {
    const list = await listPackets(await sampleTrack());
    expect(list.times.every((time, i) => i === 0 || time > (list.times[i - 1] ?? time))).toBe(true);
    expect(list.times.length).toBeGreaterThan(300);
    expect(list.keyBefore(0)).toBe(0);
  });

  it('gives the same coded picture before and after the file was taken into memory', async () => {
    const list = await listPackets(await sampleTrack());
    const asked = [0, 1, 17, list.times.length - 1];
    const before = await Promise.all(asked.map((i) => list.packet(i)));
    await list.keepAll(new AbortController().signal);
    const after = await Promise.all(asked.map((i) => list.packet(i)));
    for (const [i, packet] of before.entries()) {
      expect(packet.byteLength).toBeGreaterThan(0);
      expect(Buffer.compare(packet.data, after[i]?.data ?? new Uint8Array())).toBe(0);
      expect(after[i]?.timestamp).toBe(packet.timestamp);
    }
    await expect(list.packet(list.times.length)).rejects.toThrow(/invalid packet/);
  });
});

describe('longestGop', () => {
  const heads = (text: string) =>
    [...text].map((letter, i) => ({ timestamp: i, type: letter === 'k' ? 'key' : 'delta' }) as const);

  it('counts the most pictures from key to key', () => {
    expect(longestGop(heads('kddkddddk'))).toBe(5);
    expect(longestGop(heads('kkk'))).toBe(1);
  });

  it('is unknown where pictures are reordered', () => {
    const times = [0, 3, 1, 2];
    expect(
      longestGop(heads('kddd').map((head, i) => ({ ...head, timestamp: times[i] ?? 0 }))),
    ).toBeUndefined();
  });
});
