/** A generator of numbers from 0 to 1 that gives the same ones for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Words at which the parts of a container begin that say how much of something there is. */
const MARKS = [
  ...['moov', 'trak', 'mvhd', 'mdhd', 'stts', 'ctts', 'stsc', 'stsz', 'stco', 'stss', 'elst', 'stsd'],
  ...['avih', 'strh', 'strf', 'idx1'],
  // EBML: segment, cluster, block group, cues, track entry.
  ...['\x18\x53\x80\x67', '\x1f\x43\xb6\x75', '\x1c\x53\xbb\x6b', '\xae', '\xa3'],
];

type Change = (bytes: Buffer, at: number, random: () => number) => Buffer;
const within = (random: () => number, most: number): number => Math.floor(random() * most);
const CHANGES: readonly Change[] = [
  (bytes, at, random) => {
    bytes[at] = (bytes[at] ?? 0) ^ (1 << within(random, 8));
    return bytes;
  },
  (bytes, at, random) => {
    const more = Buffer.from(Array.from({ length: 1 + within(random, 12) }, () => within(random, 256)));
    return Buffer.concat([bytes.subarray(0, at), more, bytes.subarray(at)]);
  },
  (bytes, at, random) => Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1 + within(random, 12))]),
  (bytes, at, random) => {
    const value = [0, 0x7f, 0xff][within(random, 3)] ?? 0;
    return bytes.fill(value, at, Math.min(bytes.length, at + 1 + within(random, 4)));
  },
  (bytes, at, random) => {
    const part = Buffer.from(bytes.subarray(at, at + 4 + within(random, 200)));
    return Buffer.concat([bytes.subarray(0, at), part, bytes.subarray(at)]);
  },
];

/** The file with one to three faults, three of four of them near a place that counts something. */
export function mutated(whole: Buffer, random: () => number): Buffer {
  let bytes: Buffer = Buffer.from(whole);
  for (let i = 1 + within(random, 3); i > 0; i--) {
    const mark = MARKS[within(random, MARKS.length)] ?? '';
    const found = bytes.indexOf(Buffer.from(mark, 'latin1'), within(random, bytes.length / 2));
    const isNear = found >= 0 && random() < 0.75;
    const at = isNear ? found + within(random, 40) : within(random, bytes.length);
    const change = CHANGES[within(random, CHANGES.length)];
    if (change) bytes = change(bytes, Math.min(at, bytes.length - 1), random);
  }
  return bytes;
}
