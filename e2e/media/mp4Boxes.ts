/** Changes to the index of an mp4 file that ffmpeg's command line does not offer, made in place. */

/** Start and end of a box's content. */
interface Box {
  readonly start: number;
  readonly end: number;
}

function find(file: Buffer, within: Box, type: string): Box {
  for (let at = within.start; at + 8 <= within.end; ) {
    const size = file.readUInt32BE(at);
    const isLarge = size === 1;
    const length = isLarge ? Number(file.readBigUInt64BE(at + 8)) : size;
    if (length < 8) break;
    if (file.toString('latin1', at + 4, at + 8) === type) {
      return { start: at + (isLarge ? 16 : 8), end: at + length };
    }
    at += length;
  }
  throw new Error(`invalid mp4: no ${type}`);
}

const findPath = (file: Buffer, ...types: readonly string[]): Box =>
  types.reduce((box, type) => find(file, box, type), { start: 0, end: file.length });

/** 16.16 fixed point. */
const ONE = 0x10000;
/** x, y and their shift, for a clockwise turn of the stored picture. */
const TURNS = {
  0: (_: number, __: number) => [ONE, 0, 0, ONE, 0, 0],
  90: (_: number, height: number) => [0, ONE, -ONE, 0, height * ONE, 0],
  180: (width: number, height: number) => [-ONE, 0, 0, -ONE, width * ONE, height * ONE],
  270: (width: number, _: number) => [0, -ONE, ONE, 0, 0, width * ONE],
} as const;

/** Asks players to turn the only track clockwise. @param width, height stored pixels */
export function setRotation(file: Buffer, rotation: keyof typeof TURNS, width: number, height: number): void {
  const { start } = findPath(file, 'moov', 'trak', 'tkhd');
  const isLong = file.readUInt8(start) === 1;
  const matrix = start + (isLong ? 52 : 40);
  const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = TURNS[rotation](width, height);
  [a, b, 0, c, d, 0, x, y, 0x40000000].forEach((value, i) => {
    file.writeInt32BE(value, matrix + 4 * i);
  });
}

/**
 * Lets the presentation of the only track begin later in its media, as a trim without new encoding does.
 * @param ticks of the track, which must be those of the movie too
 */
export function trimStart(file: Buffer, ticks: number): void {
  const { start } = findPath(file, 'moov', 'trak', 'edts', 'elst');
  const count = file.readUInt32BE(start + 4);
  if (file.readUInt8(start) !== 0 || count !== 1) throw new Error(`invalid elst: ${count} edits`);
  file.writeUInt32BE(file.readUInt32BE(start + 8) - ticks, start + 8);
  file.writeInt32BE(file.readInt32BE(start + 12) + ticks, start + 12);
}
