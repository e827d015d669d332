/** Kinds of value in a `data` box (QuickTime File Format, well-known types). */
const KINDS = { text: 1, signed: 21, unsigned: 22, float: 23, double: 24 } as const;

/** Boxes that a phone writes side by side are some dozens; a file of nothing but empty boxes holds millions. */
const MOST_BOXES = 1000;

/** Boxes inside `content`, the first thousand; a box that does not fit ends the list. */
export function* boxesIn(content: Buffer): Generator<{ type: string; index: number; content: Buffer }> {
  for (let at = 0, count = 0; at + 8 <= content.length && count < MOST_BOXES; count++) {
    const size = content.readUInt32BE(at);
    if (size < 8 || at + size > content.length) return;
    const type = content.toString('latin1', at + 4, at + 8);
    yield { type, index: content.readUInt32BE(at + 4), content: content.subarray(at + 8, at + size) };
    at += size;
  }
}

const child = (content: Buffer | undefined, wanted: string): Buffer | undefined =>
  content === undefined ? undefined : [...boxesIn(content)].find(({ type }) => type === wanted)?.content;

/**
 * Named values that phones write about a whole movie, for instance `com.android.capture.fps`. ffmpeg's report leaves out
 * those that are whole numbers.
 * @param moov content of the index
 * @throws RangeError where a box is shorter than its own format
 */
export function readKeys(moov: Buffer): ReadonlyMap<string, string | number> {
  const meta = child(moov, 'meta');
  // In ISO files the box begins with version and flags, in QuickTime files it does not.
  const inner = meta?.toString('latin1', 4, 8) === 'hdlr' ? meta : meta?.subarray(4);
  const names = keyNames(child(inner, 'keys'));
  const found = new Map<string, string | number>();
  for (const { index, content } of boxesIn(child(inner, 'ilst') ?? Buffer.alloc(0))) {
    const name = names[index - 1];
    const data = child(content, 'data');
    const value = data === undefined ? undefined : keyValue(data);
    if (name !== undefined && value !== undefined) found.set(name, value);
  }
  return found;
}

/** Names are boxes whose type is their namespace, after version, flags and their number. */
const keyNames = (keys: Buffer | undefined): string[] =>
  keys === undefined ? [] : [...boxesIn(keys.subarray(8))].map(({ content }) => content.toString('utf8'));

function keyValue(data: Buffer): string | number | undefined {
  const kind = data.readUInt32BE(0);
  const value = data.subarray(8);
  const isShort = value.length >= 1 && value.length <= 4;
  if (kind === KINDS.text) return value.toString('utf8');
  if (kind === KINDS.float && value.length === 4) return value.readFloatBE();
  if (kind === KINDS.double && value.length === 8) return value.readDoubleBE();
  if (kind === KINDS.signed && isShort) return value.readIntBE(0, value.length);
  return kind === KINDS.unsigned && isShort ? value.readUIntBE(0, value.length) : undefined;
}

export interface CaptureKeys {
  /** Frames per true second that the phone says it took (Android slow motion). */
  readonly captureFps: number | undefined;
  /** iPhone: whether the clip is meant to be played as fast as it was taken. False for slow motion. */
  readonly isFullRateIntended: boolean | undefined;
}

/** What the keys say about slow motion. */
export function captureKeys(keys: ReadonlyMap<string, string | number>): CaptureKeys {
  const fps = Number(keys.get('com.android.capture.fps'));
  const intent = keys.get('com.apple.quicktime.full-frame-rate-playback-intent');
  return {
    captureFps: fps > 0 && Number.isFinite(fps) ? fps : undefined,
    isFullRateIntended: intent === undefined ? undefined : Number(intent) !== 0,
  };
}
