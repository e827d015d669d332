/** Presentation times (seconds) of stream 0 in the output of ffmpeg's `framecrc` format, in the order written. */
export function parseFramecrc(text: string): Float64Array {
  const base = /^#tb 0: (\d+)\/(\d+)/m.exec(text);
  const unit = base === null ? Number.NaN : Number(base[1]) / Number(base[2]);
  const times: number[] = [];
  for (const line of text.split('\n')) {
    // Lines: stream, decode time, presentation time, duration, size, checksum.
    const fields = line.startsWith('#') ? [] : line.split(',');
    if (fields.length >= 5 && Number(fields[0]) === 0) times.push(Number(fields[2]) * unit);
  }
  return Float64Array.from(times);
}

/** Whether a packet is only there for decoding and will not be shown (flag AV_PKT_FLAG_DISCARD, 4). */
export function hasDiscardedPackets(text: string): boolean {
  return [...text.matchAll(/, F=0x([0-9A-F]+)/gi)].some(
    (flags) => (Number.parseInt(flags[1] ?? '0', 16) & 4) !== 0,
  );
}
