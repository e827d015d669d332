/** What of `framecrc` counts here. */
export interface FrameList {
  /** Presentation times (seconds) of stream 0, in the order written. */
  readonly times: Float64Array;
  /** Whether a packet is only there for decoding and will not be shown (flag AV_PKT_FLAG_DISCARD, 4). */
  readonly hasDiscarded: boolean;
}

const DISCARD = 4;

/**
 * Reads the output of ffmpeg's `framecrc` format as it comes: a damaged file can name millions of packets, whose lines are
 * never together in memory.
 * @param most packets; `isFull` tells that there were more
 */
export function framecrcReader(most: number) {
  const decoder = new TextDecoder('latin1');
  const times: number[] = [];
  let unit = Number.NaN;
  let hasDiscarded = false;
  let rest = '';
  let isFull = false;
  const takeLine = (line: string): void => {
    if (line.startsWith('#')) {
      const base = /^#tb 0: (\d+)\/(\d+)/.exec(line);
      if (base !== null) unit = Number(base[1]) / Number(base[2]);
      return;
    }
    // Lines: stream, decode time, presentation time, duration, size, checksum, flags where they are unusual.
    const fields = line.split(',');
    if (fields.length < 5 || Number(fields[0]) !== 0) return;
    if (times.length === most) isFull = true;
    else times.push(Number(fields[2]) * unit);
    const flags = /, F=0x([0-9A-F]+)/i.exec(line);
    if (flags !== null && (Number.parseInt(flags[1] ?? '0', 16) & DISCARD) !== 0) hasDiscarded = true;
  };
  return {
    take(bytes: Uint8Array): void {
      const lines = (rest + decoder.decode(bytes, { stream: true })).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) takeLine(line);
    },
    isFull: (): boolean => isFull,
    finish(): FrameList {
      if (rest !== '') takeLine(rest);
      rest = '';
      return { times: Float64Array.from(times), hasDiscarded };
    },
  };
}

/** A whole output at once. */
export function parseFramecrc(bytes: Uint8Array): FrameList {
  const reader = framecrcReader(Number.POSITIVE_INFINITY);
  reader.take(bytes);
  return reader.finish();
}
